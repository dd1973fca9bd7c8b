export { funds } from './capability.ts'
export { toldLines, type ToldLine } from './claims/told.ts'
export { releaseOfRegister } from './payouts/release-of-register.ts'
export type { HoldSource, LiveControl, PayoutHold, ReleaseKind } from './payouts/slots.ts'
