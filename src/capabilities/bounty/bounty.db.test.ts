import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import {
  asked,
  bring,
  bureau,
  caseOf,
  court,
  given,
  printedFigures,
  staff,
  truth,
  type Rows,
} from '../../../tests/registers/court.ts'

const expected = truth.figures['bounty'] as unknown as {
  readonly issues: number
  readonly cases: number
  readonly persons: number
  readonly controlledPersons: number
  readonly recoveredFen: number
  readonly successRate: { readonly truncated2: string }
}
const ledger = '06-执行悬赏台账.xlsx'
const openCase = '（2024）川1123执1147号'
let year: TestPlatform
let batchId = ''
before(async (t) => {
  year = await bureau(t as never)
  const sheets = await bring(year, '01-首次执行案件台账.xlsx', ledger)
  batchId = String(sheets.at(-1)?.batchId)
})
const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))
const typeOf = async (command: string, input: object) => (await given(year, command, input)).problem

test('the sheet of bounties gives issues, cases, debtors, controlled and money since its own first day', async () => {
  const printed = await printedFigures(year)
  const of = ['F17', 'F18', 'F19', 'F20', 'F21', 'F22', 'F23'].map((id) => printed.get(id))
  assert.deepEqual(of, [
    '2023年11月10日',
    `${expected.issues}期`,
    `${expected.cases}件`,
    `${expected.persons}人`,
    `${expected.controlledPersons}名`,
    '231万余元',
    `${expected.successRate.truncated2}%`,
  ])
  const { sums, total, apart } = await asked<Rows>(year, 'bounty.postings', { from: '2023-11-10', to: '2024-12-31' })
  assert.deepEqual([sums?.['recovered'], total], [String(expected.recoveredFen), expected.persons])
  // The list that a figure opens says the figure too.
  assert.deepEqual(apart, { issue: expected.issues, caseNumber: expected.cases, person: expected.persons })
})

test('old cases that are not on record are no contradiction', async () => {
  assert.equal((await asked<Rows>(year, 'bounty.postings', { marked: true })).total, 0)
})

test('the indicator counts since the first issue, whatever the period', async () => {
  type Value = { readonly id: string; readonly variant: string; readonly printed: string }
  const { rows } = await asked<Rows<Value>>(year, 'indicators.values', {
    from: '2024-01-01',
    to: '2024-12-31',
    by: ['court'],
  })
  const of = new Map(rows.filter(({ id }) => id === 'K40').map(({ variant, printed }) => [variant, printed]))
  assert.deepEqual(
    [of.get('printed'), of.get('cases'), of.get('persons'), of.get('controlled'), of.get('success-rate')],
    ['5期', '34件', '38人', '19人', '50.00%'],
  )
})

test('the same sheet again changes nothing', async () => {
  const [again] = await bring(year, ledger)
  assert.deepEqual([again?.counts.created, again?.counts.changed, again?.counts.same], [0, 0, expected.persons])
})

test('another court’s sheet is known by other headings, and a control without its day is marked', async () => {
  const [sheet] = await bring(year, {
    fileName: '悬赏执行统计表.csv',
    bytes: bytes([
      '悬赏对象,执行案号,第几期,公告发布时间,奖励比例,剩余未履行金额,是否到案,回款金额,宣传费用,经办',
      `某甲,${openCase},9,2024年12月20日,10%,1.5万元,是,"8,000.00",300,甲`,
    ]),
  })
  assert.deepEqual([sheet?.kind, sheet?.accepted], ['posting', 1])
  const { rows } = await asked<Rows>(year, 'bounty.postings', { text: openCase })
  assert.partialDeepStrictEqual(rows, [{ issue: 9, outstanding: '1500000', recovered: '800000', rate: '10' }])
  assert.ok(JSON.stringify(rows[0]?.['marks']).includes('W_CONTROLLED_WITHOUT_DAY'))
})

test('a bounty promises something; control and money come later, money as often as it comes', async () => {
  const { caseId, debtors } = await caseOf(year, '（2024）川1123执1151号')
  const posting = { caseId, partyId: debtors[0]?.partyId, issue: 10, publishedOn: '2025-01-02' }
  assert.equal((await typeOf('bounty.record-posting', posting))?.rule, 'bounty.publish')
  const { entryId, problem } = await given(year, 'bounty.record-posting', { ...posting, rate: '8' })
  assert.equal(problem, null)
  assert.equal(await typeOf('bounty.control-posting', { entryId, controlledOn: '2025-01-06', how: '群众举报' }), null)
  for (const recovered of ['100000', '250000'])
    assert.equal(await typeOf('bounty.attribute-posting', { entryId, recoveredOn: '2025-01-06', recovered }), null)
  const { rows } = await asked<Rows>(year, 'bounty.postings', { entryId })
  assert.partialDeepStrictEqual(rows, [{ controlled: true, controlledOn: '2025-01-06', recovered: '250000' }])
})

test('a bounty decided later than ten days after the application is marked', async () => {
  const { caseId, debtors } = await caseOf(year, '（2024）川1123执1120号')
  const late = { caseId, partyId: debtors[0]?.partyId, issue: 10, publishedOn: '2025-01-02', rate: '5' }
  const { entryId } = await given(year, 'bounty.record-posting', {
    ...late,
    appliedOn: '2024-12-01',
    grantedOn: '2024-12-20',
  })
  const { rows } = await asked<Rows>(year, 'bounty.postings', { entryId })
  assert.ok(JSON.stringify(rows[0]?.['marks']).includes('W_BOUNTY_DECIDED_LATE'))
})

