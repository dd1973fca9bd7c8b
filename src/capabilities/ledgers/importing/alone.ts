import type { Tx } from '#kernel/database/transaction.ts'

/**
 * One import or undo of a court at a time: the second finds what the first has done, and nothing comes in twice.
 */
export async function workAlone(tx: Tx): Promise<void> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('ledgers ' || current_court(), 0))")
  await planAnew(tx)
}

/**
 * Plans that this connection keeps are made afresh for the tables as they are now. One kept from an empty table would
 * read the whole of it for each set of a long ledger. To plan each call anew would cost more: every foreign key has one.
 */
export const planAnew = ({ client }: Pick<Tx, 'client'>): Promise<unknown> => client.query('discard plans')
