import type { Grant, Scope } from '#kernel/occasion.ts'

/** A right as a role carries it, with what the role asks of the session. */
export type RoleGrant = { readonly permission: string; readonly scope: Scope; readonly secondFactor: boolean }

export type SessionProof = {
  readonly secondFactor: boolean
  /** Whether this court asks for a second factor where a role does. */
  readonly demanded: boolean
  /** Signed in with a password that an administrator made. */
  readonly temporaryPassword: boolean
}

/** What everyone signed in may do with their own account. */
export const ownAccount = 'identity.self'

/** The rights of a session: a temporary password opens the own account alone, a missing second factor rests its roles. */
export function grantsInForce(held: readonly RoleGrant[], proof: SessionProof): readonly Grant[] {
  const awake = held.filter(({ secondFactor }) => !secondFactor || proof.secondFactor || !proof.demanded)
  const reached = proof.temporaryPassword ? awake.filter(({ permission }) => permission === ownAccount) : awake
  const distinct = new Map(reached.map(({ permission, scope }) => [`${permission} ${scope}`, { permission, scope }]))
  return [...distinct.values()]
}
