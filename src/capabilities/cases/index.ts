import './tables.ts'

export { cases } from './capability.ts'
export { caseTypes, caseTypeCodes, type CaseTypeCode } from './case-types.ts'
export { caseFactTypes, caseIdsOf, ofCase } from './facts.ts'
export { manners, mannerCodes, mannerOf, type MannerCode } from './manners.ts'
export { recordCases, type CaseRecord } from './register.ts'
export { caseRecord, type Case } from './store.ts'
export { eventKinds, stages, type EventKind, type Stage } from './stages.ts'
