import './tables.ts'

export { courtCalendar } from './calendar.ts'
export { deadlines } from './capability.ts'
export { type ClockEvent, type ClockRule, type ClockSource, type ClockSubject, never } from './clock-rule.ts'
export { clockState, type ClockState, daysLeft } from './contract.ts'
export { reckonClocks } from './reckon.ts'
export { type ClockDerivation, derivationOf, type StoredClock } from './rules/derivation.ts'
export { byCaseLimit, byCourt, byLookups, byRule, lookupCount, togetherWith } from './rules/limits.ts'
