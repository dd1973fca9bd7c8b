import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { reverse, post, type NewEntry } from '../ledger/post.ts'
import { lastClosedDay, openDayAfter } from '../ledger/open-day.ts'
import { linesBySerial, type NamedLine, type Receipt } from './receipts.ts'

type Kind = 'case' | 'fee' | 'refundable' | 'direct' | 'in-kind'
type Part = { readonly kind: Kind; readonly amountFen: bigint }
type Standing = {
  readonly claimId: string
  readonly bankLineId: string | null
  readonly receiptId: string | null
  readonly kind: string
  readonly caseNumber: string | null
  readonly amountFen: bigint
  readonly usedFen: bigint
  readonly entryId: string | null
}

const isDirect = /自行|直接|当面|当事人确认/
const isInKind = /抵债|以物|实物|抵偿/
/** Money that went to no account of the court, by what the ledger calls it. */
export function kindOfChannel({ channel, serial }: Pick<Receipt, 'channel' | 'serial'>): 'bank' | 'direct' | 'in-kind' {
  if (serial !== null) return 'bank'
  if (isInKind.test(channel ?? '')) return 'in-kind'
  return isDirect.test(channel ?? '') ? 'direct' : 'bank'
}

/** What a row says its money is for. */
export function partsOf(receipt: Receipt): readonly Part[] {
  const { amountFen, feeFen, refundFen } = receipt
  const channel = kindOfChannel(receipt)
  if (channel !== 'bank') return amountFen > 0n ? [{ kind: channel, amountFen }] : []
  const parts: readonly Part[] = [
    { kind: 'case', amountFen },
    { kind: 'fee', amountFen: feeFen },
    { kind: 'refundable', amountFen: refundFen },
  ]
  return parts.filter((part) => part.amountFen > 0n)
}

const sameParts = (standing: readonly Standing[], receipt: Receipt, parts: readonly Part[]): boolean =>
  standing.length === parts.length &&
  parts.every(({ kind, amountFen }) =>
    standing.some((one) => one.kind === kind && one.amountFen === amountFen && one.caseNumber === receipt.caseNumber),
  )

type Plan = {
  readonly claim: { readonly receipt: Receipt; readonly parts: readonly Part[]; readonly line: NamedLine | null }[]
  readonly undo: Standing[]
  readonly adopt: { readonly receipt: Receipt; readonly standing: readonly Standing[] }[]
  readonly waits: Map<string, string>
}

/**
 * Rows of the ledger become claims: out of the line they name, out of the money held before the first statement, or, paid
 * directly or in kind, out of none. A line that claimed itself as a whole is divided as the ledger divides it. Returns why
 * rows wait.
 */
export async function claimReceipts(
  tx: Tx,
  receipts: readonly Receipt[],
  occasion: Occasion,
): Promise<ReadonlyMap<string, string>> {
  const lines = await linesBySerial(
    tx,
    receipts.flatMap(({ serial }) => serial ?? []),
  )
  const standing = await standingClaims(tx, receipts, [...lines.values()])
  const accounts = await openings(tx)
  const plan: Plan = { claim: [], undo: [], adopt: [], waits: new Map() }
  let left = accounts.leftFen
  for (const receipt of receipts) {
    const parts = partsOf(receipt)
    const own = standing.ofReceipt.get(receipt.receiptId) ?? []
    const line = receipt.serial === null ? undefined : lines.get(receipt.serial)
    if (own.length > 0) {
      planChange(plan, receipt, parts, own, line ?? null)
      continue
    }
    if (kindOfChannel(receipt) !== 'bank') {
      plan.claim.push({ receipt, parts, line: null })
      continue
    }
    if (line) {
      planLine(plan, receipt, parts, line, standing.ofLine.get(line.bankLineId) ?? [])
      continue
    }
    if (accounts.firstDay === null || receipt.arrivedOn >= accounts.firstDay) {
      plan.waits.set(receipt.receiptId, receipt.serial === null ? '台账没有写银行流水号' : '等待银行流水')
      continue
    }
    if (receipt.paidOn !== null && receipt.paidOn < accounts.firstDay) {
      plan.waits.set(receipt.receiptId, '等待更早的银行流水')
      continue
    }
    if (receipt.grossFen > left) {
      plan.waits.set(receipt.receiptId, '期初余额不足以认领结转款')
      continue
    }
    left -= receipt.grossFen
    plan.claim.push({ receipt, parts, line: null })
  }
  await undo(tx, plan.undo, occasion)
  await adopt(tx, plan.adopt)
  await claim(tx, plan.claim, occasion)
  return plan.waits
}

