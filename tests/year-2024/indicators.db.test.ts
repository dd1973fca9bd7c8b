import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Comparison, Course, HonestyShown, Values } from '../../src/capabilities/indicators/contract.ts'
import { indicatorsJson, indicatorValues, periodOf } from '#capabilities/indicators'
import { importFile } from '#capabilities/ledgers'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { day } from '#kernel/values/dates.ts'
import { answer, director, emptyCourt, inCourt, recordYear, truth } from './court.ts'
import { rooms } from './rooms.ts'

const platform = await emptyCourt(undefined, rooms)
await recordYear(platform)

const [from, to] = ['2024-01-01', '2024-12-31']
const year = periodOf(day(from), day(to), undefined, day('2025-01-07'))
const { figures } = truth

type Line = {
  readonly id: string
  readonly variant: string
  readonly numerator: number
  readonly denominator: number
  readonly value: number | null
  readonly printed: string
}
const lines = JSON.parse(indicatorsJson(await inCourt(platform, (tx) => indicatorValues(tx, year)))) as readonly Line[]

function line(id: string, variant = 'printed'): Line {
  const found = lines.find((one) => one.id === id && one.variant === variant)
  assert.ok(found, `${id} ${variant}`)
  return found
}

const fractions = [
  ['K01', 'printed', figures.closingRate],
  ['K02', 'printed', figures.fullPerformanceRate],
  ['K04', 'printed', figures.recoveryRate],
  ['K04', 'on-full-claim', figures.recoveryRateVariants.onFullClaim],
  ['K04', 'on-claim-less-waived', figures.recoveryRateVariants.onClaimLessWaived],
  ['K04', 'on-full-claim-all-closed', figures.recoveryRateVariants.onFullClaimAllClosed],
  ['K07', 'printed', figures.reallyFinishedRate],
  ['K08', 'printed', figures.thisRoundTerminated.rateOfBase],
] as const

for (const [id, variant, expected] of fractions) {
  test(`${id} ${variant} of 2024 is ${expected.truncated2} %, both sides to the unit`, () => {
    const { numerator, denominator, value, printed } = line(id, variant)
    assert.deepEqual([numerator, denominator], [expected.numerator, expected.denominator])
    assert.equal(value, Number(expected.truncated2))
    assert.equal(printed, `${expected.truncated2}%`)
  })
}

test('cases of 2024 took 62.2 days in the mean, those performed in full counted by themselves too', () => {
  const { allClosed, full } = figures.averageDays
  assert.equal(line('K13').printed, `${allClosed.truncated1}天`)
  assert.equal(line('K13').numerator, allClosed.numerator)
  assert.deepEqual(
    [line('K13', 'performed').numerator, line('K13', 'performed').denominator],
    [full.numerator, full.denominator],
  )
})

test('overdue nodes are counted node by node', () => {
  const { noticeLaterThan10Days, queryLaterThan5Days, closedLaterThan6Months } = figures.nodes
  assert.equal(line('K17', 'notice-late').numerator, noticeLaterThan10Days)
  assert.equal(line('K17', 'inquiry-late').numerator, queryLaterThan5Days)
  assert.equal(line('K17', 'closed-late').numerator, closedLaterThan6Months)
  assert.equal(line('K17').numerator, noticeLaterThan10Days + queryLaterThan5Days + closedLaterThan6Months)
  assert.equal(line('K11').denominator - line('K11').numerator, closedLaterThan6Months)
})

test('without a register of last year there is no year-on-year figure', () => {
  assert.deepEqual([line('K29').numerator, line('K29').value, line('K29').printed], [1154, null, '—'])
})

test('the variant that reports print comes first and is named so', () => {
  const ids = [...new Set(lines.map(({ id }) => id))]
  assert.deepEqual(ids, 'K01 K02 K03 K04 K05 K07 K08 K09 K11 K13 K16 K17 K29 K42'.split(' '))
  for (const id of ids) assert.equal(lines.find((one) => one.id === id)?.variant, 'printed')
})

test('both families stand under names that say their base', async () => {
  const { rows } = await answer<Values>(platform, 'indicators.values', { from, to })
  const titles = rows.filter(({ id }) => id === 'K07').map(({ title }) => title.zh)
  assert.deepEqual(titles, [
    '实际执结率（以结案减去销案、撤回、移送为基数）',
    '实结占结案数比例（以结案为基数）',
    '实际执结率（以受理为基数）',
  ])
})

