import type { Tx } from '#kernel/database/transaction.ts'
import { newId } from '#kernel/values/ids.ts'

/** What money is held for. `bank` is the court's account itself, `unexplained` what left it without a payout on record. */
export const accountKinds = [
  'bank',
  'case',
  'fee',
  'guarantee',
  'auction-deposit',
  'fine',
  'bounty',
  'refundable',
  'interest',
  'deposited',
  'unknown',
  'unexplained',
] as const
export type AccountKind = (typeof accountKinds)[number]

/** An account by what it is for; made when money first comes to it. */
export type AccountRef = {
  readonly kind: AccountKind
  readonly bankAccountId?: string | null
  readonly caseNumber?: string | null
  readonly partyId?: string | null
}

export const accountName = ({ kind, bankAccountId, caseNumber, partyId }: AccountRef): string =>
  [kind, bankAccountId ?? '', caseNumber ?? '', partyId ?? ''].join(' ')

/** Ids of these accounts by name; those that are not there are opened. Set-based: a year of statements has thousands. */
export async function accountsOf(tx: Tx, refs: readonly AccountRef[]): Promise<ReadonlyMap<string, string>> {
  const asked = new Map(refs.map((ref) => [accountName(ref), ref]))
  if (asked.size === 0) return new Map()
  const wanted = [...asked.values()]
  const values = [
    wanted.map(({ kind }) => kind),
    wanted.map(({ bankAccountId }) => bankAccountId ?? null),
    wanted.map(({ caseNumber }) => caseNumber ?? null),
    wanted.map(({ partyId }) => partyId ?? null),
  ]
  await tx.client.query({
    name: 'funds_open_accounts',
    text: `insert into funds_account (account_id, kind, bank_account_id, case_number, party_id)
           select * from unnest($5::uuid[], $1::text[], $2::uuid[], $3::text[], $4::uuid[])
           on conflict on constraint funds_account_once do nothing`,
    values: [...values, wanted.map(() => newId())],
  })
  const { rows } = await tx.client.query<Found>({
    name: 'funds_find_accounts',
    // In two halves: equality finds an account by its index, "the same or both nothing" would read them all.
    text: `with wanted as (
             select * from unnest($1::text[], $2::uuid[], $3::text[], $4::uuid[]) as w (kind, bank, number, party)
           )
           select a.account_id as id, a.kind, a.bank_account_id as "bankAccountId", a.case_number as "caseNumber", a.party_id as "partyId"
           from wanted w
           join funds_account a on a.court_id = current_court() and a.case_number = w.number and a.kind = w.kind
             and a.bank_account_id is not distinct from w.bank and a.party_id is not distinct from w.party
           union all
           select a.account_id, a.kind, a.bank_account_id, a.case_number, a.party_id
           from wanted w
           join funds_account a on a.court_id = current_court() and a.case_number is null and a.kind = w.kind
             and a.bank_account_id is not distinct from w.bank and a.party_id is not distinct from w.party
           where w.number is null`,
    values,
  })
  return new Map(rows.map(({ id, ...ref }) => [accountName(ref), id]))
}

type Found = Required<AccountRef> & { readonly id: string }
