import type { Fact, Subject } from '#kernel/fact.ts'
import type { NamedParty } from '#capabilities/parties'
import type { ClaimItem } from './contract.ts'
import type { MannerCode } from './manners.ts'
import type { EventKind } from './stages.ts'
import type { CaseRecord } from './register.ts'
import type { Track } from './tables.ts'

/** Facts of this room. Each names its case, so that a projection elsewhere need only refresh that case. */
export type CaseFiled = Fact & {
  readonly type: 'cases.case-filed'
  readonly caseId: string
  readonly record: CaseRecord
  readonly claimItems: readonly ClaimItem[]
}
export type CaseAssigned = Fact & {
  readonly type: 'cases.case-assigned'
  readonly caseId: string
  readonly handlerId: string
  readonly clerkId: string | null
  readonly teamId: string | null
  readonly draw: Draw | null
  readonly reason: string
}
/** A case that a ledger brought, changed, or took back when its batch was undone; the rows lie in the batch. */
export type CaseImported = Fact & {
  readonly type: 'cases.case-imported' | 'cases.case-revised' | 'cases.case-restored'
  readonly caseId: string
}
/** How a handler was drawn: the same seed and candidates give the same one again. */
export type Draw = {
  readonly seed: string
  readonly candidates: readonly { readonly staffId: string; readonly openCases: number; readonly weight: number }[]
  readonly avoided: readonly { readonly staffId: string; readonly reason: string }[]
}
export type CaseTriaged = Fact & {
  readonly type: 'cases.case-triaged'
  readonly caseId: string
  readonly track: Track
  readonly ruleVersion: string
  readonly ruleId: string
  readonly reason: string
  readonly proposed: Track
}
export type CaseFlagged = Fact & {
  readonly type: 'cases.case-flagged'
  readonly caseId: string
  readonly flags: readonly string[]
  readonly livelihood: string | null
  readonly reason: string
}
export type EventRecorded = Fact & {
  readonly type: 'cases.event-recorded'
  readonly caseId: string
  readonly eventId: string
  readonly kind: EventKind
  readonly note: string | null
  readonly occurredOn: Temporal.PlainDate
}
export type ClaimChanged = Fact & {
  readonly type: 'cases.claim-changed'
  readonly caseId: string
  readonly before: Sums
  readonly after: Sums
  readonly reason: string
}
export type Sums = {
  readonly claimFen: bigint
  readonly waivedFen: bigint
  readonly unenforceableFen: bigint
  readonly recoveredFen: bigint
}
export type CaseClosed = Fact & {
  readonly type: 'cases.case-closed'
  readonly caseId: string
  readonly manner: MannerCode
  readonly reason: string | null
  readonly checked: readonly string[]
  readonly occurredOn: Temporal.PlainDate
}
export type PartyAdded = Fact & {
  readonly type: 'cases.party-added'
  readonly caseId: string
  readonly role: 'applicant' | 'debtor' | 'third-party'
  readonly party: NamedParty
  readonly ruling: string
}

/** Everything after which a case may look different to a clock or an indicator. */
export const caseFactTypes = [
  'cases.case-filed',
  'cases.case-imported',
  'cases.case-revised',
  'cases.case-restored',
  'cases.case-assigned',
  'cases.case-triaged',
  'cases.case-flagged',
  'cases.event-recorded',
  'cases.claim-changed',
  'cases.case-closed',
  'cases.party-added',
] as const

export const ofCase = ({ caseId }: { readonly caseId: string }): readonly [Subject] => [`case:${caseId}`]

/** The cases a set of facts speaks of, each once. */
export const caseIdsOf = (facts: readonly Fact[]): readonly string[] => [
  ...new Set(facts.flatMap((fact) => ('caseId' in fact && typeof fact.caseId === 'string' ? [fact.caseId] : []))),
]
