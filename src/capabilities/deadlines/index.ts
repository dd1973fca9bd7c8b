import './tables.ts'

export { courtCalendar } from './calendar.ts'
export { deadlines } from './capability.ts'
export { type ClockEvent, type ClockRule, type ClockSubject, never, type Stops, type Whom } from './clock-rule.ts'
export { clockState, type ClockState, daysLeft } from './contract.ts'
export { reckonClocks, type SubjectLoader } from './reckon.ts'
export { type ClockDerivation, derivationOf, type StoredClock } from './rules/derivation.ts'
export { byCaseLimit, byCourt, byLookups, byRule, lookupCount, togetherWith } from './rules/limits.ts'
