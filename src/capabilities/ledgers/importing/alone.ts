import type { Tx } from '#kernel/database/transaction.ts'

/**
 * One import or undo of a court at a time: the second finds what the first has done, and nothing comes in twice.
 * Plans that this connection made while the tables were smaller are made afresh.
 */
export async function workAlone(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('ledgers ' || current_court(), 0))")
  await tx.client.query('discard plans')
}

/** The database looks again at tables that grow under its hands: after 2,000 rows, 4,000, 8,000 and so on. */
export function growthWatch(tx: Tx): (rows: number) => Promise<void> {
  let taken = 0
  let next = 1_000
  return async (rows) => {
    taken += rows
    if (taken < next) return
    next = taken * 2
    await tx.client.query('select ledgers_note_growth()')
  }
}
