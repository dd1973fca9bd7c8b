import type { Tx } from '#kernel/database/transaction.ts'

/**
 * One import or undo of a court at a time: the second finds what the first has done, and nothing comes in twice.
 */
export async function workAlone(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('ledgers ' || current_court(), 0))")
  await planAnew(tx)
}

/**
 * Every statement of this transaction is planned for the tables as they are at that moment. A plan that is kept after a
 * few calls, while a table is still empty, would read the whole of it for each set of a long ledger.
 */
export const planAnew = ({ client }: Pick<Tx, 'client'>): Promise<unknown> =>
  client.query('set local plan_cache_mode = force_custom_plan')
