import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  asked,
  bring,
  bureau,
  caseOf,
  given,
  printedFigures,
  staff,
  type Rows,
} from '../../../tests/registers/court.ts'
import type { TestPlatform } from '#kernel/testing/platform.ts'

let year: TestPlatform
before(async (t) => {
  year = await bureau(t as never)
  await bring(year, '01-首次执行案件台账.xlsx', '02-恢复执行案件台账.xlsx', '04-强制措施台账.xlsx')
})
const openCase = '（2024）川1123执1147号'

test('the sheets of measures give person-times, persons fined, detained and delivered as the report prints them', async () => {
  const printed = await printedFigures(year)
  assert.deepEqual(
    ['F24', 'F25', 'F26', 'F27'].map((id) => printed.get(id)),
    ['100余人次', '9人', '87人', '75人'],
  )
  const fines = await asked<Rows>(year, 'measures.fines', {})
  assert.deepEqual([fines.total, fines.sums], [9, { amount: '5000000', paid: '4800000' }])
})

test('times, persons, stock and removals are told apart', async () => {
  const { rows } = await asked<{
    readonly rows: readonly { readonly id: string; readonly variant: string; readonly printed: string }[]
  }>(year, 'indicators.values', { from: '2024-01-01', to: '2024-12-31' })
  const printed = (id: string, variant = 'printed') =>
    rows.find((row) => row.id === id && row.variant === variant)?.printed
  assert.equal(printed('K32'), '117人次')
  assert.deepEqual(
    [printed('K33'), printed('K33', 'amount'), printed('K33', 'paid')],
    ['9人', '50000.00元', '48000.00元'],
  )
  assert.deepEqual([printed('K34'), printed('K35'), printed('K36')], ['87人', '75人', '86.20%'])
  const [times, persons, stock, lifted] = ['printed', 'persons', 'stock', 'lifted'].map((variant) =>
    Number(/\d+/.exec(printed('K30', variant) ?? '')?.[0]),
  )
  assert.equal(times, 232)
  assert.ok((persons ?? 0) < (times ?? 0))
  assert.equal((stock ?? 0) + (lifted ?? 0), times)
})

test('a detention of sixteen days is refused with its rule, and one of fifteen stands', async () => {
  const { caseId, debtors } = await caseOf(year, openCase)
  const act = { caseId, partyId: debtors[0]?.partyId, decidedOn: '2025-01-06', ground: '拒不报告财产' }
  const { problem } = await given(year, 'measures.record-detention', { ...act, days: 16 })
  assert.equal(problem?.rule, 'detain.max')
  assert.match(problem?.detail.zh ?? '', /1日至15日/)
  assert.match(problem?.citation ?? '', /民事诉讼法/)
  const { entryId } = await given(year, 'measures.record-detention', { ...act, days: 15 })
  assert.notEqual(entryId, '')
})

test('nobody is detained twice for one act', async () => {
  const { caseId, debtors } = await caseOf(year, openCase)
  const act = { caseId, partyId: debtors[0]?.partyId, days: 10 }
  const again = await given(year, 'measures.record-detention', {
    ...act,
    decidedOn: '2025-01-07',
    ground: '拒不报告财产',
  })
  assert.equal(again.problem?.rule, 'measure.repeat')
})

test('somebody who does not owe in a case is not detained in it', async () => {
  const [one, other] = [await caseOf(year, openCase), await caseOf(year, '（2024）川1123执1151号')]
  const { problem } = await given(year, 'measures.record-detention', {
    caseId: one.caseId,
    partyId: other.debtors[0]?.partyId,
    decidedOn: '2025-01-06',
    days: 5,
  })
  assert.equal(problem?.type, '/problems/registers/not-a-party')
})

test('a closed case takes no new measure', async () => {
  const { caseId, debtors } = await caseOf(year, '（2024）川1123执655号')
  const { problem } = await given(year, 'measures.record-summons', {
    caseId,
    partyId: debtors[0]?.partyId,
    summonedOn: '2025-01-06',
  })
  assert.equal(problem?.type, '/problems/cases/already-closed')
})

