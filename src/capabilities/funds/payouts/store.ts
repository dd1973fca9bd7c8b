import { recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Refusal } from '#kernel/problem.ts'
import type { AccountKind } from '../ledger/accounts.ts'
import type { PayeeRole, PayoutKind, PayoutState } from './contract.ts'
import { noSuchPayout } from './problems.ts'

/** A payout as its commands see it. */
export type Payout = {
  readonly payoutId: string
  readonly payoutNumber: string | null
  readonly kind: PayoutKind
  readonly caseNumber: string | null
  readonly caseId: string | null
  readonly payee: string
  readonly payeePartyId: string | null
  readonly payeeAccountId: string | null
  readonly payeeRole: PayeeRole
  readonly amountFen: bigint
  readonly state: PayoutState
  readonly fromKind: AccountKind
  readonly fromPartyId: string | null
  readonly toKind: AccountKind | null
  readonly secondBecause: readonly string[]
  readonly proposedBy: string
  readonly checkedBy: string | null
  readonly approvedBy: string | null
  readonly secondApprovedBy: string | null
  readonly orderedBy: string | null
  readonly orderedIn: string | null
  /** The court's day on which it was handed to the bank. */
  readonly orderedOn: string | null
  readonly paidOn: string | null
  readonly paidLineId: string | null
  readonly returnedLineId: string | null
  readonly entryId: string | null
  readonly shareId: string | null
  readonly handlerId: string | null
  readonly clerkId: string | null
  readonly teamId: string | null
  readonly version: number
}
type Row = Omit<Payout, 'amountFen'> & { readonly amountFen: string }

const columns = `
  o.payout_id as "payoutId", o.payout_number as "payoutNumber", o.kind, o.case_number as "caseNumber",
  c.case_id as "caseId", o.payee, o.payee_party_id as "payeePartyId", o.payee_account_id as "payeeAccountId",
  o.payee_role as "payeeRole", o.amount_fen as "amountFen", o.state, o.from_kind as "fromKind",
  o.from_party_id as "fromPartyId", o.to_kind as "toKind", o.second_because as "secondBecause",
  o.proposed_by as "proposedBy", o.checked_by as "checkedBy", o.approved_by as "approvedBy",
  o.second_approved_by as "secondApprovedBy", o.ordered_by as "orderedBy", o.ordered_in as "orderedIn",
  (select p.made_on::text from funds_payment_order p where p.court_id = o.court_id and p.order_id = o.ordered_in)
    as "orderedOn", o.paid_on as "paidOn", o.paid_line_id as "paidLineId",
  o.returned_line_id as "returnedLineId", o.entry_id as "entryId", o.share_id as "shareId", o.version,
  c.handler_id as "handlerId", c.clerk_id as "clerkId", c.team_id as "teamId"`
const from = `from funds_payout o
  left join cases_fact_source c on c.court_id = o.court_id and c.case_number = o.case_number`

/** These payouts in the order of their ids; locked, so that two officers never wait for each other. */
export async function findPayouts({ client }: Tx, ids: readonly string[], lock: boolean): Promise<readonly Payout[]> {
  const { rows } = await client.query<Row>({
    name: lock ? 'funds_payouts_lock' : 'funds_payouts_find',
    text: `select ${columns} ${from} where o.payout_id = any($1::uuid[]) order by o.payout_id ${lock ? 'for update of o' : ''}`,
    values: [ids],
  })
  return rows.map(payoutOf)
}

/** What was handed to the bank under these numbers. */
export async function payoutsOfOrder({ client }: Tx, orderId: string): Promise<readonly Payout[]> {
  const { rows } = await client.query<Row>({
    name: 'funds_payouts_of_order',
    text: `select ${columns} ${from} where o.ordered_in = $1 order by o.payout_id for update of o`,
    values: [orderId],
  })
  return rows.map(payoutOf)
}

const payoutOf = ({ amountFen, ...row }: Row): Payout => ({ ...row, amountFen: BigInt(amountFen) })

const load = async (tx: Tx, id: string, lock: boolean): Promise<Payout | Refusal> =>
  (await findPayouts(tx, [id], lock))[0] ?? noSuchPayout()

export const payoutRecord = recordKind<Payout>({
  kind: 'payout',
  idField: 'payoutId',
  load,
  belongs: ({ handlerId, clerkId, teamId }) => ({ own: [handlerId, clerkId], team: teamId }),
  version: ({ version }) => version,
})

/** Gives back what payouts that came to nothing held of receipts and of plan shares. */
export async function releaseReserved({ client }: Tx, payoutIds: readonly string[]): Promise<void> {
  await client.query({
    name: 'funds_release_reserved',
    text: `update funds_claim k set reserved_fen = k.reserved_fen - p.fen
           from (select claim_id, sum(amount_fen) as fen from funds_payout_part where payout_id = any($1::uuid[])
                 group by claim_id) p
           where k.claim_id = p.claim_id`,
    values: [payoutIds],
  })
  await releaseShares({ client }, payoutIds)
}

export async function releaseShares({ client }: Pick<Tx, 'client'>, payoutIds: readonly string[]): Promise<void> {
  await client.query({
    name: 'funds_release_shares',
    text: `update funds_plan_share s set proposed_fen = s.proposed_fen - o.fen
           from (select share_id, sum(amount_fen) as fen from funds_payout
                 where payout_id = any($1::uuid[]) and share_id is not null group by share_id) o
           where s.share_id = o.share_id`,
    values: [payoutIds],
  })
}
