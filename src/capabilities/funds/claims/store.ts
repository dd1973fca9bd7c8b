import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { AccountRef } from '../ledger/accounts.ts'
import { lastClosedDay, openDayAfter } from '../ledger/open-day.ts'
import { post, reverse } from '../ledger/post.ts'
import { ownNumbers, type OwnNumber } from '../virtual/store.ts'
import type { ClaimKind } from './contract.ts'

/** A line of a statement as claiming sees it. */
export type Line = {
  readonly bankLineId: string
  readonly on: string
  readonly amountFen: bigint
  readonly unclaimedFen: bigint
  readonly peerName: string | null
  readonly peerAccount: string | null
  readonly summary: string | null
  readonly memo: string | null
  /** The case whose own account number it was paid to. */
  readonly own?: OwnNumber | null
}

const lineColumns = `bank_line_id as "bankLineId", happened_on as "on", amount_fen as "amountFen",
  unclaimed_fen as "unclaimedFen", peer_name as "peerName", peer_account_masked as "peerAccount", summary, memo,
  sub_account as "subAccount"`

type Row = Omit<Line, 'amountFen' | 'unclaimedFen' | 'own'> & {
  readonly amountFen: string
  readonly unclaimedFen: string
  readonly subAccount: string | null
}

async function linesOf(tx: Tx, rows: readonly Row[]): Promise<readonly Line[]> {
  const own = await ownNumbers(tx, rows)
  return rows.map(({ amountFen, unclaimedFen, subAccount, ...row }) => ({
    ...row,
    amountFen: BigInt(amountFen),
    unclaimedFen: BigInt(unclaimedFen),
    own: own({ ...row, subAccount }),
  }))
}

export async function findLine(tx: Tx, bankLineId: string, lock: boolean): Promise<Line | undefined> {
  const { rows } = await tx.client.query<Row>(
    `select ${lineColumns} from funds_bank_line where bank_line_id = $1 ${lock ? 'for update' : ''}`,
    [bankLineId],
  )
  return (await linesOf(tx, rows))[0]
}

/** Money in that nobody has claimed, oldest first; of one statement or of all. Locked for whoever gives it away. */
export async function unclaimedLines(tx: Tx, statementId: string | null, lock = false): Promise<readonly Line[]> {
  const { rows } = await tx.client.query<Row>(
    `select ${lineColumns} from funds_bank_line
     where unclaimed_fen > 0 and ($1::uuid is null or statement_id = $1) order by happened_on, happened_at, bank_line_id
     ${lock ? 'for update' : ''}`,
    [statementId],
  )
  return linesOf(tx, rows)
}

/** A part of a line on its way to whom it belongs. */
export type NewClaim = {
  readonly claimId: string
  readonly line: Line
  readonly kind: ClaimKind
  readonly caseNumber: string | null
  readonly partyId: string | null
  readonly amountFen: bigint
  readonly manner: 'certain' | 'confirmed' | 'by-hand'
  readonly reasons: readonly string[]
}

export const accountOfClaim = ({
  kind,
  caseNumber,
  partyId,
}: Pick<NewClaim, 'kind' | 'caseNumber' | 'partyId'>): AccountRef => ({
  kind,
  ...(caseNumber !== null && { caseNumber }),
  ...(partyId !== null && { partyId }),
})

