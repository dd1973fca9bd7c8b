import { recordTry } from './record-try.ts'
import { lineTries } from './tries.ts'

/** What unknown money adds to the room. */
export const unknownParts = { commands: [recordTry], queries: [lineTries] } as const
