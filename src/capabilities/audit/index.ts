import type {} from './tables.ts'

export { audit } from './capability.ts'
export type { SealReport } from './seals.ts'
export { verifyCourt, type CourtReport } from './verify-court.ts'
