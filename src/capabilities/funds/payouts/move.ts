import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { AccountKind, AccountRef } from '../ledger/accounts.ts'
import { lastClosedDay, openDayAfter } from '../ledger/open-day.ts'
import { post, reverse, type NewEntry, type Posting } from '../ledger/post.ts'
import { releaseShares, type Payout } from './store.ts'

/** The day itself, or the first after it that no day-end has closed. */
const openDayFrom = async (tx: Tx, wanted: string): Promise<string> => openDayAfter(wanted, await lastClosedDay(tx))

/** The accounts from which these payouts are paid, by what each receipt was put on. */
async function sourcesOf({ client }: Tx, payouts: readonly Payout[]): Promise<ReadonlyMap<string, readonly Posting[]>> {
  const { rows } = await client.query<
    Required<AccountRef> & { readonly payoutId: string; readonly fen: string; readonly kind: AccountKind }
  >({
    name: 'funds_payout_sources',
    text: `select p.payout_id as "payoutId", a.kind, a.bank_account_id as "bankAccountId", a.case_number as "caseNumber",
                  a.party_id as "partyId", sum(p.amount_fen)::text as fen
           from funds_payout_part p
           join funds_payout o on o.court_id = p.court_id and o.payout_id = p.payout_id
           join funds_claim k on k.court_id = p.court_id and k.claim_id = p.claim_id
           join lateral (
             select a.* from funds_posting g
             join funds_account a on a.court_id = g.court_id and a.account_id = g.account_id
             where g.court_id = k.court_id and g.entry_id = k.entry_id and g.amount_fen > 0 and a.kind = o.from_kind
               and a.case_number is not distinct from k.case_number
             order by (a.party_id is not distinct from k.party_id) desc, g.line limit 1
           ) a on true
           where p.payout_id = any($1::uuid[])
           group by 1, 2, 3, 4, 5`,
    values: [payouts.map(({ payoutId }) => payoutId)],
  })
  const followed = Map.groupBy(rows, ({ payoutId }) => payoutId)
  return new Map(
    payouts.map(({ payoutId, fromKind, caseNumber, fromPartyId, amountFen }) => [
      payoutId,
      followed.get(payoutId)?.map(({ fen, kind, bankAccountId, caseNumber: number, partyId }) => ({
        account: { kind, bankAccountId, caseNumber: number, partyId },
        amountFen: -BigInt(fen),
      })) ?? [{ account: { kind: fromKind, caseNumber, partyId: fromPartyId }, amountFen: -amountFen }],
    ]),
  )
}

/**
 * Money of payouts leaves its accounts: to `unexplained`, where the bank's line out meets it, or to another account of the
 * court. What was held of receipts is now paid.
 */
export async function payOut(
  tx: Tx,
  payouts: readonly Payout[],
  on: string,
  occasion: Occasion,
  lines: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  if (payouts.length === 0) return
  const sources = await sourcesOf(tx, payouts)
  const postedOn = await openDayFrom(tx, on)
  const entries = payouts.map(({ payoutId, toKind, caseNumber, payeePartyId, amountFen, payoutNumber }): NewEntry => {
    const target: AccountRef =
      toKind === null
        ? { kind: 'unexplained' }
        : { kind: toKind, caseNumber, ...(toKind === 'deposited' && { partyId: payeePartyId }) }
    return {
      kind: toKind === null ? 'payout' : 'transfer',
      postedOn,
      reason: payoutNumber,
      postings: [
        ...(sources.get(payoutId) ?? []),
        { account: target, amountFen, bankLineId: lines.get(payoutId) ?? null },
      ],
    }
  })
  const ids = await post(tx, entries, occasion)
  await tx.client.query({
    name: 'funds_payouts_paid',
    text: `update funds_payout o set state = 'paid', paid_on = $3, entry_id = e.entry, paid_line_id = coalesce(e.line, o.paid_line_id),
             version = o.version + 1
           from unnest($1::uuid[], $2::uuid[], $4::uuid[]) as e (id, entry, line) where o.payout_id = e.id`,
    values: [
      payouts.map(({ payoutId }) => payoutId),
      ids,
      on,
      payouts.map(({ payoutId }) => lines.get(payoutId) ?? null),
    ],
  })
  await tx.client.query({
    name: 'funds_receipts_paid',
    text: `update funds_claim k set paid_fen = k.paid_fen + p.fen, reserved_fen = k.reserved_fen - p.fen, version = k.version + 1
           from (select claim_id, sum(amount_fen) as fen from funds_payout_part where payout_id = any($1::uuid[])
                 group by claim_id) p
           where k.claim_id = p.claim_id`,
    values: [payouts.map(({ payoutId }) => payoutId)],
  })
}

