import type { Tx } from '#kernel/database/transaction.ts'
import { fingerprintOf, type SheetPlan, type ToldKinds } from './reading/index.ts'

/** The shapes of sheets that people of this court have named before. */
export async function toldKinds(tx: Tx): Promise<ToldKinds> {
  const rows = await tx.db.selectFrom('ledgers_told_kind').select(['shape', 'kind']).execute()
  return new Map(rows.map(({ shape, kind }) => [shape, kind]))
}

/** Remembers what somebody called a sheet of this shape; said otherwise later, the later word holds. */
export async function rememberKind(tx: Tx, { head }: Pick<SheetPlan, 'head'>, kind: string): Promise<void> {
  const shape = head === null ? undefined : fingerprintOf(head)
  if (shape === undefined) return
  await tx.db
    .insertInto('ledgers_told_kind')
    .values({ shape, kind })
    .onConflict((conflict) => conflict.columns(['court_id', 'shape']).doUpdateSet({ kind }))
    .execute()
}
