import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Origin } from '#kernel/occasion.ts'

/** A person at the door, with the session that let them in. */
export type SessionActor = Actor & {
  readonly kind: 'staff'
  readonly sessionId: string
  /** The one post this session is narrowed to; null for all of them. */
  readonly post: string | null
  /** Rights that rest until a second factor is shown. */
  readonly factorMissing: boolean
  readonly temporaryPassword: boolean
}

/** The session a person acts in; null for system actors and for the command line. */
export const sessionOf = (actor: Actor): SessionActor | null => (hasSession(actor) ? actor : null)

const hasSession = (actor: Actor): actor is SessionActor => 'sessionId' in actor && actor.kind === 'staff'

export const newToken = (): string => randomBytes(32).toString('base64url')

/** The database knows tokens by hash alone: who reads it cannot sign in with what they read. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Where a call came from, when the door knows. */
export const originOf = ({ origin }: Actor): Origin | null => origin ?? null
