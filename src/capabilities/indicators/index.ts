import './tables.ts'

export { indicators } from './capability.ts'
export { rebuildCaseFacts } from './case-facts.ts'
export { countedOver, type FactView } from './counted-over.ts'
export {
  countOf,
  meanDays,
  money,
  nothing,
  percent,
  type Condition,
  type Definition,
  type MemberSet,
  type Variant,
} from './definition.ts'
export { periodOf, type Period } from './period.ts'
export { indicatorsJson, indicatorValues, type IndicatorValue, type ValuedIndicator } from './values.ts'
export { comparisonFor, importedTotal, type Compared } from './comparison.ts'
export { nameOfCourt } from './benchmarks.ts'
export { coreSet } from './core-set.ts'
export { coreFigures } from './queries/values.ts'
export { quotient } from './rules/figure.ts'
export { unitWords, type CountUnit } from './units.ts'
export { roundingWords, unitOf } from './wording.ts'
