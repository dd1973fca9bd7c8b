import { planAnew } from '#kernel/database/plan-anew.ts'
import type { Tx } from '#kernel/database/transaction.ts'

/**
 * One import or undo of a court at a time: the second finds what the first has done, and nothing comes in twice.
 */
export async function workAlone(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('ledgers ' || current_court(), 0))")
  await planAnew(tx)
}
