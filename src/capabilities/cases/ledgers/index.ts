import type { Layout } from '#capabilities/ledgers'
import { firstEnforcement } from './first-enforcement.ts'
import { objection } from './objection.ts'
import { preservation } from './preservation.ts'
import { resumedEnforcement } from './resumed-enforcement.ts'

export { caseMarks, type CaseFacts } from './marks.ts'
export { firstEnforcement, type FirstEnforcementRow } from './first-enforcement.ts'

/** The ledgers by which cases come in. */
export const caseLedgers: readonly Layout[] = [firstEnforcement, resumedEnforcement, preservation, objection]
