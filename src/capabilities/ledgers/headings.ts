import type { Tx } from '#kernel/database/transaction.ts'
import type { Remembered } from './reading/index.ts'

/** Headings as people of this court corrected them before. */
export async function rememberedHeadings(tx: Tx): Promise<Remembered> {
  const rows = await tx.db.selectFrom('ledgers_heading').select(['heading', 'field']).execute()
  return Object.fromEntries(rows.map(({ heading, field }) => [heading, field]))
}

export async function rememberHeadings(tx: Tx, kind: string, fields: Remembered): Promise<void> {
  for (const [heading, field] of Object.entries(fields)) {
    await tx.db
      .insertInto('ledgers_heading')
      .values({ kind, heading, field })
      .onConflict((conflict) => conflict.columns(['court_id', 'kind', 'heading']).doUpdateSet({ field }))
      .execute()
  }
}
