import './tables.ts'

export { cases } from './capability.ts'
export type { CaseTypeCode } from './case-types.ts'
export { caseFactTypes, caseIdsOf } from './facts.ts'
export { manners, mannerCodes, mannerOf, type MannerCode } from './manners.ts'
export { recordCases, type CaseRecord } from './register.ts'
export type { Case } from './store.ts'
export type { EventKind, Stage } from './stages.ts'
