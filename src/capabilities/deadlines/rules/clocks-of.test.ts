import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { publishedCalendar } from '#law/calendar.ts'
import { enforcementLimit } from '#law/parameters.ts'
import { label } from '#kernel/values/labels.ts'
import { type ClockEvent, type ClockRule, never } from '../clock-rule.ts'
import { clocksOf } from './clocks-of.ts'
import { dueReckoner } from './due.ts'
import { byCaseLimit, byLookups, byRule, lookupCount } from './limits.ts'

const common = { subject: 'case', whom: 'handler', missed: label('', ''), source: 'L', warn: 3 } as const

const notice: ClockRule = {
  ...common,
  id: 'notice',
  title: label('通知', 'Notice'),
  starts: ['filed'],
  finishes: ['served'],
  early: true,
  lapses: ['closed'],
  limit: byRule('filing.notice'),
}
const limit: ClockRule = {
  ...common,
  id: 'limit',
  title: label('审限', 'Limit'),
  among: ['执'],
  except: ['odd'],
  starts: ['filed'],
  finishes: ['closed'],
  pauses: [
    { from: 'stayed', until: ['resumed'], title: label('中止', 'Stay') },
    { from: 'valued', until: ['priced', 'resumed'], title: label('评估', 'Valuation') },
  ],
  extendedBy: ['extended'],
  limit: byCaseLimit('enforcement', enforcementLimit),
}
const pool: ClockRule = {
  ...common,
  id: 'pool',
  title: label('查询', 'Look-up'),
  starts: ['ruled', 'closed'],
  finishes: ['looked'],
  lapses: ['taken-up'],
  knownFrom: 'known',
  steps: lookupCount,
  limit: byLookups,
}

const subject = (events: readonly ClockEvent[], traits = ['执']) => ({ id: 'a', caseId: 'a', traits, events })
const reckon = (rule: ClockRule, events: readonly ClockEvent[], traits?: string[]) =>
  clocksOf([rule], subject(events, traits), dueReckoner(publishedCalendar))
const only = (rule: ClockRule, events: readonly ClockEvent[]) => {
  const [clock, ...others] = reckon(rule, events)
  assert.ok(clock)
  assert.equal(others.length, 0)
  return clock
}

test('a notice period of ten days that ends on a day off ends on the first day worked', () => {
  const clock = only(notice, [{ kind: 'filed', on: '2024-09-25' }])
  assert.deepEqual(
    [clock.startedOn, clock.dueOn, clock.finishedOn, clock.provisional, clock.version],
    ['2024-09-25', '2024-10-08', null, false, 'filing.notice@2022-04-10'],
  )
})

test('a period that leans on a year without a notice is provisional', () => {
  assert.equal(only(notice, [{ kind: 'filed', on: '2026-12-28' }]).provisional, true)
  assert.equal(only(notice, [{ kind: 'filed', on: '2026-12-01' }]).provisional, false)
})

test('without the event that starts it there is no clock', () => {
  assert.deepEqual(reckon(notice, [{ kind: 'served', on: '2024-01-05' }]), [])
})

test('a rule concerns only the records it names, and not those it leaves out', () => {
  const filed = [{ kind: 'filed', on: '2024-01-15' }]
  assert.equal(reckon(limit, filed, ['执']).length, 1)
  assert.equal(reckon(limit, filed, ['执恢']).length, 0)
  assert.equal(reckon(limit, filed, ['执', 'odd']).length, 0)
})

test('the act ends the clock on its day, also when it was done before the start', () => {
  assert.equal(
    only(notice, [
      { kind: 'filed', on: '2024-01-15' },
      { kind: 'served', on: '2024-01-20' },
    ]).finishedOn,
    '2024-01-20',
  )
  assert.equal(
    only(notice, [
      { kind: 'filed', on: '2024-01-15' },
      { kind: 'served', on: '2024-01-14' },
    ]).finishedOn,
    '2024-01-14',
  )
})

test('a closed case waits for no notice, and the clock says what ended it', () => {
  const clock = only(notice, [
    { kind: 'filed', on: '2024-01-15' },
    { kind: 'closed', on: '2024-01-18' },
    { kind: 'served', on: '2024-01-20' },
  ])
  assert.deepEqual([clock.finishedBy, clock.finishedOn], ['closed', '2024-01-18'])
})

test('a pause moves the end by the days it lasted', () => {
  const clock = only(limit, [
    { kind: 'filed', on: '2024-01-15' },
    { kind: 'stayed', on: '2024-03-01' },
    { kind: 'resumed', on: '2024-03-31' },
  ])
  assert.equal(clock.dueOn, '2024-08-14')
})

test('while a pause lasts the clock has no end', () => {
  const begun = [
    { kind: 'filed', on: '2024-01-15' },
    { kind: 'stayed', on: '2024-03-01' },
  ]
  assert.equal(only(limit, begun).dueOn, never)
  assert.equal(only(limit, [...begun, { kind: 'closed', on: '2024-04-01' }]).dueOn, '2024-08-15')
})

