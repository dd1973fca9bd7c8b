import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { detentionDays } from './parameters.ts'
import { ruleOn } from './rules.ts'
import { type SanctionFacts, type SanctionReason, sanctionReasonText, sanctionReasons } from './sanction.ts'

export type Detention = SanctionFacts & {
  readonly days: number
  /** Violence or attack at the scene: detain first, the president's approval stays owed at once. */
  readonly emergency?: boolean | undefined
  /** The person is a deputy of a people's congress. */
  readonly peoplesDeputy?: boolean | undefined
  readonly deputyPermission?: boolean | undefined
}
export type DetentionReason = 'DAYS_OUT_OF_RANGE' | SanctionReason | 'DEPUTY_PERMISSION_MISSING'
export type DetentionVerdict = {
  readonly ok: boolean
  readonly reasons: readonly DetentionReason[]
  /** The approval that may follow an emergency: a task due at once. */
  readonly approvalOwed: boolean
}

/**
 * Whether a person may be detained (司法拘留) so.
 *
 * Law: 民事诉讼法 (2023) arts. 118, 119; 解释 (2022) arts. 178, 181, 183, 184; 代表法 on deputies.
 */
export function detentionCheck(facts: Detention): Finding<DetentionVerdict> {
  const { days, emergency = false, peoplesDeputy = false, deputyPermission = false, on } = facts
  const longest = valueOn(detentionDays, on)
  const reasons: DetentionReason[] = []
  if (!Number.isInteger(days) || days < 1 || days > longest.value) reasons.push('DAYS_OUT_OF_RANGE')
  reasons.push(...sanctionReasons(facts, emergency))
  if (peoplesDeputy && !deputyPermission) reasons.push('DEPUTY_PERMISSION_MISSING')
  const grounds = ['measure.approval', 'measure.repeat'].map((id) => ruleOn(id, on))
  if (emergency) grounds.push(ruleOn('detain.emergency', on))
  if (peoplesDeputy) grounds.push(ruleOn('measure.deputy', on))
  const approvalOwed = emergency && !facts.presidentApproved
  return finding({ ok: reasons.length === 0, reasons, approvalOwed }, [longest, ...grounds], () => [
    `拘留${days}日（最长${longest.value}日）`,
    ...reasons.map((reason) => detentionReasonText[reason]),
    ...(approvalOwed ? ['紧急拘留后须立即报告院长补办批准手续'] : []),
  ])
}

export const detentionReasonText: Readonly<Record<DetentionReason, string>> = {
  ...sanctionReasonText,
  DAYS_OUT_OF_RANGE: '拘留天数超出法定范围',
  DEPUTY_PERMISSION_MISSING: '被拘留人是人大代表，未经许可',
}