const someTip = { receivedOn: '2025-01-03', receivedAt: '09:10:05', kind: '财产', content: '车辆停在镇上' }

test('a reward is reckoned from the promise and the money the tip brought, and taken from the applicant’s share', async () => {
  const name = String((await caseOf(year, '（2024）川1123执1151号')).debtors[0]?.name)
  const who = { caseNumber: '（2024）川1123执1151号', person: name }
  const { entryId } = await given(year, 'bounty.record-tip', { ...someTip, ...who })
  const reward = { entryId, rewardedOn: '2025-01-07', recovered: '250000', applicantShare: '200000' }
  assert.equal((await typeOf('bounty.reward-tip', reward))?.rule, 'bounty.pay')
  assert.equal(await typeOf('bounty.check-tip', { entryId, checkedOn: '2025-01-04', conclusion: '属实已控制' }), null)
  assert.equal(await typeOf('bounty.reward-tip', reward), null)
  const { rows } = await asked<Rows>(year, 'bounty.tips', { entryId })
  assert.partialDeepStrictEqual(rows, [{ number: 'XS-20250103-001', reward: '20000', net: '180000' }])
  assert.match(String(rows[0]?.['workings']), /2,500\.00元 × 8(\.00)?%/)
  assert.equal(await typeOf('bounty.pay-tip', { entryId, paidOn: '2025-01-07', paidBy: '凭领取码' }), null)
})

test('what the court knew before earns nothing, and that it knew needs an earlier day', async () => {
  const { entryId } = await given(year, 'bounty.record-tip', { ...someTip, caseNumber: openCase, person: '某甲' })
  const check = { entryId, checkedOn: '2025-01-06', conclusion: '已掌握' }
  assert.equal((await typeOf('bounty.check-tip', { ...check, knownSince: '2025-01-03' }))?.rule, 'bounty.pay')
  assert.equal(await typeOf('bounty.check-tip', { ...check, knownSince: '2024-12-30' }), null)
  assert.equal(await typeOf('bounty.reward-tip', { entryId, rewardedOn: '2025-01-07', recovered: '100000' }), null)
  const { rows } = await asked<Rows>(year, 'bounty.tips', { entryId })
  assert.equal(rows[0]?.['reward'], '0')
  assert.equal((await typeOf('bounty.pay-tip', { entryId, paidOn: '2025-01-07' }))?.rule, 'bounty.pay')
})

test('the first of two tips is not the repeat', async () => {
  const who = { caseNumber: '（2024）川1123执1120号', person: '某丙' }
  const first = await given(year, 'bounty.record-tip', { ...someTip, ...who })
  const second = await given(year, 'bounty.record-tip', { ...someTip, ...who, receivedAt: '11:00' })
  const repeat = { checkedOn: '2025-01-06', conclusion: '重复' }
  assert.equal((await typeOf('bounty.check-tip', { ...repeat, entryId: first.entryId }))?.rule, 'bounty.order')
  assert.equal(await typeOf('bounty.check-tip', { ...repeat, entryId: second.entryId }), null)
})

test('without a bounty there is no reward to reckon', async () => {
  const { entryId } = await given(year, 'bounty.record-tip', {
    ...someTip,
    caseNumber: '（2024）川1123执1号',
    person: '某丁',
  })
  await given(year, 'bounty.check-tip', { entryId, checkedOn: '2025-01-06', conclusion: '属实未控制' })
  const problem = await typeOf('bounty.reward-tip', { entryId, rewardedOn: '2025-01-07', recovered: '1' })
  assert.equal(problem?.type, '/problems/bounty/nothing-promised')
})

test('who gave a tip is kept nowhere', async () => {
  const [sheet] = await bring(year, {
    fileName: '悬赏线索登记.csv',
    bytes: bytes([
      '举报线索编号,线索日期,线索类型,举报线索内容,举报人,举报人电话,举报人身份证号,收款账号,举报人住址,案号,被举报人',
      `J-1,2024-12-01,下落线索,在家,汀安,16912345678,990000199001010000,99991111,孝姑镇9号,${openCase},某甲`,
    ]),
  })
  assert.deepEqual([sheet?.kind, sheet?.accepted], ['tip', 1])
  const stored = await inTransaction(year, { court, unit: null }, ({ client }) =>
    client.query<{ row: string }>('select to_jsonb(t)::text as row from bounty_tip t'),
  )
  assert.ok(stored.rows.length > 0)
  for (const { row } of stored.rows) assert.doesNotMatch(row, /汀安|16912345678|990000199001010000|99991111|孝姑镇9号/)
})

test('a tip is not told on the timeline, and who sees the bounty does not see tips', async () => {
  const { caseId } = await caseOf(year, openCase)
  assert.doesNotMatch(JSON.stringify(await asked(year, 'cases.timeline', { caseId })), /悬赏线索/)
  const reader = staff('11111111-1111-4111-8111-111111111111', ['bounty.read'], 'court')
  assert.ok((await asked<Rows>(year, 'bounty.postings', {}, reader)).total > 0)
  await assert.rejects(asked(year, 'bounty.tips', {}, reader), /not-permitted/)
  const stranger = staff('11111111-1111-4111-8111-111111111111', ['bounty.read'])
  assert.equal((await asked<Rows>(year, 'bounty.postings', {}, stranger)).total, 0)
})

test('undoing the import leaves no posting of it', async () => {
  const { problem } = await given(year, 'ledgers.undo-batch', { batchId })
  assert.equal(problem, null)
  const { rows } = await asked<Rows>(year, 'bounty.postings', {})
  assert.ok(rows.every(({ issue }) => Number(issue) >= 9))
})
