import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { label } from '#kernel/values/labels.ts'
import { publishedCalendar, withNotice } from '#law/calendar.ts'
import { enforcementLimit } from '#law/parameters.ts'
import { type ClockRule, never, type Stops } from '../clock-rule.ts'
import { derivationOf } from './derivation.ts'
import { dueReckoner } from './due.ts'
import { byCaseLimit, byCourt, byRule } from './limits.ts'

const common = {
  subject: 'case',
  title: label('', ''),
  starts: ['filed'],
  finishes: ['served'],
  warn: 3,
  whom: 'handler',
  missed: label('', ''),
  source: 'L',
} as const
const notice: ClockRule = { ...common, id: 'notice', limit: byRule('filing.notice') }
const limit: ClockRule = {
  ...common,
  id: 'limit',
  pauses: [{ from: 'stayed', until: ['resumed'], title: label('中止执行', 'Stay') }],
  limit: byCaseLimit('enforcement', enforcementLimit),
}
const workingDays: ClockRule = {
  ...common,
  id: 'days',
  limit: byCourt({ amount: 3, unit: 'working-day', onHoliday: 'none', author: '本院', since: '2020-01-01' }),
}
const titles = (kind: string) => ({ filed: '立案', served: '送达', closed: '结案', stayed: '中止执行' })[kind] ?? kind

function derive(rule: ClockRule, startedOn: string, stops: Stops | null = null, ended: [string, string] | null = null) {
  const { dueOn } = dueReckoner(publishedCalendar)(rule, 1, startedOn, stops)
  const stored = {
    step: 1,
    startedBy: 'filed',
    startedOn,
    dueOn,
    finishedBy: ended?.[0] ?? null,
    finishedOn: ended?.[1] ?? null,
    stops,
  }
  return derivationOf(rule, stored, publishedCalendar, titles)
}

test('the derivation names the start, the days off that moved the end, and the article', () => {
  const derivation = derive(notice, '2024-09-25')
  assert.equal(derivation.startWhy, '立案，当日不计')
  assert.equal(derivation.length, '10日')
  assert.deepEqual(derivation.counted, [{ from: '2024-09-26', to: '2024-10-05', days: 10 }])
  assert.deepEqual(derivation.skipped, [{ from: '2024-10-05', to: '2024-10-07', why: '国庆节放假，期满日顺延' }])
  assert.equal(derivation.dueOn, '2024-10-08')
  assert.match(derivation.citations[0] ?? '', /解释.*第480条/)
  assert.deepEqual(derivation.remarks, [])
})

test('days of a pause are left out by name, and the days around them are counted', () => {
  const pauses = [{ kind: 'stayed', from: '2024-03-01', to: '2024-03-31' }]
  const derivation = derive(limit, '2024-01-15', { pauses, extensions: [] })
  assert.deepEqual(derivation.skipped, [{ from: '2024-03-01', to: '2024-03-30', why: '中止执行' }])
  assert.deepEqual(derivation.counted, [
    { from: '2024-01-16', to: '2024-02-29', days: 45 },
    { from: '2024-03-31', to: '2024-08-14', days: 137 },
  ])
  assert.equal(derivation.dueOn, '2024-08-14')
})

test('working days leave out every day off between', () => {
  const derivation = derive(workingDays, '2024-09-30')
  assert.deepEqual(derivation.skipped, [{ from: '2024-10-01', to: '2024-10-07', why: '国庆节放假' }])
  assert.equal(derivation.dueOn, '2024-10-10')
})

test('a clock that stands still shows no end and says since when', () => {
  const derivation = derive(limit, '2024-01-15', {
    pauses: [{ kind: 'stayed', from: '2024-03-01', to: null }],
    extensions: [],
  })
  assert.equal(derivation.dueOn, null)
  assert.match(derivation.remarks.join(), /2024-03-01起暂停/)
})

test('a clock that lapsed says that the act was never recorded', () => {
  const derivation = derive(notice, '2024-03-01', null, ['closed', '2024-03-05'])
  assert.match(derivation.remarks.join(), /2024-03-05结案，本期限随之终止，未见送达记录/)
})

test('a year without a notice is said', () => {
  assert.match(derive(notice, '2026-12-28').remarks.join(), /2027年.*没有收录/)
})

test('an end that was reckoned by an older calendar stays as recorded and says what it would be now', () => {
  const later = withNotice(publishedCalendar, {
    year: 2027,
    papers: [],
    days: [{ date: Temporal.PlainDate.from('2027-01-07'), name: '元旦', isOffDay: true }],
  })
  const stored = {
    step: 1,
    startedBy: 'filed',
    startedOn: '2026-12-28',
    dueOn: '2027-01-07',
    finishedBy: 'served',
    finishedOn: '2027-01-05',
    stops: null,
  }
  const derivation = derivationOf(notice, stored, later, titles)
  assert.equal(derivation.dueOn, '2027-01-07')
  assert.match(derivation.remarks.join(), /记为2027-01-07，按现行安排应为2027-01-08/)
})

test('the days counted are exactly the length of the limit', () => {
  const day = fc
    .integer({ min: 0, max: 700 })
    .map((n) => Temporal.PlainDate.from('2023-06-01').add({ days: n }).toString())
  const pause = fc.tuple(day, fc.integer({ min: 0, max: 90 })).map(([from, days]) => ({
    kind: 'stayed',
    from,
    to: Temporal.PlainDate.from(from).add({ days }).toString(),
  }))
  fc.assert(
    fc.property(day, fc.array(pause, { maxLength: 4 }), (startedOn, pauses) => {
      const derivation = derive(limit, startedOn, { pauses, extensions: [] })
      const start = Temporal.PlainDate.from(startedOn)
      const length = start.until(start.add({ months: 6 }), { largestUnit: 'day' }).days
      assert.equal(
        derivation.counted.reduce((sum, { days }) => sum + days, 0),
        length,
      )
      assert.notEqual(derivation.dueOn, never)
      assert.equal(derivation.counted.at(-1)?.to, derivation.dueOn)
    }),
  )
})
