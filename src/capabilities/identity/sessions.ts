import type { Tx } from '#kernel/database/transaction.ts'
import { distrustSessionsOf } from './door.ts'
import { unwritten } from './secrets.ts'

export type ProvedAgain = {
  readonly type: 'identity.proved-again'
  readonly staffId: string
  readonly sessionId: string
  readonly withSecondFactor: boolean
  readonly at: Temporal.Instant
  readonly [unwritten]: { readonly step: number | null }
}

/** The session is as good as new, and the code that was shown is used up. */
export async function saveProofs(tx: Tx, facts: readonly ProvedAgain[]): Promise<void> {
  for (const fact of facts) {
    const { staffId, sessionId, withSecondFactor, at } = fact
    distrustSessionsOf(staffId)
    await tx.db
      .updateTable('identity_session')
      .set({ proved_at: at.toString(), ...(withSecondFactor && { second_factor: true }) })
      .where('session_id', '=', sessionId)
      .execute()
    const { step } = fact[unwritten]
    if (step === null) continue
    await tx.db
      .updateTable('identity_staff')
      .set({ totp_last_step: String(step) })
      .where('staff_id', '=', staffId)
      .execute()
  }
}

export type SessionEnded = {
  readonly type: 'identity.session-ended'
  readonly sessionId: string
  readonly staffId: string
  readonly at: Temporal.Instant
}

export async function saveEnds(tx: Tx, facts: readonly SessionEnded[]): Promise<void> {
  for (const { sessionId, staffId, at } of facts) {
    distrustSessionsOf(staffId)
    await tx.db
      .updateTable('identity_session')
      .set((eb) => ({ ended_at: at.toString(), version: eb('version', '+', 1) }))
      .where('session_id', '=', sessionId)
      .execute()
  }
}

export async function endSessions(
  tx: Tx,
  staffId: string,
  endedAt: Temporal.Instant,
  exceptSessionId: string | null,
): Promise<void> {
  distrustSessionsOf(staffId)
  await tx.db
    .updateTable('identity_session')
    .set({ ended_at: endedAt.toString() })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .$if(exceptSessionId !== null, (q) => q.where('session_id', '!=', exceptSessionId ?? ''))
    .execute()
}
