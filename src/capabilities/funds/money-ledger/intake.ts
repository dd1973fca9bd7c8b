import type { Intake, IntakeRow } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { plainText } from '#kernel/values/text.ts'
import { fen } from '#kernel/values/money.ts'
import { receiptLayout, unknownLayout, type ReceiptRecord, type UnknownRecord } from './layouts.ts'

type Column = { readonly field: string; readonly name: string; readonly type: 'text' | 'date' | 'bigint' | 'text[]' }

const receiptColumns: readonly Column[] = [
  { field: 'receiptNumber', name: 'receipt_number', type: 'text' },
  { field: 'arrivedOn', name: 'arrived_on', type: 'date' },
  { field: 'caseNumber', name: 'case_number', type: 'text' },
  { field: 'handler', name: 'handler', type: 'text' },
  { field: 'payer', name: 'payer', type: 'text' },
  { field: 'channel', name: 'channel', type: 'text' },
  { field: 'gross', name: 'gross_fen', type: 'bigint' },
  { field: 'amount', name: 'amount_fen', type: 'bigint' },
  { field: 'fee', name: 'fee_fen', type: 'bigint' },
  { field: 'refund', name: 'refund_fen', type: 'bigint' },
  { field: 'serial', name: 'serial', type: 'text' },
  { field: 'claimedOn', name: 'claimed_on', type: 'date' },
  { field: 'paidOn', name: 'paid_on', type: 'date' },
  { field: 'paid', name: 'paid_fen', type: 'bigint' },
  { field: 'payees', name: 'payees', type: 'text[]' },
  { field: 'paySerials', name: 'pay_serials', type: 'text[]' },
  { field: 'deferral', name: 'deferral', type: 'text' },
  { field: 'remark', name: 'remark', type: 'text' },
]
const unknownColumns: readonly Column[] = [
  { field: 'serial', name: 'serial', type: 'text' },
  { field: 'arrivedOn', name: 'arrived_on', type: 'date' },
  { field: 'amount', name: 'amount_fen', type: 'bigint' },
  { field: 'payer', name: 'payer', type: 'text' },
  { field: 'memo', name: 'memo', type: 'text' },
  { field: 'state', name: 'state', type: 'text' },
]

type Kept = { readonly table: string; readonly id: string; readonly columns: readonly Column[]; readonly noun: string }
const receipts: Kept = { table: 'funds_receipt', id: 'receipt_id', columns: receiptColumns, noun: 'receipt' }
const unknowns: Kept = { table: 'funds_unknown_item', id: 'item_id', columns: unknownColumns, noun: 'unknown-item' }

const forRecord = (value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value)

/** Rows as one JSON text, for a whole ledger at once. */
const rowsText = (
  { columns, id }: Kept,
  rows: readonly { readonly id: string; readonly row: IntakeRow; readonly record: IntakeRow['record'] }[],
): string =>
  JSON.stringify(
    rows.map(({ id: key, row, record }) => ({
      [id]: key,
      extra: row.extra,
      ...Object.fromEntries(columns.map(({ field, name }) => [name, forRecord(record[field] ?? null)])),
    })),
  )

const declared = ({ columns, id }: Kept): string =>
  [`${id} uuid`, 'extra jsonb', ...columns.map(({ name, type }) => `${name} ${type}`)].join(', ')
const valueOf = ({ name, type }: Column): string => (type === 'text[]' ? `coalesce(${name}, '{}')` : name)

async function insert(
  tx: Tx,
  kept: Kept,
  rows: readonly IntakeRow[],
  batchId: string,
  { actor, now }: Occasion,
): Promise<readonly string[]> {
  const { table, id, columns } = kept
  const named = rows.map((row) => ({ id: newId(), row, record: row.record }))
  await tx.client.query(
    `insert into ${table} (${id}, extra, batch_id, recorded_by, recorded_at, ${columns.map(({ name }) => name).join(', ')})
     select ${id}, coalesce(extra, '{}'), $2::uuid, $3, $4::timestamptz, ${columns.map(valueOf).join(', ')}
     from jsonb_to_recordset($1::jsonb) as r (${declared(kept)})`,
    [rowsText(kept, named), batchId, actor.id, now.toString()],
  )
  return named.map((one) => one.id)
}

async function update(tx: Tx, kept: Kept, rows: Parameters<typeof rowsText>[1], also = ''): Promise<void> {
  const { table, id, columns } = kept
  const sets = columns.map((column) => `${column.name} = ${valueOf({ ...column, name: `r.${column.name}` })}`)
  await tx.client.query(
    `update ${table} t set ${sets.join(', ')}, extra = t.extra || coalesce(r.extra, '{}') ${also}
     from jsonb_to_recordset($1::jsonb) as r (${declared(kept)}) where t.${id} = r.${id}`,
    [rowsText(kept, rows)],
  )
}

async function read(tx: Tx, { table, id, columns }: Kept, keys: readonly string[], key: string) {
  const { rows } = await tx.client.query<Record<string, unknown> & { id: string; extra: Record<string, string> }>(
    `select ${id} as id, extra, ${columns.map(({ field, name, type }) => `${name}${type === 'date' || type === 'bigint' ? '::text' : ''} as "${field}"`).join(', ')}
     from ${table} where ${key} = any($1::text[])`,
    [keys],
  )
  return new Map(
    rows.map(({ id: own, extra, ...fields }) => [
      String(fields[columns[0]?.field ?? '']),
      {
        id: own,
        extra,
        record: Object.fromEntries(
          columns.map(({ field, type }) => [
            field,
            type === 'bigint' && fields[field] !== null
              ? fen(BigInt(plainText(fields[field])))
              : (fields[field] as never),
          ]),
        ),
        marks: ['key'],
        typed: [],
      },
    ]),
  )
}

const intakeFor = (kept: Kept, layout: Intake['layout'], key: string, also = ''): Intake => ({
  layout,
  tables: [{ name: kept.table, owner: kept.id }],
  current: (tx, keys) => read(tx, kept, keys, key),
  create: (tx, rows, { batchId }, occasion) => insert(tx, kept, rows, batchId, occasion),
  revise: (tx, revisions) =>
    update(
      tx,
      kept,
      revisions.map(({ id, row, record }) => ({ id, row, record })),
      also,
    ),
  subject: (id) => `${kept.noun}:${id}`,
  fact: (receiptId, change) => ({ type: `funds.${kept.noun}-${change}`, receiptId }) as never,
  keys: async (tx, { from, to }) => {
    const { rows } = await tx.client.query<{ key: string }>(
      `select ${key} as key from ${kept.table}
       where ($1::date is null or arrived_on >= $1) and ($2::date is null or arrived_on <= $2) order by arrived_on, ${key}`,
      [from, to],
    )
    return rows.map((row) => row.key)
  },
})

export type { ReceiptRecord, UnknownRecord }
export const receiptIntake = intakeFor(
  receipts,
  receiptLayout,
  'receipt_number',
  ", state = 'waiting', waits_for = null",
)
export const unknownIntake = intakeFor(unknowns, unknownLayout, 'serial')
