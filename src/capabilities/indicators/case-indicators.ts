import { caseDefinitions } from './definitions/index.ts'
import { sourceOver } from './scan.ts'

/** Everything that is counted from the case register. */
export const caseIndicators = sourceOver(
  { name: 'indicators_case_fact', type: 'type_code', team: 'team_key', handler: 'handler_id' },
  caseDefinitions,
  'indicators.records',
)
