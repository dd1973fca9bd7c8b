import { reading } from '#kernel/query.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { comparisonFor } from '../comparison.ts'
import { Comparison, PeriodInput } from '../contract.ts'
import { periodOf } from '../period.ts'
import { periodBackwards } from '../problems.ts'

/** 排名与中枢: means and rank as published, beside what is counted here. */
export const comparison = reading({
  name: 'indicators.comparison',
  title: label('排名与对比', 'Comparison'),
  may: 'indicators.read',
  input: PeriodInput.omit({ asOf: true }),
  output: Comparison,
  read: (tx, { from, to }, { machineDay }) =>
    isBefore(to, from)
      ? Promise.resolve(periodBackwards())
      : comparisonFor(tx, periodOf(from, to, undefined, machineDay)),
})
