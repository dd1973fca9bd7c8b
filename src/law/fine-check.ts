import { type Fen, fen, formatYuan } from '#kernel/values/money.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { personFine, unitFine } from './parameters.ts'
import { ruleOn } from './rules.ts'
import { type SanctionFacts, type SanctionReason, sanctionReasonText, sanctionReasons } from './sanction.ts'

export type Fine = SanctionFacts & { readonly subject: 'person' | 'unit'; readonly amount: Fen }
export type FineReason = 'AMOUNT_OUT_OF_RANGE' | SanctionReason
export type FineVerdict = { readonly ok: boolean; readonly reasons: readonly FineReason[] }

/**
 * Whether a person or a unit may be fined so. A person has no floor but nothing is no fine; a unit has both ends.
 *
 * Law: 民事诉讼法 (2023) arts. 118, 119; 解释 (2022) arts. 183, 184.
 */
export function fineCheck(facts: Fine): Finding<FineVerdict> {
  const { subject, amount, on } = facts
  const range = subject === 'person' ? personRange(on) : valueOn(unitFine, on)
  const { min, max } = range.value
  const reasons: FineReason[] = []
  if (amount < min || amount > max) reasons.push('AMOUNT_OUT_OF_RANGE')
  reasons.push(...sanctionReasons(facts))
  const grounds = [range, ruleOn('measure.approval', on), ruleOn('measure.repeat', on)]
  return finding({ ok: reasons.length === 0, reasons }, grounds, () => [
    `罚款${formatYuan(amount)}元（${formatYuan(min)}元至${formatYuan(max)}元）`,
    ...reasons.map((reason) => fineReasonText[reason]),
  ])
}

const smallestSum = fen(1n)

function personRange(on: Temporal.PlainDate | undefined) {
  const most = valueOn(personFine, on)
  return { ...most, value: { min: smallestSum, max: most.value } }
}

export const fineReasonText: Readonly<Record<FineReason, string>> = {
  ...sanctionReasonText,
  AMOUNT_OUT_OF_RANGE: '罚款金额超出法定范围',
}
