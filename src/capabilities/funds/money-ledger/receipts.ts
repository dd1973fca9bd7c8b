import type { Tx } from '#kernel/database/transaction.ts'

/** A row of the court's ledger on its way to claims and payouts. */
export type Receipt = {
  readonly receiptId: string
  readonly receiptNumber: string
  readonly arrivedOn: string
  readonly caseNumber: string
  readonly payer: string | null
  readonly channel: string | null
  readonly grossFen: bigint
  readonly amountFen: bigint
  readonly feeFen: bigint
  readonly refundFen: bigint
  readonly serial: string | null
  readonly claimedOn: string | null
  readonly paidOn: string | null
  readonly paidFen: bigint
  readonly payees: readonly string[]
  readonly paySerials: readonly string[]
  readonly deferral: string | null
  readonly remark: string | null
  readonly state: 'waiting' | 'settled'
}

const moneyFields = ['grossFen', 'amountFen', 'feeFen', 'refundFen', 'paidFen'] as const

const columns = `receipt_id as "receiptId", receipt_number as "receiptNumber", arrived_on::text as "arrivedOn",
  case_number as "caseNumber", payer, channel, coalesce(gross_fen, 0)::text as "grossFen", coalesce(amount_fen, 0)::text as "amountFen",
  coalesce(fee_fen, 0)::text as "feeFen", coalesce(refund_fen, 0)::text as "refundFen", serial, claimed_on::text as "claimedOn",
  paid_on::text as "paidOn", coalesce(paid_fen, 0)::text as "paidFen", payees, pay_serials as "paySerials", deferral, remark, state`

async function readReceipts({ client }: Tx, where: string, values: readonly unknown[]): Promise<readonly Receipt[]> {
  const { rows } = await client.query<Record<string, unknown>>(
    `select ${columns} from funds_receipt where ${where} order by arrived_on, receipt_number`,
    [...values],
  )
  return rows.map(
    (row) =>
      ({ ...row, ...Object.fromEntries(moneyFields.map((name) => [name, BigInt(String(row[name]))])) }) as Receipt,
  )
}

export const waitingReceipts = (tx: Tx) => readReceipts(tx, "state = 'waiting'", [])
/** All rows that name one of these payments: together they say what it paid. */
export const receiptsPaidBy = (tx: Tx, serials: readonly string[]) =>
  readReceipts(tx, 'pay_serials && $1::text[]', [serials])

export type NamedLine = {
  readonly bankLineId: string
  readonly serial: string
  readonly on: string
  readonly amountFen: bigint
  readonly unclaimedFen: bigint
  readonly unexplainedFen: bigint
  readonly peerName: string | null
}

/** Lines by the bank's own number. */
export async function linesBySerial(
  { client }: Tx,
  serials: readonly string[],
): Promise<ReadonlyMap<string, NamedLine>> {
  const { rows } = await client.query<Record<string, string>>(
    `select bank_line_id as "bankLineId", serial, happened_on::text as "on", amount_fen::text as "amountFen",
            unclaimed_fen::text as "unclaimedFen", unexplained_fen::text as "unexplainedFen", peer_name as "peerName"
     from funds_bank_line where serial = any($1::text[]) for update`,
    [serials],
  )
  return new Map(
    rows.map((row) => [
      String(row['serial']),
      {
        ...(row as unknown as NamedLine),
        amountFen: BigInt(String(row['amountFen'])),
        unclaimedFen: BigInt(String(row['unclaimedFen'])),
        unexplainedFen: BigInt(String(row['unexplainedFen'])),
      },
    ]),
  )
}

/** Says why rows wait, or that all of what they say is on record. */
export const markReceipts = (
  { client }: Tx,
  marks: readonly { readonly receiptId: string; readonly waitsFor: string | null }[],
) =>
  client.query({
    name: 'funds_receipts_mark',
    text: `update funds_receipt r set state = case when m.why is null then 'settled' else 'waiting' end, waits_for = m.why
           from unnest($1::uuid[], $2::text[]) as m (id, why)
           where r.receipt_id = m.id and (r.state, coalesce(r.waits_for, '')) is distinct from
             (case when m.why is null then 'settled' else 'waiting' end, coalesce(m.why, ''))`,
    values: [marks.map(({ receiptId }) => receiptId), marks.map(({ waitsFor }) => waitsFor)],
  })
