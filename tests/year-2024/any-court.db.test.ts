import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indicatorValues, periodOf } from '#capabilities/indicators'
import { day } from '#kernel/values/dates.ts'
import { answer, caseOf, emptyCourt, inCourt, record, type LedgerRow } from './court.ts'
import { rooms } from './rooms.ts'

/** An invented case of any court, in the words of the ledger. */
type Invented = Pick<
  LedgerRow,
  'filingDate' | 'closedDate' | 'manner' | 'claim' | 'waived' | 'unenf' | 'recovered' | 'noticeDate' | 'queryDate'
> & { readonly type: '执' | '执恢' | '执保' }

const first = day('2022-06-01')
const dayAfter = (start: string, days: number) => day(start).add({ days }).toString()
const manners = [
  '执行完毕',
  '终结执行',
  '终结本次执行程序',
  '不予执行',
  '驳回申请',
  '准予撤回申请',
  '销案',
  '移送其他法院执行',
]

const invented: fc.Arbitrary<Invented> = fc
  .record({
    type: fc.constantFrom('执', '执恢', '执保'),
    filed: fc.integer({ min: 0, max: 900 }),
    open: fc.option(fc.integer({ min: 0, max: 420 })),
    manner: fc.constantFrom(...manners),
    notice: fc.option(fc.integer({ min: 0, max: 30 })),
    query: fc.option(fc.integer({ min: 0, max: 15 })),
    money: fc.tuple(fc.nat(9_000_000), fc.nat(3_000_000), fc.nat(3_000_000), fc.nat(9_000_000)),
  })
  .map(({ type, filed, open, manner, notice, query, money: [claim, waived, unenf, recovered] }) => {
    const filingDate = first.add({ days: filed }).toString()
    return {
      type,
      filingDate,
      closedDate: open === null ? '' : dayAfter(filingDate, open),
      manner: open === null ? '' : manner,
      claim: claim + waived + unenf,
      waived,
      unenf,
      recovered,
      noticeDate: notice === null ? '' : dayAfter(filingDate, notice),
      queryDate: query === null ? '' : dayAfter(filingDate, query),
    }
  })

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const daysBetween = (a: string, b: string) => day(a).until(day(b)).days
const monthsAfter = (start: string, months: number) => day(start).add({ months }).toString()

