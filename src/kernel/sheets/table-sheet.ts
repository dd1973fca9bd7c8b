import { writeXlsx } from 'hucre'

export type SheetCell = string | number
export type TableSheet = {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** One table as a workbook: bold frozen head, text that begins like a formula made harmless. */
export async function tableSheet({ name, heads, rows }: TableSheet): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
        rows: [[...heads], ...rows.map((row) => row.map(harmless))],
        freezePane: { rows: 1 },
      },
    ],
  })
}

/** A cell that starts with one of these would be run as a formula by a spreadsheet; a leading apostrophe stops it. */
export const harmless = (cell: SheetCell): SheetCell =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) && !/^-?[\d,]+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