type Page = {
  readonly total: number
  readonly sums: Readonly<Record<string, string>>
  readonly rows: readonly { caseNumber: string }[]
}
const records = (input: object) =>
  answer<Page>(platform, 'indicators.records', { from, to, ...input }, { total: true, limit: 1000 })

test('the list behind each side of each figure adds up to that side', async () => {
  for (const { id, variant, numerator, denominator } of lines) {
    for (const [side, figure] of [
      ['numerator', numerator],
      ['denominator', denominator],
    ] as const) {
      const { sums } = await records({ id, variant, side })
      assert.equal(Number(sums['weight']), figure, `${id} ${variant} ${side}`)
    }
  }
})

test('what is missing from the closing rate are the three open cases', async () => {
  const { rows } = await records({ id: 'K01', side: 'rest' })
  assert.deepEqual(rows.map(({ caseNumber }) => caseNumber).toSorted(), figures.closed.pendingCases.toSorted())
})

test('a figure of nobody’s definition opens an empty list', async () => {
  assert.equal((await records({ id: 'K99', side: 'numerator' })).total, 0)
})

test('handlers and teams add up to the court, and each has what the ledger says', async () => {
  const { rows } = await answer<Values>(platform, 'indicators.values', { from, to, by: ['handler', 'team', 'type'] })
  const rate = rows.filter(({ id, variant }) => id === 'K01' && variant === 'printed')
  const byName = (dimension: string) =>
    Object.fromEntries(
      rate
        .filter((row) => row.dimension === dimension)
        .map(({ keyName, numerator, denominator }) => [keyName, [Number(numerator.count), Number(denominator?.count)]]),
    )
  const judges = Object.entries(figures.byJudge).map(([name, { accepted, closed }]) => [name, [closed, accepted]])
  assert.deepEqual(byName('handler'), Object.fromEntries(judges))
  assert.deepEqual(byName('type'), { 执: [1188, 1191] })
  const sums = rate.filter(({ dimension }) => dimension === 'team').map(({ denominator }) => Number(denominator?.count))
  const ascending = (a: number, b: number) => a - b
  assert.deepEqual(sums.toSorted(ascending), Object.values(figures.byTeam).toSorted(ascending))
})

test('a breakdown asked for twice is told once', async () => {
  const told = async (by: readonly string[]) =>
    (await answer<Values>(platform, 'indicators.values', { from, to, by })).rows.length
  assert.equal(await told(['handler', 'type', 'handler']), await told(['handler', 'type']))
})

test('months add up to the year, and the year’s course ends at its figure', async () => {
  const { points } = await answer<Course>(platform, 'indicators.trend', { from, to, id: 'K01' })
  const closed = points.map(({ from: month, month: { numerator } }) => [month.slice(0, 7), Number(numerator)])
  assert.deepEqual(Object.fromEntries(closed), figures.byMonthClosed)
  assert.equal(points.at(-1)?.cumulative.printed, '99.74%')
  assert.equal(points.at(-2)?.cumulative.printed, '78.76%')
})

test('as of a day, what happened later has not happened', async () => {
  const { rows } = await answer<Values>(platform, 'indicators.values', { from, to, asOf: '2024-11-30' })
  const rate = rows.find(({ id }) => id === 'K01')
  assert.equal(rate?.printed, '78.76%')
  const upToNovember = Object.entries(figures.byMonthClosed).filter(([month]) => month <= '2024-11')
  assert.equal(
    Number(rate?.numerator.count),
    upToNovember.reduce((sum, [, cases]) => sum + cases, 0),
  )
})

test('the core set says which of its members have no records yet', async () => {
  const { core } = await answer<Values>(platform, 'indicators.values', { from, to })
  assert.deepEqual(
    core.map(({ id, row, remark }) => [id, row?.printed ?? remark?.zh]),
    [
      ['K12', '尚无记录'],
      ['K10', '尚无记录'],
      ['K18', '尚无记录'],
      ['K01', '99.74%'],
    ],
  )
  assert.equal(core[3]?.row?.inside, true)
})