/**
 * 退汇: the bank did not bring the money home. The entry of the payout is reversed, so that the case holds it again; the
 * line in, when the statement shows it, is taken from the unknown money by an entry of its own {unknown −x, unexplained +x}.
 */
export async function bringBack(
  tx: Tx,
  payouts: readonly (Payout & { readonly reason: string })[],
  on: string,
  occasion: Occasion,
): Promise<void> {
  const postedOn = await openDayFrom(tx, on)
  for (const { entryId, payoutNumber, reason } of payouts) {
    if (entryId === null) continue
    await reverse(tx, entryId, { on: postedOn, reason: `退汇 ${payoutNumber ?? ''} ${reason}`.trim() }, occasion)
  }
  const [paid, unpaid] = [
    payouts.filter(({ state }) => state === 'paid'),
    payouts.filter(({ state }) => state !== 'paid'),
  ]
  for (const [some, column] of [
    [paid, 'paid_fen'],
    [unpaid, 'reserved_fen'],
  ] as const) {
    await tx.client.query(
      `update funds_claim k set ${column} = k.${column} - p.fen, version = k.version + 1
       from (select claim_id, sum(amount_fen) as fen from funds_payout_part where payout_id = any($1::uuid[])
             group by claim_id) p
       where k.claim_id = p.claim_id`,
      [some.map(({ payoutId }) => payoutId)],
    )
  }
  await releaseShares(
    tx,
    payouts.map(({ payoutId }) => payoutId),
  )
  await tx.client.query({
    name: 'funds_payouts_bounced',
    text: `update funds_payout o set state = 'bounced', bounced_on = $2, paid_on = null, ended_because = e.reason,
             ended_by = $4, ended_at = $5::timestamptz, version = o.version + 1
           from unnest($1::uuid[], $3::text[]) as e (id, reason) where o.payout_id = e.id`,
    values: [
      payouts.map(({ payoutId }) => payoutId),
      on,
      payouts.map(({ reason }) => reason),
      occasion.actor.id,
      occasion.now.toString(),
    ],
  })
}

/** The line that shows a return: its money is no longer unknown. */
export async function explainReturn(
  tx: Tx,
  { payoutId, amountFen, bankLineId, on }: { payoutId: string; amountFen: bigint; bankLineId: string; on: string },
  occasion: Occasion,
): Promise<void> {
  const entry: NewEntry = {
    kind: 'bounce',
    postedOn: await openDayFrom(tx, on),
    reason: '退汇',
    postings: [
      { account: { kind: 'unknown' }, amountFen: -amountFen, bankLineId },
      { account: { kind: 'unexplained' }, amountFen, bankLineId },
    ],
  }
  await post(tx, [entry], occasion)
  await tx.client.query(
    'update funds_bank_line set unclaimed_fen = unclaimed_fen - $2::bigint where bank_line_id = $1',
    [bankLineId, amountFen.toString()],
  )
  await tx.client.query('update funds_payout set returned_line_id = $2, version = version + 1 where payout_id = $1', [
    payoutId,
    bankLineId,
  ])
}
