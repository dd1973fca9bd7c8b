import type { LedgerFilter } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { caseWithin } from './queries/within.ts'

/** Numbers of the cases of these types that this person may read, filed within the days asked for, by number. */
export async function ledgerKeys(
  tx: Tx,
  types: readonly string[],
  { from, to }: LedgerFilter,
  occasion: Occasion,
): Promise<readonly string[]> {
  const all = tx.db
    .selectFrom('cases_case as c')
    .select('c.case_number')
    .where('c.type_code', 'in', [...types] as never)
    .where(caseWithin(occasion, 'cases.read'))
    .orderBy('c.number_year')
    .orderBy('c.serial')
    .orderBy('c.case_number')
  const since = from === null ? all : all.where('c.filed_on', '>=', from)
  const rows = await (to === null ? since : since.where('c.filed_on', '<=', to)).execute()
  return rows.map(({ case_number }) => case_number)
}

/** Headings of the columns that were kept beside these cases. */
export async function extraTitles({ client }: Tx, numbers: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ title: string }>(
    `select distinct title from cases_case c, jsonb_object_keys(c.details) as title
     where c.case_number = any($1) order by title`,
    [numbers],
  )
  return rows.map(({ title }) => title)
}
