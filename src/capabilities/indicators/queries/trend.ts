import { reading } from '#kernel/query.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { Course, CourseInput } from '../contract.ts'
import type { Form } from '../definition.ts'
import { monthsOf, periodOf } from '../period.ts'
import { noSuchIndicator, periodBackwards, periodTooLong } from '../problems.ts'
import { figureOf, type Tally } from '../rules/figure.ts'
import { formsOf } from '../settings.ts'
import { findVariant } from '../source.ts'

const mostMonths = 60

/** One figure month by month: each month by itself, and since the period began. */
export const trend = reading({
  name: 'indicators.trend',
  title: label('指标走势', 'Course of an indicator'),
  may: 'indicators.read',
  input: CourseInput,
  output: Course,
  read: async (tx, { id, variant, from, to, asOf }, { machineDay }) => {
    if (isBefore(to, from)) return periodBackwards()
    const found = findVariant(tx, id, variant)
    if (!found) return noSuchIndicator(id)
    const months = monthsOf(periodOf(from, to, asOf, machineDay))
    if (months.length > mostMonths) return periodTooLong(mostMonths)
    const form = (await formsOf(tx))(found.definition, found.variant)
    const course = (of: typeof months) => found.source.course(tx, found.variant, of)
    const single = await course(months)
    const running = await course(months.map(({ until }) => ({ from, until })))
    return {
      id,
      variant,
      unit: form.unit.zh,
      points: months.map((month, i) => ({
        from: month.from.toString(),
        until: month.until.toString(),
        month: pointOf(single[i], form),
        cumulative: pointOf(running[i], form),
      })),
    }
  },
})

function pointOf(counted: Tally | undefined, form: Form) {
  const tally = counted ?? { numerator: 0n, denominator: 0n }
  return {
    numerator: tally.numerator.toString(),
    denominator: tally.denominator.toString(),
    ...figureOf(tally, form),
  }
}
