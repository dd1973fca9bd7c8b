import { caseDefinitions } from './definitions/index.ts'
import { caseFacts } from './case-facts.ts'
import { sourceOver } from './scan.ts'

/** Everything that is counted from the case register. */
export const caseIndicators = sourceOver(caseFacts, caseDefinitions, 'indicators.records')
