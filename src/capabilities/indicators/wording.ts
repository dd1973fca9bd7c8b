import { label, type Label } from '#kernel/values/labels.ts'
import type { Unit } from './contract.ts'
import { nothing, type Definition, type Form, type MemberSet, type Variant } from './definition.ts'

export const unitOf = ({ measure, unit }: Pick<MemberSet, 'measure' | 'unit'>): Unit =>
  unit ??
  (measure.kind === 'fen'
    ? 'fen'
    : measure.kind === 'days'
      ? 'day'
      : measure.kind === 'tally' && !measure.halved
        ? 'node'
        : 'case')

export const roundingWords = ({ rounding, decimals }: Form): Label =>
  rounding === 'truncate'
    ? label(`截断${decimals}位`, `truncated to ${decimals} decimals`)
    : label(`四舍五入${decimals}位`, `rounded to ${decimals} decimals`)

/** The definition as it can be read aloud: 结案率 = 执结 ÷ 受理 × 100%，截断2位。 */
export function sentenceOf(
  { title }: Pick<Definition, 'title'>,
  { numerator, denominator }: Variant,
  form: Form,
): Label {
  if (denominator === nothing)
    return label(`${title.zh} = ${numerator.title.zh}`, `${title.en} = ${numerator.title.en}`)
  const cut = roundingWords(form)
  const [zh, en] =
    form.kind === 'change'
      ? [
          `（${numerator.title.zh}−${denominator.title.zh}）÷ ${denominator.title.zh} × 100%`,
          `(${numerator.title.en} − ${denominator.title.en}) ÷ ${denominator.title.en} × 100%`,
        ]
      : [
          `${numerator.title.zh} ÷ ${denominator.title.zh}${form.kind === 'percent' ? ' × 100%' : ''}`,
          `${numerator.title.en} ÷ ${denominator.title.en}${form.kind === 'percent' ? ' × 100%' : ''}`,
        ]
  return label(`${title.zh} = ${zh}，${cut.zh}`, `${title.en} = ${en}, ${cut.en}`)
}