/** A row that has its claims and now says something else. */
function planChange(
  plan: Plan,
  receipt: Receipt,
  parts: readonly Part[],
  own: readonly Standing[],
  line: NamedLine | null,
): void {
  if (sameParts(own, receipt, parts)) return
  if (own.some(({ usedFen }) => usedFen > 0n)) {
    plan.waits.set(receipt.receiptId, '台账改动了已经发放的收款，请核对')
    return
  }
  plan.undo.push(...own)
  plan.claim.push({ receipt, parts, line })
}

function planLine(
  plan: Plan,
  receipt: Receipt,
  parts: readonly Part[],
  line: NamedLine,
  others: readonly Standing[],
): void {
  const wait = (why: string): void => void plan.waits.set(receipt.receiptId, why)
  if (line.amountFen <= 0n) return wait('这个流水号是一笔支出')
  if (others.length === 0) {
    if (receipt.grossFen > line.unclaimedFen) return wait(`流水金额 ${formatYuan(line.amountFen)} 少于台账的到账金额`)
    plan.claim.push({ receipt, parts, line })
    return
  }
  if (sameParts(others, receipt, parts)) {
    plan.adopt.push({ receipt, standing: others })
    return
  }
  const rest = line.unclaimedFen >= receipt.grossFen
  if (rest) {
    plan.claim.push({ receipt, parts, line })
    return
  }
  const free = others.every(
    ({ usedFen, receiptId, caseNumber }) => usedFen === 0n && receiptId === null && caseNumber === receipt.caseNumber,
  )
  if (!free) return wait('流水已认领给别的案件或已发放，请核对')
  plan.undo.push(...others)
  plan.claim.push({ receipt, parts, line })
}

async function standingClaims(tx: Tx, receipts: readonly Receipt[], lines: readonly NamedLine[]) {
  const { rows } = await tx.client.query<
    Omit<Standing, 'amountFen' | 'usedFen'> & { amountFen: string; usedFen: string }
  >(
    `select claim_id as "claimId", bank_line_id as "bankLineId", receipt_id as "receiptId", kind, case_number as "caseNumber",
            amount_fen::text as "amountFen", (paid_fen + reserved_fen)::text as "usedFen", entry_id as "entryId"
     from funds_claim
     where undone_at is null and (receipt_id = any($1::uuid[]) or bank_line_id = any($2::uuid[])) for update`,
    [receipts.map(({ receiptId }) => receiptId), lines.map(({ bankLineId }) => bankLineId)],
  )
  const all = rows.map((row): Standing => ({ ...row, amountFen: BigInt(row.amountFen), usedFen: BigInt(row.usedFen) }))
  return {
    ofReceipt: Map.groupBy(
      all.filter(({ receiptId }) => receiptId !== null),
      ({ receiptId }) => receiptId ?? '',
    ),
    ofLine: Map.groupBy(
      all.filter(({ bankLineId }) => bankLineId !== null),
      ({ bankLineId }) => bankLineId ?? '',
    ),
  }
}

/** The first day on record, and what of the money held before it nobody has claimed. */
async function openings({ client }: Tx): Promise<{ readonly firstDay: string | null; readonly leftFen: bigint }> {
  const { rows } = await client.query<{ firstDay: string | null; left: string }>(
    `select (select min(opened_on)::text from funds_bank_account) as "firstDay",
            ((select coalesce(sum(opening_fen), 0) from funds_bank_account)
             - (select coalesce(sum(amount_fen), 0) from funds_claim
                where bank_line_id is null and entry_id is not null and undone_at is null))::text as left`,
  )
  return { firstDay: rows[0]?.firstDay ?? null, leftFen: BigInt(rows[0]?.left ?? 0) }
}

async function undo(tx: Tx, claims: readonly Standing[], occasion: Occasion): Promise<void> {
  const closed = await lastClosedDay(tx)
  for (const { claimId, entryId, bankLineId, amountFen } of claims) {
    const reason = '按执行案款台账重新认领'
    if (entryId !== null) {
      const { rows } = await tx.client.query<{ on: string }>(
        'select posted_on::text as on from funds_entry where entry_id = $1',
        [entryId],
      )
      await reverse(tx, entryId, { on: openDayAfter(rows[0]?.on ?? '', closed), reason }, occasion)
    }
    await tx.client.query(
      `update funds_claim set undone_because = $2, undone_at = $3::timestamptz, receipt_number = null, version = version + 1 where claim_id = $1`,
      [claimId, reason, occasion.now.toString()],
    )
    if (bankLineId === null) continue
    await tx.client.query(
      'update funds_bank_line set unclaimed_fen = unclaimed_fen + $2::bigint where bank_line_id = $1',
      [bankLineId, amountFen.toString()],
    )
  }
}