/** Gives money of the pool to whom it belongs: posted, on record, and taken off the line. Set-based. */
export async function claimMoney(tx: Tx, claims: readonly NewClaim[], occasion: Occasion): Promise<void> {
  if (claims.length === 0) return
  const today = occasion.today.toString()
  const closed = await lastClosedDay(tx)
  const entries = await post(
    tx,
    claims.map(({ line, amountFen, reasons, ...claim }) => ({
      kind: 'claim',
      postedOn: openDayAfter(claim.manner === 'certain' ? line.on : later(line.on, today), closed),
      reason: reasons.join('，'),
      postings: [
        { account: { kind: 'unknown' }, amountFen: -amountFen, bankLineId: line.bankLineId },
        { account: accountOfClaim(claim), amountFen, bankLineId: line.bankLineId },
      ],
    })),
    occasion,
  )
  await tx.client.query({
    name: 'funds_claims_insert',
    text: `insert into funds_claim (claim_id, bank_line_id, kind, case_number, party_id, payer, amount_fen, arrived_on,
             claimed_on, was_unknown, manner, reasons, entry_id, recorded_by, recorded_at)
           select claim_id, bank_line_id, kind, case_number, party_id, payer, amount_fen, arrived_on, claimed_on,
                  was_unknown, manner, reasons, entry_id, $2, $3::timestamptz
           from jsonb_to_recordset($1::jsonb) as r (claim_id uuid, bank_line_id uuid, kind text, case_number text,
             party_id uuid, payer text, amount_fen bigint, arrived_on date, claimed_on date, was_unknown boolean,
             manner text, reasons jsonb, entry_id uuid)`,
    values: [
      JSON.stringify(
        claims.map(({ claimId, line, kind, caseNumber, partyId, amountFen, manner, reasons }, i) => ({
          claim_id: claimId,
          bank_line_id: line.bankLineId,
          kind,
          case_number: caseNumber,
          party_id: partyId,
          payer: line.peerName,
          amount_fen: amountFen.toString(),
          arrived_on: line.on,
          claimed_on: manner === 'certain' ? line.on : later(line.on, today),
          was_unknown: manner !== 'certain',
          manner,
          reasons,
          entry_id: entries[i],
        })),
      ),
      occasion.actor.id,
      occasion.now.toString(),
    ],
  })
  await tx.client.query({
    name: 'funds_lines_claimed',
    text: `update funds_bank_line l set unclaimed_fen = l.unclaimed_fen - c.fen
           from (select id, sum(fen) as fen from unnest($1::uuid[], $2::bigint[]) as c (id, fen) group by id) c
           where l.bank_line_id = c.id`,
    values: [claims.map(({ line }) => line.bankLineId), claims.map(({ amountFen }) => amountFen.toString())],
  })
}

const later = (a: string, b: string): string => (a > b ? a : b)

/** A claim as its commands see it. */
export type Claim = {
  readonly claimId: string
  readonly bankLineId: string | null
  readonly kind: ClaimKind | 'direct' | 'in-kind'
  readonly caseNumber: string | null
  readonly amountFen: bigint
  readonly paidFen: bigint
  readonly entryId: string | null
  readonly undone: boolean
  readonly caseId: string | null
  readonly handlerId: string | null
  readonly clerkId: string | null
  readonly teamId: string | null
  readonly version: number
}

export async function findClaim(tx: Tx, claimId: string, lock: boolean): Promise<Claim | undefined> {
  const { rows } = await tx.client.query<Omit<Claim, 'amountFen' | 'paidFen'> & { amountFen: string; paidFen: string }>(
    `select k.claim_id as "claimId", k.bank_line_id as "bankLineId", k.kind, k.case_number as "caseNumber",
            k.amount_fen as "amountFen", k.paid_fen as "paidFen", k.entry_id as "entryId", k.undone_at is not null as undone,
            c.case_id as "caseId", c.handler_id as "handlerId", c.clerk_id as "clerkId", c.team_id as "teamId", k.version
     from funds_claim k
     left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
     where k.claim_id = $1 ${lock ? 'for update of k' : ''}`,
    [claimId],
  )
  const [row] = rows
  return row && { ...row, amountFen: BigInt(row.amountFen), paidFen: BigInt(row.paidFen) }
}

/** Takes a claim back by reversal; the money lies in the pool again. */
export async function undoClaims(
  tx: Tx,
  claims: readonly (Pick<Claim, 'claimId' | 'bankLineId' | 'amountFen' | 'entryId'> & { readonly reason: string })[],
  occasion: Occasion,
): Promise<void> {
  for (const { claimId, bankLineId, amountFen, entryId, reason } of claims) {
    if (entryId !== null) await reverse(tx, entryId, { on: occasion.today.toString(), reason }, occasion)
    await tx.client.query(
      `update funds_claim set undone_because = $2, undone_at = $3::timestamptz, version = version + 1 where claim_id = $1`,
      [claimId, reason, occasion.now.toString()],
    )
    if (bankLineId !== null)
      await tx.client.query(
        'update funds_bank_line set unclaimed_fen = unclaimed_fen + $2::bigint where bank_line_id = $1',
        [bankLineId, amountFen.toString()],
      )
  }
}
