import { caseClocks, clock } from './queries/case-clocks.ts'
import { clockCounts, overdueCounts } from './queries/counts.ts'
import { clocks } from './queries/clocks.ts'

export { clockDesk } from './desk.ts'
export { caseClockReaction } from './reaction.ts'
export { recordLookUp } from './record-look-up.ts'
export { caseClockRules } from './rules.ts'
export { caseClockSource } from './source.ts'
/** What the room of cases lists among its own. */
export const clockQueries = [clocks, caseClocks, clock, clockCounts, overdueCounts]
