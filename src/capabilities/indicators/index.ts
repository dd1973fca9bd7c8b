import './tables.ts'

export { indicators } from './capability.ts'
export { rebuildCaseFacts } from './case-facts.ts'
export { periodOf, type Period } from './period.ts'
export { indicatorsJson, indicatorValues, type IndicatorValue, type ValuedIndicator } from './values.ts'
