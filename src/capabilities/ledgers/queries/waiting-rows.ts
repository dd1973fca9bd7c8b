import { z } from 'zod'
import { mayAnywhere } from '#kernel/occasion.ts'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { WaitingRows, type SheetRow } from '../contract.ts'
import { gridColumns, gridRow } from '../grid.ts'
import { intakeOf, isPersonal, valueText } from '../kinds.ts'
import type { Layout } from '../reading/index.ts'
import { batchRecord } from '../store.ts'
import { keptRows } from '../waiting.ts'

const pageSize = 400

/** Rows of a batch that wait for correction, or were accepted with a warning. Who may import sees identifiers whole. */
export const waitingRows = recordReading({
  name: 'ledgers.waiting-rows',
  title: label('待改的行', 'Waiting rows'),
  may: 'ledgers.read',
  record: batchRecord,
  input: z.object({
    status: z.enum(['set-aside', 'accepted', 'corrected', 'dropped']).default('set-aside'),
    after: z.int().min(0).default(0),
  }),
  output: WaitingRows,
  read: async (tx, { batchId, kind, columns }, { status, after }, { actor }) => {
    const layout = intakeOf(tx, kind)?.layout
    const kept = await keptRows(tx, batchId, status, { after, limit: pageSize + 1 })
    const page = kept.slice(0, pageSize)
    const open = mayAnywhere(actor, 'ledgers.import')
    const rows = page.map((row) => {
      const judged = {
        ...row,
        status: status === 'set-aside' ? ('setAside' as const) : ('accepted' as const),
        changes: [],
      }
      const shown = gridRow(judged, { columns, layout, typed: {} })
      return open ? shown : withoutPersonal(shown, layout)
    })
    return {
      columns: gridColumns(columns, layout),
      rows,
      next: kept.length > pageSize ? (page.at(-1)?.rowNumber ?? null) : null,
    }
  },
})

function withoutPersonal(row: SheetRow, layout: Layout | undefined): SheetRow {
  const cells = Object.entries(row.cells).map(([field, cell]) => {
    const column = layout?.columns.find((declared) => declared.field === field)
    return [field, isPersonal(column) ? { text: valueText(cell.text, column) ?? '' } : cell] as const
  })
  return { ...row, cells: Object.fromEntries(cells) }
}
