import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { recordPaid, type PaidByLine } from '../explaining/record-paid.ts'
import { linesBySerial, receiptsPaidBy, type NamedLine, type Receipt } from './receipts.ts'

type Claimed = {
  readonly claimId: string
  readonly caseNumber: string
  readonly receiptId: string
  readonly freeFen: bigint
}
type Share = { readonly receipt: Receipt; readonly amountFen: bigint }

/**
 * What one payment paid of each row that names it: one row alone took all of it, several rows with no other payment took
 * what each was paid (合并发放). A row that names two payments was paid in parts, each by its own line.
 */
export function sharesOf(
  line: NamedLine,
  receipts: readonly Receipt[],
  lines: ReadonlyMap<string, NamedLine>,
): readonly Share[] | string {
  const amount = -line.amountFen
  const [only, another] = receipts
  if (only && !another) {
    const fits = only.paySerials.length === 1 ? amount === only.paidFen : amount <= only.paidFen
    return fits
      ? [{ receipt: only, amountFen: amount }]
      : `台账发放 ${formatYuan(only.paidFen)}，银行流水 ${formatYuan(amount)}`
  }
  const shares = receipts.map((receipt) => ({ receipt, amountFen: restFor(receipt, line.serial, lines) }))
  if (shares.some(({ amountFen }) => amountFen === null)) return '等待另一笔发放流水'
  const told = shares.reduce((sum, { amountFen }) => sum + (amountFen ?? 0n), 0n)
  if (told !== amount) return `台账各行发放合计 ${formatYuan(told)}，银行流水 ${formatYuan(amount)}`
  return shares.map(({ receipt, amountFen }) => ({ receipt, amountFen: amountFen ?? 0n }))
}

/** What a row was paid beyond its other payments; null while one of those is not on record. */
function restFor(receipt: Receipt, serial: string, lines: ReadonlyMap<string, NamedLine>): bigint | null {
  let rest = receipt.paidFen
  for (const other of receipt.paySerials) {
    if (other === serial) continue
    const line = lines.get(other)
    if (!line) return null
    rest += line.amountFen
  }
  return rest > 0n ? rest : null
}

/** Payments that the ledger names become payouts of the money they paid. Returns why rows wait. */
export async function payReceipts(
  tx: Tx,
  waiting: readonly Receipt[],
  occasion: Occasion,
): Promise<ReadonlyMap<string, string>> {
  const waits = new Map<string, string>()
  const named = waiting.filter(({ paidFen }) => paidFen > 0n)
  for (const { receiptId, paySerials } of named) {
    if (paySerials.length === 0) waits.set(receiptId, '台账没有写发放流水号')
  }
  const serials = [...new Set(named.flatMap(({ paySerials }) => paySerials))]
  if (serials.length === 0) return waits
  const all = await receiptsPaidBy(tx, serials)
  const lines = await linesBySerial(tx, [...new Set(all.flatMap(({ paySerials }) => paySerials))])
  const free = await caseClaims(tx, all)
  const done = await explainedLines(tx, [...lines.values()])
  const byLine = Map.groupBy(
    all.flatMap((receipt) => receipt.paySerials.map((serial) => ({ serial, receipt }))),
    ({ serial }) => serial,
  )
  const paid: PaidByLine[] = []
  for (const serial of serials) {
    const receipts = (byLine.get(serial) ?? []).map(({ receipt }) => receipt)
    const line = lines.get(serial)
    const why = line && done.has(line.bankLineId) ? null : planPayment(line, receipts, lines, free, paid)
    if (why !== null) for (const { receiptId } of receipts) waits.set(receiptId, why)
  }
  await recordPaid(tx, paid, occasion)
  return waits
}

function planPayment(
  line: NamedLine | undefined,
  receipts: readonly Receipt[],
  lines: ReadonlyMap<string, NamedLine>,
  free: Map<string, Claimed & { freeFen: bigint }>,
  paid: PaidByLine[],
): string | null {
  if (!line) return '等待发放的银行流水'
  if (line.amountFen >= 0n) return '发放流水号是一笔收入'
  if (line.unexplainedFen < -line.amountFen) return '这笔支出已有发放记录，请核对'
  const shares = sharesOf(line, receipts, lines)
  if (typeof shares === 'string') return shares
  const parts = shares.map(({ receipt, amountFen }) => ({ claim: free.get(receipt.receiptId), amountFen }))
  if (parts.some(({ claim }) => claim === undefined)) return '等待收款先认领'
  if (parts.some(({ claim, amountFen }) => claim !== undefined && claim.freeFen < amountFen))
    return '发放金额大于可发案款'
  const [first] = shares
  for (const { claim, amountFen } of parts) if (claim) claim.freeFen -= amountFen
  paid.push({
    payoutId: newId(),
    kind: 'case',
    fromKind: 'case',
    manner: 'ledger',
    bankLineId: line.bankLineId,
    on: line.on,
    payee: payeeOf(first?.receipt, line),
    purpose: `执行案款台账 ${receipts.map(({ receiptNumber }) => receiptNumber).join('、')}`,
    parts: parts.flatMap(({ claim, amountFen }) =>
      claim ? [{ claimId: claim.claimId, caseNumber: claim.caseNumber, amountFen }] : [],
    ),
  })
  return null
}

/** The n-th payee belongs to the n-th payment. */
const payeeOf = (receipt: Receipt | undefined, line: NamedLine): string => {
  const at = receipt?.paySerials.indexOf(line.serial) ?? -1
  return receipt?.payees[at] ?? receipt?.payees[0] ?? line.peerName ?? '台账未写明'
}

async function caseClaims(
  { client }: Tx,
  receipts: readonly Receipt[],
): Promise<Map<string, Claimed & { freeFen: bigint }>> {
  const { rows } = await client.query<Omit<Claimed, 'freeFen'> & { freeFen: string }>(
    `select claim_id as "claimId", case_number as "caseNumber", receipt_id as "receiptId",
            (amount_fen - paid_fen - reserved_fen)::text as "freeFen"
     from funds_claim where receipt_id = any($1::uuid[]) and kind = 'case' and undone_at is null for update`,
    [receipts.map(({ receiptId }) => receiptId)],
  )
  return new Map(rows.map((row) => [row.receiptId, { ...row, freeFen: BigInt(row.freeFen) }]))
}

/** Lines whose payout came from this ledger before. */
async function explainedLines({ client }: Tx, lines: readonly NamedLine[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct paid_line_id as id from funds_payout where paid_line_id = any($1::uuid[]) and manner = 'ledger' and state = 'paid'`,
    [lines.map(({ bankLineId }) => bankLineId)],
  )
  return new Set(rows.map(({ id }) => id))
}
