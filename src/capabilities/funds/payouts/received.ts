import type { Tx } from '#kernel/database/transaction.ts'
import type { AccountKind } from '../ledger/accounts.ts'
import type { CaseDebtor, HeldClaim } from './rules/holds.ts'

/** Kinds of money whose receipts are followed one by one until they are paid. */
export const followedKinds: readonly string[] = ['case', 'guarantee', 'auction-deposit', 'refundable']

/** A received sum as payouts see it. */
export type Received = HeldClaim & {
  readonly freeFen: bigint
  readonly arrivedOn: string
}
type Row = Omit<Received, 'freeFen'> & { readonly freeFen: string }

const columns = `claim_id as "claimId", case_number as "caseNumber", party_id as "partyId", payer,
  arrived_on as "arrivedOn", (amount_fen - paid_fen - reserved_fen)::text as "freeFen"`

const receivedOf = ({ freeFen, ...row }: Row): Received => ({ ...row, freeFen: BigInt(freeFen) })

/** What is free of the money of a case, oldest first. Locked in one order: the second officer sees what the first left. */
export async function freeReceipts(
  { client }: Tx,
  kind: AccountKind,
  caseNumber: string | null,
  lock: boolean,
): Promise<readonly Received[]> {
  const { rows } = await client.query<Row>({
    name: lock ? 'funds_receipts_lock' : 'funds_receipts_free',
    text: `select ${columns} from funds_claim
           where kind = $1 and case_number is not distinct from $2 and undone_at is null and entry_id is not null
             and paid_fen + reserved_fen < amount_fen
           order by arrived_on, claimed_on, claim_id ${lock ? 'for no key update' : ''}`,
    values: [kind, caseNumber],
  })
  return rows.map(receivedOf)
}

/** The receipts that a payout pays. */
export async function receiptsOf({ client }: Tx, payoutIds: readonly string[]): Promise<readonly Received[]> {
  const { rows } = await client.query<Row>({
    name: 'funds_receipts_of_payout',
    text: `select distinct ${columns} from funds_claim
           where claim_id in (select claim_id from funds_payout_part where payout_id = any($1::uuid[]))`,
    values: [payoutIds],
  })
  return rows.map(receivedOf)
}

/** What lies free on an account whose money is not followed receipt by receipt: its balance less what open payouts ask. */
export async function freeOnAccount(
  { client }: Tx,
  kind: AccountKind,
  caseNumber: string | null,
  partyId: string | null,
): Promise<bigint> {
  await client.query({
    name: 'funds_account_lock',
    text: `select 1 from funds_account
           where kind = $1 and case_number is not distinct from $2 and party_id is not distinct from $3 for no key update`,
    values: [kind, caseNumber, partyId],
  })
  const { rows } = await client.query<{ free: string }>({
    name: 'funds_account_free',
    text: `select (coalesce((select sum(balance_fen) from funds_account
                             where kind = $1 and case_number is not distinct from $2 and party_id is not distinct from $3), 0)
                 - coalesce((select sum(amount_fen) from funds_payout
                             where from_kind = $1 and case_number is not distinct from $2
                               and from_party_id is not distinct from $3
                               and state in ('proposed', 'checked', 'approved', 'ordered')), 0))::text as free`,
    values: [kind, caseNumber, partyId],
  })
  return BigInt(rows[0]?.free ?? 0)
}

/** Who stands in these cases, by name and role. */
export async function peopleOf(
  { client }: Tx,
  caseNumbers: readonly string[],
): Promise<readonly (CaseDebtor & { readonly role: string; readonly caseNumber: string })[]> {
  const { rows } = await client.query<CaseDebtor & { readonly role: string; readonly caseNumber: string }>({
    name: 'funds_people_of_cases',
    text: `select c.case_number as "caseNumber", n.role, n.name, n.party_id as "partyId"
           from cases_fact_source c
           join cases_party_name n on n.court_id = c.court_id and n.case_id = c.case_id
           where c.case_number = any($1::text[]) order by c.case_number, n.role, n.name`,
    values: [caseNumbers],
  })
  return rows
}

/** How much of what came in for a case is recorded, and what was taken of it as fee. */
export async function moneyOfCase(
  { client }: Tx,
  caseNumber: string,
): Promise<{ readonly receivedFen: bigint; readonly feeFen: bigint }> {
  const { rows } = await client.query<{ received: string; fee: string }>({
    name: 'funds_money_of_case',
    text: `select coalesce(sum(amount_fen) filter (where kind in ('case', 'direct', 'in-kind')), 0)::text as received,
                  (coalesce(sum(amount_fen) filter (where kind = 'fee'), 0)
                 + coalesce((select sum(amount_fen) from funds_payout
                             where case_number = $1 and to_kind = 'fee'
                               and state not in ('refused', 'cancelled', 'bounced')), 0))::text as fee
           from funds_claim where case_number = $1 and undone_at is null`,
    values: [caseNumber],
  })
  return { receivedFen: BigInt(rows[0]?.received ?? 0), feeFen: BigInt(rows[0]?.fee ?? 0) }
}
