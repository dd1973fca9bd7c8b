import './tables.ts'

export { initialsOf, masked, phoneIndexOf, registerParties, tailIndexOf, type NamedParty } from './register.ts'
export type { PartyKind } from './tables.ts'
export { parties } from './capability.ts'
