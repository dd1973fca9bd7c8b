import { label, type Label } from '#kernel/values/labels.ts'
import type { Form, Variant } from '../definition.ts'

/**
 * What is wrong with a share of more than the whole: not the reckoning, the records. The figure stays as reckoned and says
 * so, until the cases that the check lists are put right.
 */
export function doubtAbout(value: string | null, form: Form, { mayExceed, numerator }: Variant): Label | null {
  if (form.kind !== 'percent' || mayExceed || value === null || Number(value) <= 100) return null
  return numerator.measure.kind === 'fen'
    ? label(
        '超过100%，不可信：先核对“到位超过标的”列出的案件金额',
        'Above 100 %, not credible: check the amounts of the cases listed under “recovered more than claimed”',
      )
    : label('超过100%，不可信：先核对分子、分母的记录', 'Above 100 %, not credible: check the records of both sides')
}
