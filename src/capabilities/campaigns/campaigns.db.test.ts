import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  asked,
  bring,
  bureau,
  caseOf,
  given,
  printedFigures,
  printedIndicator,
  type Rows,
  staff,
  truth,
} from '../../../tests/registers/court.ts'

const { pool } = truth.figures as unknown as {
  readonly pool: {
    readonly cases: number
    readonly cleared: number
    readonly recoveredFen: number
    readonly viaResumed: number
    readonly selected: number
  }
}
const first = '01-首次执行案件台账.xlsx'
const ledger = '10-终本清仓.xlsx'
const list = 'campaigns.clearing-cases'

test('the clearing pool of the year', async (t) => {
  const platform = await bureau(t)
  const [, sheet] = await bring(platform, first, ledger)

  await t.test('the whole pool comes in though most of its cases are older than the register', async () => {
    assert.deepEqual([sheet?.kind, sheet?.accepted, sheet?.setAside], ['clearing-case', pool.cases, 0])
    const [again] = await bring(platform, ledger)
    assert.deepEqual([again?.counts.created, again?.counts.changed, again?.counts.same], [0, 0, pool.cases])
    const unknown = await asked<Rows<{ readonly marks: readonly { readonly code: string }[] }>>(platform, list, {
      marked: true,
    })
    assert.ok(unknown.rows.every(({ marks }) => marks.every(({ code }) => code !== 'W_CASE_UNKNOWN')))
  })

  await t.test('cleared cases and their money are those of the report', async () => {
    const figures = await printedFigures(platform)
    assert.equal(figures.get('F30'), `${pool.cleared}件`)
    assert.equal(figures.get('F31'), '228万元')
    const cleared = await asked<Rows>(platform, list, { cleared: true })
    assert.deepEqual([cleared.total, cleared.sums?.['money']], [pool.cleared, String(pool.recoveredFen)])
    const resumed = await asked<Rows>(platform, list, { cleared: true, has: 'resumedNumber' })
    assert.equal(resumed.total, pool.viaResumed)
  })

  await t.test('the share cleared is of the whole pool, beside it of those in the campaign', async () => {
    const printed = await printedIndicator(platform, 'K41')
    // 58 ÷ 602; of those in the campaign 53 ÷ 387.
    assert.deepEqual(
      ['printed', 'of-selected', 'cleared', 'recovered'].map((key) => printed.get(key)),
      ['9.63%', '13.69%', '58件', '2284913.27元'],
    )
    const selected = await asked<Rows>(platform, list, { selected: true })
    assert.equal(selected.total, pool.selected)
  })

  await t.test('what was cleared without a crew is marked', async () => {
    const { rows } = await asked<Rows<{ readonly marks: readonly { readonly code: string }[] }>>(platform, list, {
      cleared: true,
      marked: true,
    })
    assert.equal(rows.length, 5)
    assert.ok(rows.every(({ marks }) => marks.some(({ code }) => code === 'W_CLEARED_WITHOUT_CREW')))
  })

  const old = { caseNumber: '（2018）川1123执7号', terminatedOn: '2019-03-01', unpaid: '3000000', selected: true }

  await t.test('a crew lacks nobody, and only some outcomes clear a case', async () => {
    const { entryId, problem } = await given(platform, 'campaigns.record-clearing-case', old)
    assert.equal(problem, null)
    const two = await given(platform, 'campaigns.staff-clearing-case', { entryId, crew: '甲、乙' })
    assert.match(two.problem?.detail.zh ?? '', /网格员各一人/)
    const three = await given(platform, 'campaigns.staff-clearing-case', { entryId, crew: '甲、乙、丙' })
    assert.equal(three.problem, null)
    const early = { entryId, clearedOn: '2019-01-01', via: '自动履行', result: '执行完毕' }
    const before = await given(platform, 'campaigns.clear-clearing-case', early)
    assert.match(before.problem?.detail.zh ?? '', /早于终本日期/)
    const resumed = { entryId, clearedOn: '2024-12-30', via: '恢复执行', result: '恢复执行中' }
    assert.equal((await given(platform, 'campaigns.clear-clearing-case', resumed)).problem, null)
    assert.equal((await printedFigures(platform)).get('F30'), `${pool.cleared}件`)
    const done = { entryId, result: '执行完毕', money: '3000000', reason: '已全部履行' }
    assert.equal((await given(platform, 'campaigns.correct-clearing-case', done)).problem, null)
    const figures = await printedFigures(platform)
    assert.deepEqual([figures.get('F30'), figures.get('F31')], [`${pool.cleared + 1}件`, '231万元'])
  })

  await t.test('a pool entry names its case', async () => {
    const { problem } = await given(platform, 'campaigns.record-clearing-case', { terminatedOn: '2019-03-01' })
    assert.equal(problem?.status, 422)
  })

  await t.test('once a clearing campaign is on record its figures begin with it', async () => {
    const campaign = { campaign: '冬季清仓', kind: '终本清仓', startsOn: '2024-12-01' }
    assert.equal((await given(platform, 'campaigns.record-campaign', campaign)).problem, null)
    const { total } = await asked<Rows>(platform, list, { cleared: true, day: 'clearedOn', from: '2024-12-01' })
    assert.ok(total < pool.cleared)
    assert.equal((await printedFigures(platform)).get('F30'), `${total}件`)
  })

  await t.test('who handles none of the cases sees none of the pool', async () => {
    const nobody = staff('00000000-0000-7000-8000-000000000001', ['campaigns.read'])
    assert.equal((await asked<Rows>(platform, list, {}, nobody)).total, 0)
  })

  await t.test('a sheet taken back leaves what was entered by hand', async () => {
    await given(platform, 'ledgers.undo-batch', { batchId: sheet?.batchId ?? '' })
    const { rows } = await asked<Rows>(platform, list, {})
    assert.deepEqual(
      rows.map(({ caseNumber }) => caseNumber),
      [old.caseNumber],
    )
  })
})