/** The figures reckoned again by hand from the rows, knowing nothing of definitions or SQL: both sides of each. */
function reckoned(all: readonly Invented[], from: string, until: string): Readonly<Record<string, readonly number[]>> {
  const of = (...types: readonly string[]) => all.filter(({ type }) => types.includes(type))
  const closed = (cases: readonly Invented[]) =>
    cases.filter((c) => c.closedDate >= from && c.closedDate <= until && c.closedDate !== '')
  const accepted = (cases: readonly Invented[]) =>
    cases.filter((c) => c.filingDate <= until && (c.closedDate === '' || c.closedDate >= from))
  const inBase = (cases: readonly Invented[]) =>
    closed(cases).filter(({ manner }) => !['准予撤回申请', '销案', '移送其他法院执行'].includes(manner))
  const by = (cases: readonly Invented[], ...names: readonly string[]) =>
    closed(cases).filter(({ manner }) => names.includes(manner))
  const real = (cases: readonly Invented[]) => by(cases, '执行完毕', '终结执行', '不予执行', '驳回申请')
  const one = of('执')
  const both = of('执', '执恢')
  const open = (cases: readonly Invented[]) =>
    cases.filter((c) => c.filingDate <= until && (c.closedDate === '' || c.closedDate > until))
  const old = (cases: readonly Invented[]) => open(cases).filter((c) => monthsAfter(c.filingDate, 12) < until)
  const late = (cases: readonly Invented[]) => closed(cases).filter((c) => c.closedDate > monthsAfter(c.filingDate, 6))
  const recovery = (cases: readonly Invented[]) => sum(cases.map(({ recovered }) => recovered))
  const noticeLate = accepted(one).filter(
    (c) => c.noticeDate !== '' && c.noticeDate <= until && daysBetween(c.filingDate, c.noticeDate) > 10,
  )
  const queryLate = accepted(one).filter(
    (c) => c.queryDate !== '' && c.queryDate <= until && daysBetween(c.filingDate, c.queryDate) > 5,
  )
  const days = (cases: readonly Invented[]) => sum(cases.map((c) => daysBetween(c.filingDate, c.closedDate)))
  const filed = (cases: readonly Invented[], a: string, b: string) =>
    cases.filter((c) => c.filingDate >= a && c.filingDate <= b)
  const before = day(from).subtract({ days: 1 }).toString()
  const pool = (at: string) => both.filter((c) => c.manner === '终结本次执行程序' && c.closedDate <= at)
  return {
    'K01 printed': [closed(one).length, accepted(one).length],
    'K01 implementing': [closed(both).length, accepted(both).length],
    'K01 all-types': [closed(all).length, accepted(all).length],
    'K02 printed': [by(one, '执行完毕').length, inBase(one).length],
    'K02 of-closed': [by(one, '执行完毕').length, closed(one).length],
    'K02 of-accepted': [by(one, '执行完毕').length, accepted(one).length],
    'K03 printed': [by(of('执恢'), '执行完毕').length, inBase(of('执恢')).length],
    'K04 printed': [recovery(inBase(one)), sum(inBase(one).map((c) => c.claim - c.waived - c.unenf))],
    'K04 on-full-claim': [recovery(inBase(one)), sum(inBase(one).map((c) => c.claim))],
    'K04 on-claim-less-waived': [recovery(inBase(one)), sum(inBase(one).map((c) => c.claim - c.waived))],
    'K04 on-full-claim-all-closed': [recovery(closed(one)), sum(closed(one).map((c) => c.claim))],
    'K05 printed': [recovery(inBase(both)), sum(inBase(both).map((c) => c.claim - c.waived - c.unenf))],
    'K07 printed': [real(one).length, inBase(one).length],
    'K07 of-closed': [real(one).length, closed(one).length],
    'K07 of-accepted': [real(one).length, accepted(one).length],
    'K08 printed': [by(one, '终结本次执行程序').length, inBase(one).length],
    'K08 of-accepted': [by(one, '终结本次执行程序').length, accepted(one).length],
    'K09 printed': [by(one, '终结本次执行程序').length, closed(one).length],
    'K11 printed': [closed(one).length - late(one).length, closed(one).length],
    'K11 implementing': [closed(both).length - late(both).length, closed(both).length],
    'K13 printed': [days(closed(one)), closed(one).length],
    'K13 performed': [days(by(one, '执行完毕')), by(one, '执行完毕').length],
    'K16 printed': [old(both).length, open(both).length],
    'K17 printed': [noticeLate.length + queryLate.length + late(one).length, accepted(one).length],
    'K17 notice-late': [noticeLate.length, accepted(one).length],
    'K29 printed': [
      filed(one, from, until).length,
      filed(one, day(from).subtract({ years: 1 }).toString(), day(until).subtract({ years: 1 }).toString()).length,
    ],
    'K42 printed': [filed(of('执恢'), from, until).length, Math.ceil((pool(before).length + pool(until).length) / 2)],
  }
}

