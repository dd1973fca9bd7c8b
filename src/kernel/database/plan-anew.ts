import type { Tx } from './transaction.ts'

/** From how many rows on it pays to plan once more: below, planning costs more than a poor plan. */
export const manyRows = 1_000

/**
 * Plans that this connection keeps, those of foreign keys and triggers too, are made afresh for the tables as they are
 * now. One kept from an empty table would read the whole of it for each row of a long file. To plan each call anew would
 * cost more: every foreign key has one.
 */
export const planAnew = ({ client }: Pick<Tx, 'client'>): Promise<unknown> => client.query('discard plans')