/** What the ledger knows of a claim that is already right. */
const adopt = (tx: Tx, found: Plan['adopt']) =>
  tx.client.query(
    `update funds_claim k set receipt_id = r.receipt_id, receipt_number = r.receipt_number, claimed_on = coalesce(r.claimed_on, k.claimed_on),
            was_unknown = r.was_unknown, payer = coalesce(r.payer, k.payer), version = k.version + 1
     from jsonb_to_recordset($1::jsonb) as r (claim_id uuid, receipt_id uuid, receipt_number text, claimed_on date, was_unknown boolean, payer text)
     where k.claim_id = r.claim_id`,
    [
      JSON.stringify(
        found.flatMap(({ receipt, standing }) =>
          standing.map(({ claimId }) => ({
            claim_id: claimId,
            receipt_id: receipt.receiptId,
            receipt_number: receipt.receiptNumber,
            claimed_on: receipt.claimedOn,
            was_unknown: wasUnknown(receipt),
            payer: receipt.payer,
          })),
        ),
      ),
    ],
  )

/** 原不明款，已认领: the ledger's own words for money that lay in the pool first. */
export const wasUnknown = ({ remark }: Pick<Receipt, 'remark'>): boolean => /不明/.test(remark ?? '')

const later = (a: string, b: string): string => (a > b ? a : b)

async function claim(tx: Tx, planned: Plan['claim'], occasion: Occasion): Promise<void> {
  if (planned.length === 0) return
  const closed = await lastClosedDay(tx)
  const firstDay = (await openings(tx)).firstDay
  const claims = planned.flatMap(({ receipt, parts, line }) =>
    parts.map((part) => {
      const arrivedOn = line?.on ?? receipt.arrivedOn
      const claimedOn = receipt.claimedOn ?? arrivedOn
      // Money held before the first statement lies in the opening balance, and is claimed from the first day on.
      const fromOpening =
        line === null && firstDay !== null
          ? Temporal.PlainDate.from(firstDay).subtract({ days: 1 }).toString()
          : arrivedOn
      return {
        ...part,
        claimId: newId(),
        entryId: newId(),
        receipt,
        line,
        arrivedOn,
        claimedOn,
        on: openDayAfter(later(claimedOn, fromOpening), closed),
      }
    }),
  )
  const booked = claims.filter(({ kind }) => kind !== 'direct' && kind !== 'in-kind')
  await post(
    tx,
    booked.map(({ entryId, on, kind, receipt, line, amountFen }): NewEntry => ({
      entryId,
      kind: 'claim',
      postedOn: on,
      reason: `执行案款台账 ${receipt.receiptNumber}`,
      postings: [
        { account: { kind: 'unknown' }, amountFen: -amountFen, bankLineId: line?.bankLineId ?? null },
        {
          account: { kind: kind as 'case', caseNumber: receipt.caseNumber },
          amountFen,
          bankLineId: line?.bankLineId ?? null,
        },
      ],
    })),
    occasion,
  )
  const isBooked = new Set(booked.map(({ claimId }) => claimId))
  await tx.client.query(
    `insert into funds_claim (claim_id, bank_line_id, receipt_id, receipt_number, kind, case_number, payer, amount_fen, arrived_on,
       claimed_on, was_unknown, manner, reasons, entry_id, recorded_by, recorded_at)
     select claim_id, bank_line_id, receipt_id, receipt_number, kind, case_number, payer, amount_fen, arrived_on,
            claimed_on, was_unknown, 'ledger', '["执行案款台账"]', entry_id, $2, $3::timestamptz
     from jsonb_to_recordset($1::jsonb) as r (claim_id uuid, bank_line_id uuid, receipt_id uuid, receipt_number text, kind text,
       case_number text, payer text, amount_fen bigint, arrived_on date, claimed_on date, was_unknown boolean, entry_id uuid)`,
    [
      JSON.stringify(
        claims.map(({ claimId, line, receipt, kind, amountFen, arrivedOn, claimedOn, entryId }) => ({
          claim_id: claimId,
          bank_line_id: line?.bankLineId ?? null,
          receipt_id: receipt.receiptId,
          receipt_number: receipt.receiptNumber,
          kind,
          case_number: receipt.caseNumber,
          payer: receipt.payer ?? line?.peerName ?? null,
          amount_fen: amountFen.toString(),
          arrived_on: arrivedOn,
          claimed_on: claimedOn,
          was_unknown: wasUnknown(receipt),
          entry_id: isBooked.has(claimId) ? entryId : null,
        })),
      ),
      occasion.actor.id,
      occasion.now.toString(),
    ],
  )
  const ofLines = claims.filter(({ line }) => line !== null)
  await tx.client.query({
    name: 'funds_lines_claimed',
    text: `update funds_bank_line l set unclaimed_fen = l.unclaimed_fen - c.fen
           from (select id, sum(fen) as fen from unnest($1::uuid[], $2::bigint[]) as c (id, fen) group by id) c
           where l.bank_line_id = c.id`,
    values: [ofLines.map(({ line }) => line?.bankLineId), ofLines.map(({ amountFen }) => amountFen.toString())],
  })
}
