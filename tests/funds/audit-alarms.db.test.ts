import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { writeSettings } from '#capabilities/operations'
import type { Actor } from '#kernel/occasion.ts'
import { accountOf, moneyCourt, officer, ordered, people, type MoneyCourt } from './court.ts'

const auditor = officer('a', 'court', 'audit')
const { handler } = people
type Alarm = {
  readonly kind: string
  readonly caseNumber: string | null
  readonly amountFen: string
  readonly text: string
}
type Alert = { readonly claimId: string; readonly level: string; readonly tells: string; readonly days: number }
let money: MoneyCourt
const alarms = async (kind: string) =>
  (await money.asked<{ rows: readonly Alarm[] }>(auditor, 'audit-alarms', { kind })).rows
const pay = async (caseId: string, payeeAccountId: string, by: Actor = handler) => {
  const { payoutId } = await money.done(by, 'propose-payout', { caseId, payeeAccountId, amountFen: '1000' })
  await ordered(money, payoutId)
  await money.done(people.payer, 'record-outcome', { payoutId, outcome: 'paid', occurredOn: '2025-03-03' })
  return String(payoutId)
}
const paidCase = async (number: number, said: Parameters<MoneyCourt['caseOf']>[1] = {}) => {
  const found = await money.caseOf(number, said)
  return { ...found, claimId: await money.receive(found.caseNumber, 100_000n, { on: '2025-02-28' }) }
}
const person = (name: string) => ({ role: 'applicant', kind: 'person', name, identifier: null, phone: null }) as const
const debtor = { role: 'debtor', kind: 'person', name: '岢某乙', identifier: null, phone: null } as const

before(async (t) => {
  money = await moneyCourt(t as never)
})

test('a court in which nothing is odd raises no alarm', async () => {
  const { caseId } = await paidCase(1)
  await pay(caseId, await accountOf(money))
  assert.deepEqual((await money.asked<{ rows: readonly Alarm[] }>(auditor, 'audit-alarms')).rows, [])
})

test('payouts of two applicants to one account raise an alarm that names both', async () => {
  const number = '9999000022223333'
  for (const [at, name] of [
    [2, '甲一'],
    [3, '甲二'],
  ] as const) {
    const { caseId } = await paidCase(at, { parties: [person(name), debtor] })
    await pay(caseId, await accountOf(money, name, number))
  }
  const [found, ...more] = await alarms('shared-account')
  assert.deepEqual(more, [])
  assert.match(found?.text ?? '', /9999…3333.*2 名.*甲一、甲二/)
  assert.equal(found?.amountFen, '2000')
})

test('a payout within an hour of a change of account raises an alarm', async () => {
  await money.inside((tx, { now }) => writeSettings(tx, [{ key: 'funds.payee-cooling-hours', value: 0 }], '试验', now))
  const { caseId, caseNumber } = await paidCase(4, { parties: [person('甲三'), debtor] })
  await accountOf(money, '甲三', '9999000044440001')
  await pay(caseId, await accountOf(money, '甲三', '9999000044440002'))
  const found = await alarms('paid-after-change')
  assert.deepEqual(
    found.map((one) => [one.caseNumber, one.amountFen]),
    [[caseNumber, '1000']],
  )
})

test('one handler who pays one payee in three cases raises an alarm', async () => {
  const account = await accountOf(money, '代某', '9999000055550001')
  const by = officer('h2', 'court', 'propose')
  for (const at of [5, 6]) await pay((await paidCase(at, { parties: [person('代某'), debtor] })).caseId, account, by)
  assert.deepEqual(await alarms('same-pair'), [])
  await pay((await paidCase(7, { parties: [person('代某'), debtor] })).caseId, account, by)
  assert.match((await alarms('same-pair'))[0]?.text ?? '', /3 件案件里付给 代某/)
})

test('cash, deferrals without end, and money left in a case that was closed as performed raise alarms', async () => {
  const cash = await paidCase(8)
  const often = await paidCase(9)
  const closed = await paidCase(10, { closedOn: '2025-03-01', manner: 'performed' })
  await money.inside(async ({ client }) => {
    await client.query(
      `update funds_bank_line set summary = '现金存入' where bank_line_id = (select bank_line_id from funds_claim where claim_id = $1)`,
      [cash.claimId],
    )
  })
  assert.deepEqual(
    (await alarms('cash')).map((one) => [one.caseNumber, one.amountFen]),
    [[cash.caseNumber, '100000']],
  )
  for (let turn = 0; turn < 3; turn++) {
    assert.deepEqual(await alarms('deferred-often'), [])
    await money.done(handler, 'propose-deferral', {
      caseId: often.caseId,
      ground: '其他正当事由',
      reason: `第 ${turn + 1} 次`,
    })
  }
  assert.deepEqual(
    (await alarms('deferred-often')).map((one) => one.caseNumber),
    [often.caseNumber],
  )
  assert.deepEqual(
    (await alarms('closed-with-balance')).map((one) => [one.caseNumber, one.amountFen]),
    [[closed.caseNumber, '100000']],
  )
})

test('a balance beyond the court’s own time that nobody works on raises an alarm, until somebody does', async () => {
  const found = await money.caseOf(11)
  await money.receive(found.caseNumber, 50_000n, { on: '2025-01-10' })
  const idle = async () => (await alarms('idle-balance')).filter((one) => one.caseNumber === found.caseNumber)
  assert.equal((await idle())[0]?.amountFen, '50000')
  await money.done(handler, 'propose-payout', { caseId: found.caseId, payeeAccountId: await accountOf(money) })
  assert.deepEqual(await idle(), [])
})

test('money that waits is told after 3, 5, 20, 25 and 30 days, each to its posts, and a deferral hides nothing', async () => {
  const { caseNumber, caseId } = await money.caseOf(12)
  for (const on of ['2025-03-01', '2025-02-28', '2025-02-26', '2025-02-11', '2025-02-06', '2025-02-01'])
    await money.receive(caseNumber, 1_000n, { on })
  await money.done(handler, 'propose-deferral', { caseId, ground: '其他正当事由', reason: '等候分配' })
  const { rows } = await money.asked<{ rows: readonly Alert[] }>(auditor, 'payout-alerts', { caseNumber })
  assert.deepEqual(
    rows.map(({ days, level }) => [days, level]),
    [
      [30, 'red'],
      [25, 'leader'],
      [20, 'orange'],
      [5, 'amber'],
      [3, 'target'],
    ],
  )
  assert.match(rows[0]?.tells ?? '', /院长办公会、纪检督察/)
  const red = await money.asked<{ rows: readonly Alert[] }>(auditor, 'payout-alerts', { caseNumber, level: 'red' })
  assert.equal(red.rows.length, 1)
})

test('a payout a day after a change of account raises no alarm', async () => {
  const { caseId, caseNumber } = await paidCase(13, { parties: [person('甲四'), debtor] })
  await accountOf(money, '甲四', '9999000066660001')
  const changed = await accountOf(money, '甲四', '9999000066660002')
  money.forward({ hours: 25 })
  const { payoutId } = await money.done(handler, 'propose-payout', {
    caseId,
    payeeAccountId: changed,
    amountFen: '1000',
  })
  await ordered(money, payoutId)
  assert.ok(!(await alarms('paid-after-change')).some((one) => one.caseNumber === caseNumber))
})