test('nothing joins the list of a campaign after it was frozen', async (t) => {
  const platform = await bureau(t)
  await bring(platform, first)
  const { caseId } = await caseOf(platform, '（2024）川1123执1147号')
  const campaign = '嘉州亮剑集中攻坚执行大会战'
  const { entryId } = await given(platform, 'campaigns.record-campaign', {
    campaign,
    kind: '集中攻坚',
    startsOn: '2025-01-02',
  })
  assert.equal((await given(platform, 'campaigns.freeze-campaign', { entryId, frozenOn: '2024-12-31' })).problem, null)
  const late = await given(platform, 'campaigns.record-campaign-case', { caseId, campaign, joinedOn: '2025-01-03' })
  assert.equal(late.problem?.type, '/problems/campaigns/list-is-frozen')
  const inTime = await given(platform, 'campaigns.record-campaign-case', { caseId, campaign, joinedOn: '2024-12-31' })
  assert.equal(inTime.problem, null)
  const settled = { entryId: inTime.entryId, outcomeOn: '2025-01-06', outcome: '达成和解', money: '100000' }
  assert.equal((await given(platform, 'campaigns.settle-campaign-case', settled)).problem, null)
  const squad = { campaign, squad: '第3组', formedOn: '2025-01-02', lead: '甲', members: '乙、丙' }
  assert.equal((await given(platform, 'campaigns.record-squad', squad)).problem, null)
  const report = { campaign, squad: '第3组', reportedOn: '2025-01-03', visits: 18, summoned: 15, agreed: 8 }
  assert.equal((await given(platform, 'campaigns.record-day-report', report)).problem, null)
  const twice = await given(platform, 'campaigns.record-day-report', report)
  assert.equal(twice.problem?.type, '/problems/registers/same-entry')
})

test('the pool of another court is known by its own words', async (t) => {
  const platform = await bureau(t)
  const csv = [
    '终本积案清理情况表',
    '属地,债务人,权利人,终结本次执行日期,执行案号,剩余未履行金额（元）,纳入专项,小组成员,是否已出清,出清方式,处理结果,执恢案号,清结日期,到位金额（元）,督导,批注',
    '石溪镇,甲,乙,2019.3.5,（2018）川1123执13号,30000,√,丙、丁、戊,是,督促履行,履行完毕,,2024.5.6,30000,己,',
    '双溪镇,庚,辛,2020年1月6日,（2019）川1123执14号,20000,√,丙、丁,否,,,,,,己,',
    '双溪镇,壬,辛,2020年1月6日,（2019）川1123执15号,1.5万元,,,已出清,恢复,正在恢复执行,,2024.6.1,,己,',
  ].join('\n')
  const [sheet] = await bring(platform, { fileName: '积案清理.csv', bytes: Buffer.from(csv) })
  assert.deepEqual([sheet?.kind, sheet?.accepted, sheet?.setAside], ['clearing-case', 3, 0])
  const { rows } = await asked<Rows<{ readonly marks: readonly { readonly code: string }[] }>>(platform, list, {
    marked: true,
  })
  // Two in a crew, and an outcome that is no clearing: recorded as they are, and marked.
  assert.deepEqual(rows.flatMap(({ marks }) => marks.map(({ code }) => code)).toSorted(), [
    'W_CLEARED_WITHOUT_CREW',
    'W_CREW_INCOMPLETE',
    'W_NO_CLEARING_OUTCOME',
    'W_RESUMED_WITHOUT_NUMBER',
  ])
})
