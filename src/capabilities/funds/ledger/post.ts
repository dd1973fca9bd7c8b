import { manyRows, planAnew } from '#kernel/database/plan-anew.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { accountName, accountsOf, type AccountRef } from './accounts.ts'

/** One side of a movement, credit-positive: money owed to somebody grows, money in the bank is its negative. */
export type Posting = {
  readonly account: AccountRef
  readonly amountFen: bigint
  readonly bankLineId?: string | null
}

export type NewEntry = {
  readonly entryId?: string
  /** `receipt`, `claim`, `claim-undone`, `payout`, `bounce`, `transfer`, `reversal`, `opening`. */
  readonly kind: string
  readonly postedOn: string
  readonly reason?: string | null
  readonly reverses?: string | null
  readonly postings: readonly Posting[]
}

/** The first chunk, and each after which the tables hold twice what they held when plans were made. */
const doubles = (chunksBefore: number): boolean => chunksBefore === 0 || Number.isInteger(Math.log2(chunksBefore))

/** How many entries go to the database in one statement. */
const chunkSize = 2_000

/**
 * Puts movements on record, for ever. PostgreSQL refuses an entry that does not balance, one into a closed day and one
 * that would take an account below zero: nothing of the whole transaction stands then. Returns the ids in order.
 */
export async function post(tx: Tx, entries: readonly NewEntry[], { actor, now }: Occasion): Promise<readonly string[]> {
  const ids = entries.map(({ entryId }) => entryId ?? newId())
  const accounts = await accountsOf(
    tx,
    entries.flatMap(({ postings }) => postings.map(({ account }) => account)),
  )
  for (let from = 0; from < entries.length; from += chunkSize) {
    if (entries.length >= manyRows && doubles(from / chunkSize)) await planAnew(tx)
    const chunk = entries.slice(from, from + chunkSize).map((entry, i) => ({ ...entry, id: ids[from + i] ?? '' }))
    await tx.client.query({
      name: 'funds_entries',
      text: `insert into funds_entry (entry_id, kind, posted_on, postings, reason, reverses, recorded_by, recorded_at)
             select *, $7, $8::timestamptz from unnest($1::uuid[], $2::text[], $3::date[], $4::int[], $5::text[], $6::uuid[])`,
      values: [
        chunk.map(({ id }) => id),
        chunk.map(({ kind }) => kind),
        chunk.map(({ postedOn }) => postedOn),
        chunk.map(({ postings }) => postings.length),
        chunk.map(({ reason }) => reason ?? null),
        chunk.map(({ reverses }) => reverses ?? null),
        actor.id,
        now.toString(),
      ],
    })
    const lines = chunk.flatMap(({ id, postedOn, postings }) =>
      postings.map((posting, i) => ({ ...posting, id, postedOn, line: i + 1 })),
    )
    await tx.client.query({
      name: 'funds_postings',
      text: `insert into funds_posting (entry_id, line, account_id, amount_fen, posted_on, bank_line_id)
             select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::bigint[], $5::date[], $6::uuid[])`,
      values: [
        lines.map(({ id }) => id),
        lines.map(({ line }) => line),
        lines.map(({ account }) => accounts.get(accountName(account))),
        lines.map(({ amountFen }) => amountFen.toString()),
        lines.map(({ postedOn }) => postedOn),
        lines.map(({ bankLineId }) => bankLineId ?? null),
      ],
    })
  }
  return ids
}

/** Takes an entry back by its opposite, on the day it is taken back. The first stays. */
export async function reverse(
  tx: Tx,
  entryId: string,
  { on, reason }: { readonly on: string; readonly reason: string },
  occasion: Occasion,
): Promise<string> {
  const { rows } = await tx.client.query<Stored>({
    name: 'funds_postings_of',
    text: `select p.amount_fen as amount, p.bank_line_id as "bankLineId", a.kind, a.bank_account_id as "bankAccountId",
                  a.case_number as "caseNumber", a.party_id as "partyId"
           from funds_posting p
           join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id
           where p.entry_id = $1 order by p.line`,
    values: [entryId],
  })
  const postings = rows.map(({ amount, bankLineId, ...account }) => ({
    account,
    bankLineId,
    amountFen: -BigInt(amount),
  }))
  const [id = ''] = await post(tx, [{ kind: 'reversal', postedOn: on, reason, reverses: entryId, postings }], occasion)
  return id
}

type Stored = Required<AccountRef> & { readonly amount: string; readonly bankLineId: string | null }
