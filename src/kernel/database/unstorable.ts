import pg from 'pg'

/**
 * Number too large, no such day, moment or time zone (22023: `2024c-35ba` read as a moment), no such encoding (a zero
 * byte), not a value of the column's type.
 */
const codes = new Set(['22001', '22003', '22007', '22008', '22009', '22021', '22023', '22P02', '22P05'])

/** Whether the database was given a value that no row can hold: a fault of the input, not of the program. */
export const isUnstorable = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && codes.has(error.code ?? '')
