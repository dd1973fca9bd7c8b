import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/values/dates.ts'
import { ruleOn } from './rules.ts'
import {
  type TerminationFacts,
  terminationGate,
  terminationReasons,
  terminationReasonText,
} from './termination-gate.ts'

const complete: TerminationFacts = {
  noticeServed: true,
  reportOrderServed: true,
  reportVerified: true,
  reportViolation: 'none',
  restrictionIssued: true,
  networkQueried: true,
  networkCovers: true,
  assets: 'none',
  filedOn: day('2024-01-15'),
  decisionOn: day('2024-04-16'),
  applicantInformed: true,
  panelReviewed: true,
  presidentApproved: true,
}
const reasons = (changes: TerminationFacts): string =>
  terminationGate({ ...complete, ...changes }).value.reasons.join(' ')

test('the reasons stand in the order of the rule book', () => {
  assert.deepEqual(ruleOn('terminate.gate').rule.value, terminationReasons)
  for (const reason of terminationReasons) assert.match(terminationReasonText(reason), /[一-鿿]/)
})

test('a file with every step and no circumstance passes', () => assert.equal(reasons({}), ''))

for (const [name, changes, expected] of [
  [
    'a refused report that was not punished blocks, though there is nothing to verify',
    { reportViolation: 'refused', reportVerified: false },
    'REPORT_VIOLATION_UNSANCTIONED',
  ],
  [
    'a late report that was punished must still be verified',
    { reportViolation: 'late', reportViolationSanctioned: true, reportVerified: false },
    'REPORT_NOT_VERIFIED',
  ],
  [
    'what the network does not cover may be looked at in the field',
    { networkCovers: false, fieldInvestigated: true },
    '',
  ],
  ['property that nobody knows of blocks', { assets: undefined }, 'ASSETS_AVAILABLE'],
  ['property that cannot be sold does not', { assets: 'unsaleable' }, ''],
  ['without a filing date three months cannot be shown', { filedOn: undefined }, 'UNDER_THREE_MONTHS'],
  [
    'a signature replaces panel and president only',
    { applicantSigned: true, panelReviewed: false, presidentApproved: false, restrictionIssued: false },
    'RESTRICTION_NOT_ISSUED',
  ],
  ['without a signature the panel alone is not enough', { presidentApproved: false }, 'NO_PRESIDENT_APPROVAL'],
] as const satisfies readonly (readonly [string, TerminationFacts, string])[]) {
  test(`termination: ${name}`, () => assert.equal(reasons(changes), expected))
}

test('an empty file is missing every step, and no circumstance is imputed to it', () => {
  assert.deepEqual(terminationGate({}).value.reasons, [
    'NOTICE_NOT_SERVED',
    'REPORT_ORDER_NOT_SERVED',
    'REPORT_NOT_VERIFIED',
    'RESTRICTION_NOT_ISSUED',
    'INVESTIGATION_NETWORK_MISSING',
    'INVESTIGATION_FIELD_MISSING',
    'ASSETS_AVAILABLE',
    'UNDER_THREE_MONTHS',
    'APPLICANT_NOT_INFORMED',
    'NO_SIGNATURE_NO_PANEL',
    'NO_PRESIDENT_APPROVAL',
  ])
})
