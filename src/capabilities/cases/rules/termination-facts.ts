import type { TerminationFacts } from '#law/termination-gate.ts'
import type { EventKind } from '../stages.ts'

/** The last day each kind of thing happened in a case. */
export type Happened = ReadonlyMap<string, Temporal.PlainDate>

/** What the case file proves toward 终本. A step without an event counts as not done; the gate itself is in `law`. */
export function terminationFactsOf(
  happened: Happened,
  filedOn: Temporal.PlainDate,
  decisionOn: Temporal.PlainDate,
): TerminationFacts {
  const done = (kind: EventKind): boolean => happened.has(kind)
  return {
    filedOn,
    decisionOn,
    noticeServed: done('notice-served'),
    reportOrderServed: done('report-order-served'),
    reportVerified: done('report-verified'),
    reportViolation: done('report-refused')
      ? 'refused'
      : done('report-false')
        ? 'false'
        : done('report-late')
          ? 'late'
          : 'none',
    reportViolationSanctioned: done('report-sanctioned'),
    restrictionIssued: done('consumption-restricted'),
    dishonestQualified: done('dishonest-qualified'),
    dishonestListed: done('dishonest-listed'),
    networkQueried: done('first-inquiry'),
    networkCovers: done('network-covers'),
    cluesProvided: done('clue-provided'),
    cluesVerified: followed(happened, 'clue-provided', 'clue-verified'),
    fieldInvestigated: done('field-investigated'),
    concealment: done('concealment-found'),
    searched: done('searched'),
    auditOrBountyPending:
      done('audit-or-bounty-asked') && !followed(happened, 'audit-or-bounty-asked', 'audit-or-bounty-done'),
    assets: assetsOf(happened),
    debtorMissing: done('debtor-missing'),
    debtorSought: done('debtor-sought'),
    obstruction: done('obstruction'),
    obstructionSanctioned: followed(happened, 'obstruction', 'obstruction-sanctioned'),
    crimeSuspected: done('crime-suspected'),
    crimeReferred: done('crime-referred'),
    applicantInformed: done('applicant-informed'),
    applicantSigned: done('applicant-signed'),
    panelReviewed: done('panel-reviewed'),
    presidentApproved: done('president-approved'),
  }
}

/** A clue that came after the last check is unchecked again. */
function followed(happened: Happened, first: EventKind, then: EventKind): boolean {
  const [from, to] = [happened.get(first), happened.get(then)]
  return to !== undefined && (from === undefined || Temporal.PlainDate.compare(to, from) >= 0)
}

/** The latest word on assets counts; on the same day, assets found weigh more. */
function assetsOf(happened: Happened): 'none' | 'unsaleable' | 'available' | undefined {
  const words = [
    ['available', happened.get('assets-found')],
    ['unsaleable', happened.get('assets-unsaleable')],
    ['none', happened.get('assets-none')],
  ] as const
  return words.reduce<(typeof words)[number] | undefined>((latest, word) => {
    if (word[1] === undefined) return latest
    return latest?.[1] === undefined || Temporal.PlainDate.compare(word[1], latest[1]) > 0 ? word : latest
  }, undefined)?.[0]
}

/** The event that heals each reason of the gate: what the remedy button records. */
export const remedyEvents: Readonly<Record<string, EventKind>> = {
  NOTICE_NOT_SERVED: 'notice-served',
  REPORT_ORDER_NOT_SERVED: 'report-order-served',
  REPORT_NOT_VERIFIED: 'report-verified',
  REPORT_VIOLATION_UNSANCTIONED: 'report-sanctioned',
  RESTRICTION_NOT_ISSUED: 'consumption-restricted',
  DISHONEST_NOT_LISTED: 'dishonest-listed',
  INVESTIGATION_NETWORK_MISSING: 'first-inquiry',
  INVESTIGATION_CLUES_UNVERIFIED: 'clue-verified',
  INVESTIGATION_FIELD_MISSING: 'field-investigated',
  INVESTIGATION_SEARCH_MISSING: 'searched',
  INVESTIGATION_AUDIT_BOUNTY_PENDING: 'audit-or-bounty-done',
  ASSETS_AVAILABLE: 'assets-none',
  DEBTOR_NOT_SOUGHT: 'debtor-sought',
  OBSTRUCTION_UNSANCTIONED: 'obstruction-sanctioned',
  CRIME_NOT_REFERRED: 'crime-referred',
  APPLICANT_NOT_INFORMED: 'applicant-informed',
  NO_SIGNATURE_NO_PANEL: 'panel-reviewed',
  NO_PRESIDENT_APPROVAL: 'president-approved',
}
