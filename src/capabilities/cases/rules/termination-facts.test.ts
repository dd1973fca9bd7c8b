import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/values/dates.ts'
import { terminationGate } from '#law/termination-gate.ts'
import type { EventKind } from '../stages.ts'
import { remedyEvents, terminationFactsOf } from './termination-facts.ts'

const filedOn = day('2024-03-01')
const decisionOn = day('2024-09-02')
const complete: Partial<Record<EventKind, string>> = {
  'notice-served': '2024-03-05',
  'report-order-served': '2024-03-05',
  'report-verified': '2024-04-01',
  'consumption-restricted': '2024-04-02',
  'first-inquiry': '2024-03-04',
  'field-investigated': '2024-05-01',
  'assets-none': '2024-06-01',
  'applicant-informed': '2024-08-30',
  'applicant-signed': '2024-08-30',
}
const verdict = (events: Partial<Record<EventKind, string>>) =>
  terminationGate(
    terminationFactsOf(new Map(Object.entries(events).map(([kind, on]) => [kind, day(on)])), filedOn, decisionOn),
  ).value

test('a round ends when every step is on file', () => {
  assert.deepEqual(verdict(complete), { pass: true, reasons: [] })
})

test('each step that is not on file is named, and an event heals it', () => {
  for (const kind of Object.keys(complete) as EventKind[]) {
    const { [kind]: _missing, ...rest } = complete
    const { reasons } = verdict(rest)
    assert.ok(reasons.length > 0, kind)
    assert.ok(
      reasons.some((reason) => remedyEvents[reason] === kind || kind === 'applicant-signed'),
      `${kind}: ${reasons.join()}`,
    )
  }
})

test('a clue that came after the last check is unchecked again', () => {
  const before = verdict({ ...complete, 'clue-provided': '2024-05-01', 'clue-verified': '2024-05-03' })
  const after = verdict({ ...complete, 'clue-provided': '2024-05-04', 'clue-verified': '2024-05-03' })
  assert.deepEqual(before.reasons, [])
  assert.deepEqual(after.reasons, ['INVESTIGATION_CLUES_UNVERIFIED'])
})

test('assets found later outweigh an earlier finding that there are none', () => {
  assert.deepEqual(verdict({ ...complete, 'assets-found': '2024-07-01' }).reasons, ['ASSETS_AVAILABLE'])
})
