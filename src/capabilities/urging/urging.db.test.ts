import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, bring, bureau, given, type Rows, staff, truth } from '../../../tests/registers/court.ts'

const { urging } = truth.figures as unknown as {
  readonly urging: {
    readonly files: number
    readonly outcomes: Readonly<Record<string, number>>
    readonly preservationNotices: number
    readonly dutyNotices: number
    readonly urgingNotices: number
    readonly performedFen: number
  }
}
const ledger = '11-执前督促.xlsx'
const year = { from: '2024-01-01', to: '2024-12-31' }
const file = {
  startedOn: '2025-01-02',
  document: '（2024）川1123民初1号',
  creditor: '甲',
  debtor: '乙',
  amount: '100000',
}

test('urging of the year', async (t) => {
  const platform = await bureau(t)
  const [, sheet] = await bring(platform, '01-首次执行案件台账.xlsx', ledger)
  const files = (input: object) => asked<Rows>(platform, 'urging.files', input)

  await t.test('files, notices, outcomes and money are those of the ledger, and again changes nothing', async () => {
    assert.deepEqual([sheet?.kind, sheet?.accepted, sheet?.setAside], ['urging-file', urging.files, 0])
    const { total, sums } = await files({})
    assert.deepEqual([total, sums?.['performed']], [urging.files, String(urging.performedFen)])
    for (const [outcome, count] of Object.entries(urging.outcomes)) {
      assert.equal((await files({ outcome })).total, count, outcome)
    }
    assert.equal((await files({ has: 'preservationNoticeOn' })).total, urging.preservationNotices)
    assert.equal((await files({ has: 'dutyNoticeOn' })).total, urging.dutyNotices)
    assert.equal((await files({ has: 'urgingNoticeOn' })).total, urging.urgingNotices)
    assert.equal((await files({ marked: true })).total, 0)
    const [again] = await bring(platform, ledger)
    assert.deepEqual([again?.counts.created, again?.counts.changed, again?.counts.same], [0, 0, urging.files])
  })

  await t.test('the share performed is of the windows that ended; those still open are not in the base', async () => {
    const values = await asked<Rows<{ readonly id: string; readonly variant: string; readonly printed: string }>>(
      platform,
      'indicators.values',
      { ...year, by: ['court'] },
    )
    const printed = new Map(values.rows.filter(({ id }) => id === 'K28').map((row) => [row.variant, row.printed]))
    // (167 + 78) of 403 − 43.
    assert.equal(printed.get('printed'), '68.05%')
    assert.equal(printed.get('filed'), '31.94%')
    assert.equal(printed.get('preservation_notice_on'), `${urging.preservationNotices}件`)
    const { sums } = await asked<Rows>(platform, 'urging.indicator-records', {
      ...year,
      id: 'K28',
      variant: 'printed',
      side: 'denominator',
    })
    assert.equal(sums?.['weight'], '360')
  })

  await t.test('a file leads to the enforcement case that it could not prevent', async () => {
    const { rows } = await files({ text: '（2024）川1123执147号' })
    assert.equal(rows[0]?.['fileNumber'], 'DC2024-0009')
    assert.notEqual(rows[0]?.['caseId'], null)
  })

  await t.test('a file is opened with a number of its own, its urging notice not served before it began', async () => {
    const { entryId } = await given(platform, 'urging.record-urging-file', file)
    const { rows } = await files({ entryId })
    assert.match(String(rows[0]?.['fileNumber']), /^DC-/)
    const early = await given(platform, 'urging.serve-urging-notice-urging-file', {
      entryId,
      urgingNoticeOn: '2025-01-01',
    })
    assert.match(early.problem?.detail.zh ?? '', /早于启动日期/)
    const before = { entryId, dutyNoticeOn: '2024-12-20', method: '当面送达' }
    assert.equal((await given(platform, 'urging.serve-duty-notice-urging-file', before)).problem, null)
  })

  await t.test('a file ends with the case that was filed, and is then seen by who handles that case', async () => {
    const { entryId } = await given(platform, 'urging.record-urging-file', {
      ...file,
      document: '（2024）川1123民初2号',
    })
    const stranger = staff('019b0000-0000-7000-8000-000000000001', ['urging.read'])
    const closing = { entryId, closedOn: '2025-01-06', outcome: '未履行转申请执行', caseNumber: '(2024)川1123执1147号' }
    assert.equal((await given(platform, 'urging.close-urging-file', closing)).problem, null)
    const [row] = (await files({ entryId })).rows
    assert.equal(row?.['caseNumber'], '（2024）川1123执1147号')
    const handler = staff(String(row?.['handlerId']), ['urging.read'])
    assert.equal((await asked<Rows>(platform, 'urging.files', { entryId }, handler)).total, 1)
    assert.equal((await asked<Rows>(platform, 'urging.files', {}, stranger)).total, 0)
  })

  await t.test('a window that would end before it begins is refused', async () => {
    const { problem } = await given(platform, 'urging.record-urging-file', { ...file, windowEndsOn: '2025-01-01' })
    assert.match(problem?.detail.zh ?? '', /督促期届满日2025-01-01早于启动日期/)
  })
})

test('the ledger of another court is known by its own words', async (t) => {
  const platform = await bureau(t)
  const csv = [
    '执前督促案件登记表,,,,,,,,',
    '义务人姓名,债权人,执行依据文号,督促案号,督促启动日期,督促情况,应付金额,已履行金额,督促结束日期,转立案案号,经办部门',
    '某甲,某乙,（2024）川1123民初77号,督2024-1,2024-03-01,主动履行,"1,000.00","1,000.00",2024-03-09,,民一庭',
    '某丙,某丁,（2024）川1123民初78号,督2024-2,2024-03-02,转立案执行,"2,000.00",,2024-03-20,,民一庭',
  ].join('\n')
  const [sheet] = await bring(platform, { fileName: '督促.csv', bytes: new TextEncoder().encode(csv) })
  assert.deepEqual([sheet?.kind, sheet?.accepted], ['urging-file', 2])
  const { rows } = await asked<Rows>(platform, 'urging.files', { outcome: '未履行转申请执行' })
  assert.deepEqual(
    ((rows[0]?.['marks'] ?? []) as readonly { readonly code: string }[]).map(({ code }) => code),
    ['W_FILED_WITHOUT_CASE'],
  )
})
