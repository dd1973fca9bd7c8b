import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { TaughtLayout } from './table.ts'

/** Layouts that people taught: of one account, or of all of them. The latest wins. */
export async function taughtLayouts(
  { client }: Tx,
  bankAccountId: string | undefined,
): Promise<readonly TaughtLayout[]> {
  const { rows } = await client.query<TaughtLayout>({
    name: 'funds_taught_layouts',
    text: `select headings, fields from funds_statement_layout
           where $1::uuid is null or bank_account_id = $1 order by taught_at desc, headings limit 200`,
    values: [bankAccountId ?? null],
  })
  return rows
}

export const keepLayout = (
  { client }: Tx,
  { bankAccountId, headings, fields }: TaughtLayout & { readonly bankAccountId: string },
  { actor, now }: Occasion,
) =>
  client.query(
    `insert into funds_statement_layout (bank_account_id, headings, fields, taught_by, taught_at) values ($1, $2, $3, $4, $5)
     on conflict (court_id, bank_account_id, headings)
     do update set fields = excluded.fields, taught_by = excluded.taught_by, taught_at = excluded.taught_at`,
    [bankAccountId, headings, JSON.stringify(fields), actor.id, now.toString()],
  )
