/** What fines and detentions have in common. */
export type SanctionFacts = {
  readonly presidentApproved: boolean
  readonly writtenDecision: boolean
  readonly sameActAlreadySanctioned?: boolean | undefined
  /** A new act may be punished anew. */
  readonly newAct?: boolean | undefined
  readonly on?: Temporal.PlainDate | undefined
}
export type SanctionReason = 'REPEAT_SAME_ACT' | 'NO_PRESIDENT_APPROVAL' | 'NO_WRITTEN_DECISION'

/** Only the president of the court approves, in writing, and one act is punished once (解释 (2022) arts. 183, 184). */
export function sanctionReasons(facts: SanctionFacts, approvalMayFollow = false): SanctionReason[] {
  const reasons: SanctionReason[] = []
  if (facts.sameActAlreadySanctioned && !facts.newAct) reasons.push('REPEAT_SAME_ACT')
  if (!facts.presidentApproved && !approvalMayFollow) reasons.push('NO_PRESIDENT_APPROVAL')
  if (!facts.writtenDecision) reasons.push('NO_WRITTEN_DECISION')
  return reasons
}

export const sanctionReasonText: Readonly<Record<SanctionReason, string>> = {
  REPEAT_SAME_ACT: '同一行为不得连续适用',
  NO_PRESIDENT_APPROVAL: '未经院长批准',
  NO_WRITTEN_DECISION: '没有书面决定',
}