test('year-end checks list the cases and change nothing', async () => {
  const { checks } = await answer<HonestyShown>(platform, 'indicators.honesty', { from, to })
  const list = async (check: string) =>
    (await answer<Page>(platform, 'indicators.honesty-cases', { from, to, check }, { total: true })).rows.map(
      ({ caseNumber }) => caseNumber,
    )
  assert.deepEqual((await list('early-termination')).toSorted(), figures.zbCheck.closedWithin3Months.toSorted())
  assert.deepEqual(
    (await list('termination-without-order')).toSorted(),
    figures.zbCheck.withoutConsumptionOrder.toSorted(),
  )
  for (const { check, cases } of checks) {
    const { total } = await answer<Page>(platform, 'indicators.honesty-cases', { from, to, check }, { total: true })
    assert.equal(total, cases ?? 0, check)
  }
  assert.equal(checks.find(({ check }) => check === 'december-filings')?.cases, figures.byMonthFiled['2024-12'])
})

test('a month that is over is frozen once; a later correction stands beside what was published', async () => {
  const actor = director(['indicators.freeze'])
  const freeze = (month: string) => execute(platform, actor, { command: 'indicators.freeze', input: { month } })
  assert.ok(!isRefusal(await freeze('2024-12')))
  const again = await freeze('2024-12')
  assert.ok(isRefusal(again) && again.problem.type === '/problems/indicators/already-frozen')
  const early = await freeze('2025-01')
  assert.ok(isRefusal(early) && early.problem.type === '/problems/indicators/month-not-over')

  const shown = async () => {
    const { rows } = await answer<Values>(platform, 'indicators.values', { from, to })
    const found = rows.find(({ id }) => id === 'K02')
    return [found?.first?.printed, found?.printed]
  }
  assert.deepEqual(await shown(), ['44.79%', '44.79%'])
  await inCourt(platform, async (tx, occasion) => {
    await tx.client.query(
      "update cases_case set manner = 'terminated' where case_number = (select case_number from cases_case where manner = 'performed' order by case_number limit 1)",
    )
    const { rebuildCaseFacts } = await import('#capabilities/indicators')
    await rebuildCaseFacts(tx)
    assert.equal(occasion.actor.kind, 'system')
  })
  assert.deepEqual(await shown(), ['44.79%', '44.70%'])
  await inCourt(platform, async (tx) => {
    const { rebuildCaseFacts } = await import('#capabilities/indicators')
    await tx.client.query(
      "update cases_case set manner = 'performed' where manner = 'terminated' and closing_reason is null",
    )
    await rebuildCaseFacts(tx)
  })
  assert.deepEqual(await shown(), ['44.79%', '44.79%'])
})

test('the city’s table is imported with its averages, which are no courts, and never mixed with own figures', async () => {
  const file = '13-全市对比指标.xlsx'
  const bytes = readFileSync(new URL(`../samples/2024/${file}`, import.meta.url))
  const outcome = await importFile(platform, director([]), { fileName: file, bytes })
  assert.ok(Array.isArray(outcome) && outcome[0]?.accepted === 13)
  const compared = await answer<Comparison>(platform, 'indicators.comparison', { from, to })
  assert.equal(compared.rank, String(figures.city.ownRank))
  assert.equal(compared.allBetter, figures.city.aboveProvinceInAll)
  assert.equal(compared.courts, 11)
  const rate = compared.measures.find(({ measure }) => measure === '结案率')
  assert.deepEqual([rate?.counted, rate?.imported, rate?.provinceMean, rate?.better], ['99.74', '99.74', '96.83', true])
  const again = await importFile(platform, director([]), { fileName: file, bytes })
  assert.equal(Array.isArray(again) && again[0]?.counts.same, 13, JSON.stringify(again))
})

test('who published the table, and when, is said by a person and never ahead of the day', async () => {
  const actor = director(['indicators.benchmarks'])
  const said = { from, to, publisher: '乐山市中级人民法院', publishedOn: '2025-01-03', source: '2024年执行质效通报' }
  const name = (input: object) => execute(platform, actor, { command: 'indicators.name-publication', input })
  const elsewhere = await name({ ...said, from: '2023-01-01', to: '2023-12-31' })
  assert.ok(isRefusal(elsewhere) && elsewhere.problem.type === '/problems/indicators/nothing-imported')
  const ahead = await name({ ...said, publishedOn: '2025-02-01' })
  assert.ok(isRefusal(ahead) && ahead.problem.type === '/problems/indicators/published-ahead')
  assert.ok(!isRefusal(await name(said)))
  const { publisher, publishedOn, source } = await answer<Comparison>(platform, 'indicators.comparison', { from, to })
  assert.deepEqual([publisher, publishedOn, source], ['乐山市中级人民法院', '2025-01-03', '2024年执行质效通报'])
})
