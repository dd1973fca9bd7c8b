import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import { download } from '#kernel/query.ts'
import {
  styledRows,
  tableSheet,
  tableStream,
  xlsxType,
  type Table,
  type TableCell,
  type TableRow,
} from '#kernel/sheets/table-sheet.ts'
import { label } from '#kernel/values/labels.ts'
import type { Intake } from '../intake.ts'
import { intakeOf, valueText } from '../kinds.ts'
import { noSuchLedger } from '../problems.ts'
import type { CleanValue, Column } from '../reading/index.ts'

const keysAtOnce = 500

/** A ledger made now from the records, in the court's own columns and words, those of its own invention at the end: read again it changes nothing. */
export const exportLedger = download({
  name: 'ledgers.export',
  title: label('按台账格式导出', 'Export as a ledger'),
  may: 'ledgers.export',
  reach: 'anyone',
  input: z.object({ kind: z.string().max(60), from: z.iso.date().optional(), to: z.iso.date().optional() }),
  mediaTypes: [xlsxType],
  read: async (tx, { kind, from = null, to = null }, occasion) => {
    const intake = intakeOf(tx, kind)
    if (!intake?.keys) return noSuchLedger(kind)
    const keys = await intake.keys(tx, { from, to }, occasion)
    const title = `${intake.layout.title.zh}${from === null && to === null ? '' : `（${from ?? ''}至${to ?? ''}）`}`
    const extras = (await intake.extras?.(tx, keys)) ?? []
    const columns = [...columnsOf(intake), ...extras.map((heading) => ({ title: heading, kind: 'text' as const }))]
    const table = { name: intake.layout.title.zh, columns, rows: rowsOf(tx, intake, keys, extras) }
    return { bytes: await written(table, keys.length), mediaType: xlsxType, fileName: `${title}.xlsx` }
  },
})

const written = async (table: Table, rows: number): Promise<Uint8Array> =>
  rows <= styledRows ? tableSheet(table) : new Uint8Array(await new Response(tableStream(table)).arrayBuffer())

const writtenColumns = ({ layout }: Pick<Intake, 'layout'>): readonly Column[] =>
  layout.columns.filter(({ withheld }) => withheld !== true)

const columnsOf = (intake: Intake): Table['columns'] =>
  writtenColumns(intake).map(({ title, type }) => {
    const kind = type === 'money' || type === 'date' || type === 'integer' ? type : 'text'
    return { title, kind }
  })

async function* rowsOf(
  tx: Tx,
  { layout, current }: Intake,
  keys: readonly string[],
  extras: readonly string[],
): AsyncGenerator<TableRow> {
  const columns = writtenColumns({ layout })
  for (let from = 0; from < keys.length; from += keysAtOnce) {
    const some = keys.slice(from, from + keysAtOnce)
    const found = await current(tx, some, null)
    for (const [at, key] of some.entries()) {
      const one = found.get(key)
      if (!one) continue
      const { record, extra = {} } = one
      const cells = columns.map((column) => cellOf(column, record[column.field] ?? null, from + at + 1))
      yield [...cells, ...extras.map((heading) => extra[heading] ?? null)]
    }
  }
}

/** Days as days, money as numbers, all else as a clerk would write it. A running number is counted anew. */
function cellOf(column: Column, value: CleanValue, position: number): TableCell {
  if (column.field === 'seq' || column.title === '序号') return position
  if (typeof value === 'bigint' || typeof value === 'number') return value
  if (column.type === 'date' && typeof value === 'string' && value !== '') return Temporal.PlainDate.from(value)
  if (Array.isArray(value)) return (value as readonly string[]).map((entry) => entry || '/').join('、')
  return valueText(value, column, true)
}