test('a pause that begins after the limit has run out does not revive it', () => {
  const begun = [
    { kind: 'filed', on: '2024-01-15' },
    { kind: 'stayed', on: '2024-07-16' },
  ]
  assert.equal(only(limit, begun).dueOn, '2024-07-15')
  assert.equal(
    only(limit, [
      { kind: 'filed', on: '2024-01-15' },
      { kind: 'stayed', on: '2024-07-15' },
    ]).dueOn,
    never,
  )
})

test('approved months are counted from filing, so that month ends do not drift', () => {
  const clock = only(limit, [
    { kind: 'filed', on: '2023-08-31' },
    { kind: 'extended', on: '2024-02-20', months: 3 },
  ])
  assert.equal(clock.dueOn, '2024-05-31')
})

test('ten look-ups follow the end of a round, counted from the ruling', () => {
  const clocks = reckon(pool, [
    { kind: 'ruled', on: '2023-08-31' },
    { kind: 'closed', on: '2023-09-02' },
  ])
  assert.deepEqual(
    clocks.map(({ dueOn }) => dueOn),
    [
      '2024-02-29',
      '2024-08-31',
      '2025-02-28',
      '2025-08-31',
      '2026-02-28',
      '2026-08-31',
      '2027-02-28',
      '2027-08-31',
      '2028-02-29',
      '2028-08-31',
    ],
  )
})

test('one look-up meets the turn it falls in, and those that were missed before it', () => {
  const looked = (on: string) =>
    reckon(pool, [
      { kind: 'closed', on: '2024-01-10' },
      { kind: 'looked', on },
    ]).filter(({ finishedOn }) => finishedOn)
  assert.deepEqual(
    looked('2024-06-01').map(({ step }) => step),
    [1],
  )
  assert.deepEqual(
    looked('2024-08-01').map(({ step }) => step),
    [1, 2],
  )
  assert.deepEqual(
    looked('2024-01-10').map(({ step }) => step),
    [],
  )
})

test('a case taken up again needs no further look-ups', () => {
  const clocks = reckon(pool, [
    { kind: 'closed', on: '2024-01-10' },
    { kind: 'looked', on: '2024-07-01' },
    { kind: 'taken-up', on: '2024-09-01' },
  ])
  assert.deepEqual(
    clocks.map(({ step, finishedBy, finishedOn }) => [step, finishedBy, finishedOn]),
    [
      [1, 'looked', '2024-07-01'],
      [2, 'taken-up', '2024-09-01'],
    ],
  )
})

test('look-ups that were due before the case was put on record are not held against anybody', () => {
  const clocks = reckon(pool, [
    { kind: 'closed', on: '2024-01-10' },
    { kind: 'known', on: '2025-01-06' },
  ])
  assert.deepEqual(
    clocks.map(({ step }) => step),
    [2, 3, 4, 5, 6, 7, 8, 9, 10],
  )
})

const days = fc
  .integer({ min: 0, max: 900 })
  .map((n) => Temporal.PlainDate.from('2023-06-01').add({ days: n }).toString())
const events = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'stayed',
      'resumed',
      'valued',
      'priced',
      'served',
      'closed',
      'looked',
      'taken-up',
      'ruled',
      'known',
      'filed',
    ),
    on: days,
  }),
  { maxLength: 12 },
)
const all = [notice, limit, pool]

test('the order in which events were recorded does not matter', () => {
  fc.assert(
    fc.property(events, fc.infiniteStream(fc.nat()), (list, chance) => {
      const shuffled = list.map((event) => ({ event, at: chance.next().value })).toSorted((a, b) => a.at - b.at)
      const due = dueReckoner(publishedCalendar)
      assert.deepEqual(
        clocksOf(all, subject(shuffled.map(({ event }) => event)), due),
        clocksOf(all, subject(list), due),
      )
    }),
  )
})

test('a pause never makes a clock end earlier', () => {
  fc.assert(
    fc.property(days, events, days, fc.option(days), (filed, list, from, to) => {
      const base = list.filter(({ kind }) => ['stayed', 'resumed', 'valued', 'priced'].includes(kind))
      const before = only(limit, [{ kind: 'filed', on: filed }, ...base])
      const added = [{ kind: 'audited', on: from }, ...(to === null ? [] : [{ kind: 'reported', on: to }])]
      const audited: ClockRule = {
        ...limit,
        pauses: [...(limit.pauses ?? []), { from: 'audited', until: ['reported'], title: label('审计', 'Audit') }],
      }
      const after = only(audited, [{ kind: 'filed', on: filed }, ...base, ...added])
      assert.ok(after.dueOn >= before.dueOn, `${before.dueOn} became ${after.dueOn}`)
    }),
  )
})

test('a clock counts as due soon before it is urgent, and urgent no later than on its last day', () => {
  fc.assert(
    fc.property(days, events, (filed, list) => {
      for (const clock of clocksOf(
        all,
        subject([{ kind: 'filed', on: filed }, ...list]),
        dueReckoner(publishedCalendar),
      )) {
        assert.ok(clock.dueFrom <= clock.urgentFrom && clock.urgentFrom <= clock.dueOn)
        assert.ok(clock.startedOn <= clock.dueFrom)
      }
    }),
  )
})
