import type { Tx } from '#kernel/database/transaction.ts'
import type { AccountKind } from './accounts.ts'

type KindBalance = { readonly kind: AccountKind; readonly fen: bigint }

/** What lies on the accounts of each kind at the end of a day, as posted; credit-positive. */
export async function balancesOn(tx: Tx, day: string): Promise<readonly KindBalance[]> {
  const { rows } = await tx.client.query<{ kind: AccountKind; fen: string }>({
    name: 'funds_balances_on',
    text: `select a.kind, sum(p.amount_fen)::text as fen
           from funds_posting p join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id
           where p.posted_on <= $1::date group by a.kind order by a.kind`,
    values: [day],
  })
  return rows.map(({ kind, fen }) => ({ kind, fen: BigInt(fen) }))
}

/** What lies on one account now, the bank's own included. */
export async function balanceOf(tx: Tx, accountId: string): Promise<bigint> {
  const { rows } = await tx.client.query<{ fen: string }>({
    name: 'funds_balance_of',
    text: 'select coalesce(sum(amount_fen), 0)::text as fen from funds_posting where account_id = $1',
    values: [accountId],
  })
  return BigInt(rows[0]?.fen ?? 0)
}