test('any court’s figures are what its rows say, for any period and as of any day', async (t) => {
  const platform = await emptyCourt(t, rooms)
  const court = fc.array(invented, { minLength: 1, maxLength: 120 })
  const span = fc.tuple(fc.integer({ min: 200, max: 900 }), fc.integer({ min: 0, max: 400 }), fc.option(fc.nat(400)))
  await fc.assert(
    fc.asyncProperty(court, span, async (cases, [start, length, asOf]) => {
      const from = first.add({ days: start })
      const to = from.add({ days: length })
      const period = periodOf(from, to, asOf === null ? undefined : from.add({ days: asOf }), day('2026-01-01'))
      const values = await inCourt(platform, async (tx, occasion) => {
        for (const table of ['cases_event', 'cases_case', 'indicators_case_fact'])
          await tx.client.query(`delete from ${table}`)
        const records = cases.map((said, i) => caseOf({ ...said, no: `（2023）川1123${said.type}${i + 1}号` }))
        await record(tx, records, occasion)
        return indicatorValues(tx, period)
      })
      const found = new Map(values.map((v) => [`${v.id} ${v.variant}`, [Number(v.numerator), Number(v.denominator)]]))
      for (const [name, sides] of Object.entries(reckoned(cases, period.from.toString(), period.until.toString()))) {
        assert.deepEqual(found.get(name), sides, name)
      }
    }),
    { numRuns: 60 },
  )
})

test('a case that is undone leaves no row, and the case it took up is in store again', async (t) => {
  const platform = await emptyCourt(t, rooms)
  const [old, again] = ['（2023）川1123执1号', '（2024）川1123执恢1号']
  const store = async () =>
    inCourt(platform, async (tx) => {
      const period = periodOf(day('2024-01-01'), day('2024-12-31'), undefined, day('2025-01-07'))
      const rate = (await indicatorValues(tx, period)).find(({ id }) => id === 'K42')
      return [Number(rate?.numerator), Number(rate?.denominator), rate?.halves]
    })
  const [, resumedId] = await inCourt(platform, (tx, occasion) =>
    record(
      tx,
      [
        caseOf({ no: old, filingDate: '2023-02-01', closedDate: '2023-09-01', manner: '终结本次执行程序' }),
        { ...caseOf({ no: again, filingDate: '2024-05-01' }), links: [{ number: old, relation: 'resumes' }] },
      ],
      occasion,
    ),
  )
  assert.deepEqual(await store(), [1, 1, true])
  await inCourt(platform, async (tx, occasion) => {
    for (const table of ['cases_link', 'cases_event', 'cases_case'])
      await tx.client.query(`delete from ${table} where case_id = $1`, [resumedId])
    const { reactTo } = await import('#kernel/pipeline/execute.ts')
    await reactTo(tx, [{ type: 'cases.case-restored', caseId: resumedId } as { type: string }], occasion)
  })
  assert.deepEqual(await store(), [0, 1, false])
})

test('a debtor who pays in one case in the month another is ended is listed, and one case alone is not', async (t) => {
  const platform = await emptyCourt(t, rooms)
  const debtor = { debtors: ['筠妍涛'], debtorIds: ['990020199702017321'], claim: 100_00 }
  const ended = { closedDate: '2024-06-20', manner: '终结本次执行程序', filingDate: '2024-01-05' }
  await inCourt(platform, (tx, occasion) =>
    record(
      tx,
      [
        caseOf({ ...debtor, ...ended, no: '（2024）川1123执1号' }),
        caseOf({
          ...debtor,
          no: '（2024）川1123执2号',
          filingDate: '2024-02-01',
          recovered: 5_00,
          lastReceiptDate: '2024-06-03',
        }),
        caseOf({
          ...ended,
          no: '（2024）川1123执3号',
          debtors: ['湄秋兰'],
          debtorIds: ['99005619920421189X'],
          recovered: 1_00,
          lastReceiptDate: '2024-06-03',
        }),
      ],
      occasion,
    ),
  )
  const input = { from: '2024-01-01', to: '2024-12-31', check: 'terminated-yet-paying' }
  const { rows: listed } = await answer<{ rows: readonly { caseNumber: string }[] }>(
    platform,
    'indicators.honesty-cases',
    input,
  )
  assert.deepEqual(
    listed.map(({ caseNumber }) => caseNumber),
    ['（2024）川1123执1号'],
  )
})
