import './slots.ts'
import './tables.ts'

export { phoneIndexOf, registerParties, tailIndexOf, type NamedParty } from './register.ts'
export type { PartyKind } from './tables.ts'
export type { DebtorSectionSource, PartyRecord, PartyRecordSource } from './slots.ts'
export { parties } from './capability.ts'
