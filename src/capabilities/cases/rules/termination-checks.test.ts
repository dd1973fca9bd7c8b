import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { terminationGate, terminationReasons } from '#law/termination-gate.ts'
import { eventKindCodes } from '../stages.ts'
import { terminationChecks } from './termination-checks.ts'
import { terminationFactsOf } from './termination-facts.ts'

const [filedOn, on] = [day('2024-01-02'), day('2024-06-03')]
const stateOf = (happened: ReadonlyMap<string, Temporal.PlainDate>, id: string) =>
  terminationChecks(happened, filedOn, on).checks.find((check) => check.id === id)

test('the list misses exactly what the gate refuses for', () => {
  fc.assert(
    fc.property(fc.subarray([...eventKindCodes]), (kinds) => {
      const happened = new Map(kinds.map((kind) => [kind, day('2024-03-01')]))
      const listed = terminationChecks(happened, filedOn, on).checks.filter(({ state }) => state === 'missing')
      const { reasons } = terminationGate(terminationFactsOf(happened, filedOn, on)).value
      assert.deepEqual(
        listed.map(({ id }) => id),
        reasons,
      )
    }),
  )
})

test('every item of the gate is on the list', () => {
  assert.deepEqual(
    terminationChecks(new Map(), filedOn, on).checks.map(({ id }) => id),
    terminationReasons,
  )
})

test('a debtor who is not missing need not be sought', () => {
  assert.equal(stateOf(new Map(), 'DEBTOR_NOT_SOUGHT')?.state, 'not-applicable')
  assert.equal(stateOf(new Map([['debtor-missing', on]]), 'DEBTOR_NOT_SOUGHT')?.state, 'missing')
})

test('what is met names the event and its day', () => {
  const happened = new Map([['notice-served', day('2024-01-09')]])
  const check = stateOf(happened, 'NOTICE_NOT_SERVED')
  assert.equal(check?.state, 'met')
  assert.equal(check?.proof?.on, '2024-01-09')
})

test('what is missing names the event that would heal it, but time heals itself', () => {
  assert.equal(stateOf(new Map(), 'NOTICE_NOT_SERVED')?.remedy?.kind, 'notice-served')
  const early = terminationChecks(new Map(), filedOn, day('2024-04-02')).checks
  const months = early.find(({ id }) => id === 'UNDER_THREE_MONTHS')
  assert.equal(months?.state, 'missing')
  assert.equal(months?.remedy, null)
})
