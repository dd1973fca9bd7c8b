import type { DerivedFact, Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { claimReceipts } from './claims.ts'
import { payReceipts } from './payouts.ts'
import { markReceipts, waitingReceipts, type Receipt } from './receipts.ts'

/** Lets every row of the ledger that waits find its lines: first what came, then what was paid of it, then what may wait. */
export async function settleReceipts(tx: Tx, occasion: Occasion): Promise<void> {
  await bindCarried(tx)
  const waiting = await waitingReceipts(tx)
  if (waiting.length === 0) return
  const unclaimed = await claimReceipts(tx, waiting, occasion)
  const unpaid = await payReceipts(tx, waiting, occasion)
  await defer(tx, waiting, occasion)
  await markReceipts(
    tx,
    waiting.map(({ receiptId }) => ({
      receiptId,
      waitsFor: unclaimed.get(receiptId) ?? unpaid.get(receiptId) ?? null,
    })),
  )
}

/**
 * Money that was claimed out of the opening balance, and whose own line has come with a statement of an earlier time: the
 * claim holds that line now. Nothing moves; the opening balance has gone back by the same sum.
 */
const bindCarried = ({ client }: Tx) =>
  client.query({
    name: 'funds_bind_carried',
    text: `with bound as (
             update funds_claim k set bank_line_id = l.bank_line_id, version = k.version + 1
             from funds_receipt r
             join funds_bank_line l on l.court_id = r.court_id and l.serial = r.serial and l.amount_fen > 0
             where k.bank_line_id is null and k.entry_id is not null and k.undone_at is null
               and r.court_id = k.court_id and r.receipt_id = k.receipt_id and l.unclaimed_fen >= k.amount_fen
             returning l.bank_line_id as id, k.amount_fen as fen
           )
           update funds_bank_line l set unclaimed_fen = l.unclaimed_fen - b.fen
           from (select id, sum(fen) as fen from bound group by id) b where l.bank_line_id = b.id`,
  })

/** 延缓发放审批 of the past: allowed by whom the ledger does not say, until the money was paid. */
async function defer(tx: Tx, receipts: readonly Receipt[], { actor, now }: Occasion): Promise<void> {
  const deferred = receipts.filter(({ deferral }) => deferral !== null && !/^(?:无|否|\/|-)$/.test(deferral))
  if (deferred.length === 0) return
  await tx.client.query(
    `insert into funds_deferral (deferral_id, claim_id, reason, approved_by, recorded_by, recorded_at)
     select d.id, k.claim_id, d.reason, '台账记载', $4, $5::timestamptz
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as d (id, receipt, reason)
     join funds_claim k on k.receipt_id = d.receipt and k.kind = 'case' and k.undone_at is null
     where not exists (select from funds_deferral f where f.court_id = k.court_id and f.claim_id = k.claim_id)`,
    [
      deferred.map(() => newId()),
      deferred.map(({ receiptId }) => receiptId),
      deferred.map(({ deferral }) => deferral),
      actor.id,
      now.toString(),
    ],
  )
}

/** Whichever comes last, ledger or statement, brings the two together. */
export const settleReaction: Reaction = {
  on: ['funds.statement-imported', 'funds.receipt-imported', 'funds.receipt-revised'],
  react: async (tx, _facts, occasion): Promise<readonly DerivedFact[]> => {
    await settleReceipts(tx, occasion)
    return []
  },
}
