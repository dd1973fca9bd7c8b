import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { importFile } from '#capabilities/ledgers'
import { systemActor } from '#kernel/occasion.ts'
import { accountOf, court, moneyCourt, officer, people, type MoneyCourt } from './court.ts'

const claimer = officer('m', 'court', 'claim')
const importer = systemActor(court, 'importer', '导入', ['ledgers.import', 'funds.import'])
const person = (role: 'applicant' | 'debtor', name: string) =>
  ({ role, kind: 'person', name, identifier: null, phone: null }) as const
type Review = {
  readonly claimId: string
  readonly caseNumber: string
  readonly reason: string
  readonly others: readonly string[]
}
let money: MoneyCourt
let serial = 0
const caseOf = (number: number, debtor: string, more: object = {}) =>
  money.caseOf(number, {
    claimFen: 1_000_000n,
    parties: [person('applicant', `申${number}`), person('debtor', debtor)],
    ...more,
  })
const paid = async (peer: string, memo = '') => {
  serial += 1
  const text = `账号：2306000018\n交易日期,收入,支出,对方户名,附言,流水号\n2025-02-10,1000.00,,${peer},${memo},L${serial}0000000000\n`
  const outcome = await importFile(money.platform, importer, { fileName: `${serial}.csv`, bytes: Buffer.from(text) })
  assert.ok(!('code' in outcome), JSON.stringify(outcome))
  return serial
}
const claimedFor = (line: number) =>
  money.inside(async ({ client }) => {
    const { rows } = await client.query<{ number: string; id: string }>(
      `select k.case_number as number, k.claim_id as id from funds_claim k join funds_bank_line l using (court_id, bank_line_id)
       where l.serial = $1 and k.undone_at is null`,
      [`L${line}0000000000`],
    )
    return rows[0]
  })
const reviews = async (): Promise<readonly Review[]> =>
  (await money.asked<{ rows: readonly Review[] }>(claimer, 'claim-reviews')).rows

before(async (t) => {
  money = await moneyCourt(t as never)
})

test('money that claimed itself by a name, which a later register gives to two cases, waits for a person and stays where it is', async () => {
  const one = await caseOf(1, '双某')
  const line = await paid('双某')
  assert.equal((await claimedFor(line))?.number, one.caseNumber)
  await caseOf(2, '别某')
  assert.deepEqual(await reviews(), [], 'a stranger’s case changes nothing')
  const other = await caseOf(3, '双某')
  const [found, ...more] = await reviews()
  assert.deepEqual(more, [])
  assert.deepEqual(
    [found?.caseNumber, found?.reason, found?.others],
    [one.caseNumber, '姓名相同的在办案件不止一件', [other.caseNumber]],
  )
  assert.equal((await claimedFor(line))?.number, one.caseNumber, 'nothing is undone by itself')

  const payeeAccountId = await accountOf(money, '申1', '9999000011110001')
  const asked = { caseId: one.caseId, payeeAccountId, amountFen: '100' }
  const stopped = await money.give(people.handler, 'propose-payout', asked)
  assert.equal(stopped.problem?.type, '/problems/funds/payout-held')
  assert.match(stopped.problem?.detail.zh ?? '', /认领待复核：姓名相同/)

  const kept = await money.give(claimer, 'keep-claim', { claimId: found?.claimId, reason: '付款人来电确认是第一件' })
  assert.equal(kept.problem, null)
  assert.deepEqual(await reviews(), [])
  const { payoutId } = await money.done(people.handler, 'propose-payout', asked)
  assert.equal((await money.give(people.checker, 'check-payout', { payoutId })).problem, null)
  const twice = await money.give(claimer, 'keep-claim', { claimId: found?.claimId, reason: '再来' })
  assert.equal(twice.problem?.type, '/problems/funds/no-claim-review')
  await caseOf(4, '双某2')
  await money.caseOf(5)
  assert.deepEqual(await reviews(), [], 'what somebody has looked at is not asked again')
  const third = await caseOf(6, '双某')
  assert.ok((await reviews())[0]?.others.includes(third.caseNumber), 'a third case is')
})

test('a doubted claim that is taken back is decided, and its money is unknown again', async () => {
  const [found] = await reviews()
  const payout = await money.inside(async ({ client }) => {
    const { rows } = await client.query<{ id: string }>(
      `select payout_id as id from funds_payout where state = 'checked'`,
    )
    return rows[0]?.id
  })
  assert.equal(
    (await money.give(people.handler, 'cancel-payout', { payoutId: payout, reason: '认领有误' })).problem,
    null,
  )
  const undone = await money.give(claimer, 'undo-claim', { claimId: found?.claimId, reason: '实为第三件' })
  assert.equal(undone.problem, null)
  assert.deepEqual(await reviews(), [])
})

test('a number whose case turns out to be of other people than the payer’s own case waits for a person', async () => {
  const named = await caseOf(11, '甲欠')
  const line = await paid('丙付', named.caseNumber)
  assert.equal((await claimedFor(line))?.number, named.caseNumber, 'nobody knows the payer yet')
  const own = await caseOf(12, '丙付')
  const found = (await reviews()).find((one) => one.caseNumber === named.caseNumber)
  assert.match(found?.reason ?? '', /案号与付款人所涉案件不同/)
  assert.equal(found?.others[0], own.caseNumber)
})

test('unknown money is matched again when its case comes: number and person claim themselves, a name alone is suggested', async () => {
  const both = await paid('后某', '（2025）川9901执21号')
  const nameOnly = await paid('晚某')
  const numberOnly = await paid('无名', '（2025）川9901执23号')
  assert.equal(await claimedFor(both), undefined)
  const one = await caseOf(21, '后某')
  await caseOf(22, '晚某')
  await caseOf(23, '另某')
  assert.equal((await claimedFor(both))?.number, one.caseNumber)
  assert.equal(await claimedFor(nameOnly), undefined, 'another register may hold a second case of that name')
  assert.equal(await claimedFor(numberOnly), undefined, 'another register may hold the payer’s own case')
})
