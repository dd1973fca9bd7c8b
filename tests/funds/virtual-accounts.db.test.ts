import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { importFile } from '#capabilities/ledgers'
import { writeSettings } from '#capabilities/operations'
import { newId } from '#kernel/values/ids.ts'
import { systemActor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { court, moneyCourt, officer, people, type MoneyCourt } from './court.ts'

const reader = officer('r', 'court')
const importer = systemActor(court, 'importer', '导入', ['ledgers.import', 'funds.import'])
let money: MoneyCourt
const set = (values: Readonly<Record<string, unknown>>) =>
  money.inside((tx, { now }) =>
    writeSettings(
      tx,
      Object.entries(values).map(([key, value]) => ({ key: `funds.virtual-${key}`, value })),
      '试验',
      now,
    ),
  )
type Numbers = {
  readonly accounts: readonly { readonly number: string; readonly debtor: string | null; readonly notice: string }[]
  readonly lacking: string | null
}
const numbersOf = (caseId: string) => money.asked<Numbers>(reader, 'virtual-accounts', { caseId })
const debtorOf = (caseId: string) =>
  money.inside(async ({ client }) => {
    const { rows } = await client.query<{ id: string }>(
      `select party_id as id from cases_party_name where case_id = $1 and role = 'debtor'`,
      [caseId],
    )
    return rows[0]?.id ?? ''
  })
let serial = 0
/** A line of a statement with the number the payer used, as a bank prints it. */
const paid = async (column: string, memo = '', fen = 12_300) => {
  serial += 1
  const text = `账号：2306000018\n交易日期,收入,支出,对方户名,子账号,附言,流水号\n2025-01-${String(serial + 10)},${fen / 100},,生某人,${column},${memo},V${serial}0000000000\n`
  const outcome = await importFile(money.platform, importer, {
    fileName: `流水${serial}.csv`,
    bytes: Buffer.from(text),
  })
  assert.ok(!('code' in outcome), JSON.stringify(outcome))
  return money.inside(async ({ client }) => {
    const { rows } = await client.query<{ number: string | null; party: string | null; manner: string | null }>(
      `select k.case_number as number, k.party_id as party, k.manner from funds_bank_line l
       left join funds_claim k on k.bank_line_id = l.bank_line_id and k.undone_at is null where l.serial = $1`,
      [`V${serial}0000000000`],
    )
    return rows[0]
  })
}

before(async (t) => {
  money = await moneyCourt(t as never)
})

test('without an agreement with the bank no number is given, and the refusal says what to set', async () => {
  const { caseId } = await money.caseOf(101)
  const { problem } = await money.give(people.handler, 'give-virtual-account', { caseId })
  assert.equal(problem?.type, '/problems/funds/virtual-prefix-not-set')
  assert.equal(problem?.remedy?.href, '/settings')
  assert.deepEqual(await numbersOf(caseId).then(({ accounts }) => accounts), [])
})

test('a case gets one number, each debtor one of his own where wanted, and none is given twice', async () => {
  await set({ prefix: '23060001', digits: 6, bank: '示例银行县支行', holder: '示例县人民法院案款专户' })
  const [first, second] = [await money.caseOf(102), await money.caseOf(103)]
  const give = (caseId: string, more: object = {}) =>
    money.give(people.handler, 'give-virtual-account', { caseId, ...more })
  const one = await give(first.caseId)
  assert.equal(one.answer['number'], '23060001000001')
  assert.equal((await give(first.caseId)).problem?.type, '/problems/funds/virtual-already-given')
  const partyId = await debtorOf(first.caseId)
  assert.equal((await give(first.caseId, { partyId })).answer['number'], '23060001000002')
  assert.equal((await give(first.caseId, { partyId: newId() })).problem?.type, '/problems/funds/virtual-not-a-debtor')
  const taken = await give(second.caseId, { number: '2306 0001 000001' })
  assert.equal(taken.problem?.type, '/problems/funds/virtual-number-taken')
  assert.equal((await give(second.caseId, { number: '23060001000003' })).problem, null, 'the bank gave this one itself')
  const third = await money.caseOf(104)
  assert.equal((await give(third.caseId)).answer['number'], '23060001000004', 'the next passes over it')
  const { accounts } = await numbersOf(first.caseId)
  assert.deepEqual(
    accounts.map(({ number, debtor }) => [number, debtor]),
    [
      ['23060001000001', null],
      ['23060001000002', '岢某乙'],
    ],
  )
  const notice = accounts[0]?.notice ?? ''
  for (const word of ['示例县人民法院案款专户', '示例银行县支行', '23060001000001', first.caseNumber, '可以拒绝付款'])
    assert.ok(notice.includes(word), word)
})

test('eight officers who number cases at once give eight numbers', async () => {
  const cases = await Promise.all(Array.from({ length: 8 }, (_, i) => money.caseOf(120 + i)))
  const given = await Promise.all(
    cases.map(({ caseId }) => money.give(people.handler, 'give-virtual-account', { caseId })),
  )
  assert.equal(new Set(given.map(({ answer }) => answer['number'])).size, 8)
})

test('a bank line with a case’s number claims itself for that case, whole or by its tail or in the words', async () => {
  const { caseNumber, caseId } = await money.caseOf(105)
  const { answer } = await money.give(people.handler, 'give-virtual-account', { caseId })
  const number = String(answer['number'])
  for (const [column, memo] of [
    [number, ''],
    [number.slice(8), '货款'],
    ['', `付至${number}`],
  ] as const) {
    assert.deepEqual(
      await paid(column, memo),
      { number: caseNumber, party: null, manner: 'certain' },
      `${column} ${memo}`,
    )
  }
  const partyId = await debtorOf(caseId)
  const own = await money.give(people.handler, 'give-virtual-account', { caseId, partyId })
  assert.deepEqual(await paid(String(own.answer['number'])), { number: caseNumber, party: partyId, manner: 'certain' })
})

test('a number that the words deny, and one that is nobody’s, claim nothing', async () => {
  const [one, other] = [await money.caseOf(106), await money.caseOf(107)]
  const { answer } = await money.give(people.handler, 'give-virtual-account', { caseId: one.caseId })
  assert.equal((await paid(String(answer['number']), other.caseNumber))?.manner, null)
  assert.equal((await paid('23060001999999'))?.manner, null)
})

test('with the first money of a case its number is there; at filing where the court wants it', async () => {
  const { caseNumber, caseId } = await money.caseOf(108)
  assert.equal((await paid('', caseNumber))?.manner, 'certain')
  assert.equal((await numbersOf(caseId)).accounts.length, 1)
  await set({ 'at-filing': 1, 'per-debtor': 1 })
  const filed = newId()
  const clerk = {
    ...systemActor(court, 'clerk', '某人', ['cases.file']),
    kind: 'staff' as const,
  }
  const reply = await execute(money.platform, clerk, {
    command: 'cases.file-case',
    input: {
      caseId: filed,
      typeCode: '执',
      receivedOn: '2025-02-03',
      filedOn: '2025-02-03',
      cause: '民间借贷纠纷',
      basisNumber: '（2024）川9901民初1号',
      basisIssuer: '示例县人民法院',
      flags: [],
      claimItems: [{ kind: 'principal', amountFen: '100000', quoted: '偿还借款。' }],
      parties: [
        { role: 'applicant', name: '甲某', kind: 'person' },
        { role: 'debtor', name: '乙某', kind: 'person' },
      ],
    },
  })
  assert.ok(!isRefusal(reply), JSON.stringify(reply))
  const { accounts } = await numbersOf(filed)
  assert.deepEqual(
    accounts.map(({ debtor }) => debtor),
    [null, '乙某'],
  )
})