test('delivery is an event of its own, once, not before the decision, and counts on its day', async () => {
  const { rows } = await asked<Rows>(year, 'measures.detentions', { lacks: 'deliveredOn', from: '2025-01-01' })
  const entryId = String(rows[0]?.['entryId'])
  const early = await given(year, 'measures.deliver-detention', { entryId, deliveredOn: '2025-01-05' })
  assert.match(early.problem?.detail.zh ?? '', /早于决定日期/)
  assert.equal((await given(year, 'measures.deliver-detention', { entryId, deliveredOn: '2025-01-07' })).problem, null)
  const twice = await given(year, 'measures.deliver-detention', { entryId, deliveredOn: '2025-01-07' })
  assert.equal(twice.problem?.type, '/problems/registers/step-taken')
  const { total } = await asked<Rows>(year, 'measures.detentions', {
    day: 'deliveredOn',
    from: '2025-01-01',
    to: '2025-12-31',
  })
  assert.equal(total, 1)
})

test('what happened is recorded though the law forbids it, and bears a mark', async () => {
  const csv = [
    '案号,被执行人,决定日期,拘留天数,拘留事由,送拘日期',
    '（2024）川1123执1147号,某甲,2025-01-04,20,妨碍执行,2025-01-03',
  ].join('\n')
  const [sheet] = await bring(year, { fileName: '某院司法拘留登记.csv', bytes: new TextEncoder().encode(csv) })
  assert.deepEqual([sheet?.kind, sheet?.accepted], ['detention', 1])
  assert.deepEqual(
    sheet?.problems.map(({ code, severity }) => [code, severity]),
    [['W_DETENTION_TOO_LONG', 'warning']],
  )
  const { rows } = await asked<Rows>(year, 'measures.detentions', { marked: true })
  const marks = (rows[0]?.['marks'] ?? []) as readonly { readonly code: string }[]
  const codes = marks.map(({ code }) => code)
  assert.deepEqual(codes.toSorted(), ['W_DETENTION_TOO_LONG', 'W_NOT_A_DEBTOR', 'W_STEP_BEFORE_START'])
})

test('the same sheets again change nothing', async () => {
  const again = await bring(year, '04-强制措施台账.xlsx')
  for (const { sheet, counts } of again) assert.equal(counts.created + counts.changed, 0, sheet)
})

test('an entry corrected by hand is not overwritten by the sheet that brought it', async () => {
  const { rows } = await asked<Rows>(year, 'measures.fines', { text: '（2024）川1123执545号' })
  const entryId = String(rows[0]?.['entryId'])
  const done = await given(year, 'measures.correct-fine', { entryId, paidOn: '2024-08-07', reason: '按收据更正' })
  assert.equal(done.problem, null)
  await bring(year, '04-强制措施台账.xlsx')
  const after = await asked<Rows>(year, 'measures.fines', { entryId })
  assert.equal(after.rows[0]?.['paidOn'], '2024-08-07')
})

test('a withdrawn entry leaves lists and figures and can be read', async () => {
  const { rows } = await asked<Rows>(year, 'measures.fines', { text: '（2024）川1123执579号' })
  const entryId = String(rows[0]?.['entryId'])
  assert.equal((await given(year, 'measures.withdraw-fine', { entryId, reason: '登记错误' })).problem, null)
  assert.equal((await printedFigures(year)).get('F25'), '8人')
  assert.equal((await asked<Rows>(year, 'measures.fines', { withdrawn: true })).total, 1)
})

test('who handles no case sees no measure', async () => {
  const nobody = staff('00000000-0000-7000-8000-000000000000', ['measures.read'])
  assert.equal((await asked<Rows>(year, 'measures.detentions', {}, nobody)).total, 0)
})

test('a case tells its measures on its timeline', async () => {
  const { caseId } = await caseOf(year, '（2023）川1123执1140号')
  const { entries } = await asked<{ readonly entries: readonly { readonly title: string; readonly on: string }[] }>(
    year,
    'cases.timeline',
    { caseId },
  )
  const told = entries.filter(({ title }) => ['拘留', '送拘', '解除拘留'].includes(title))
  assert.deepEqual(
    told.map(({ title, on }) => `${on} ${title}`),
    ['2024-01-14 解除拘留', '2024-01-09 拘留', '2024-01-09 送拘'],
  )
})
