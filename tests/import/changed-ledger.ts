import { sample } from './court.ts'
import { openBook } from '../../src/capabilities/ledgers/reading/sheets.ts'
import type { RawCell } from '#capabilities/ledgers'
import { tableSheet } from '#kernel/sheets/table-sheet.ts'

export type Edit = { readonly number: RegExp; readonly heading: string; readonly to: string }

/** What the clerk changed in the ledger of first enforcement. */
export const edits: readonly Edit[] = [
  { number: /执11号$/, heading: '承办人', to: '墨某新' },
  { number: /执12号$/, heading: '申请执行标的额', to: '123456.78' },
  { number: /执13号$/, heading: '所在乡镇', to: '孝姑镇' },
  { number: /执14号$/, heading: '被执行人联系电话', to: '16900001111' },
]

/** Ledger 01 as plain cells under its own heads, with some of them changed. */
export async function changed01(changes: readonly Edit[] = edits): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { heads, rows } = await plain01()
  for (const { number, heading, to } of changes) {
    const at = heads.indexOf(heading)
    const row = rows.find((cells) => number.test(canonical(String(cells[1]))))
    if (!row || at < 0) throw new Error(`no cell ${heading} of ${number}`)
    row[at] = to
  }
  const bytes = await tableSheet({ name: '首执台账', columns: heads.map((title) => ({ title })), rows })
  return { fileName: '首次执行案件台账（2024年更新）.xlsx', bytes }
}

const canonical = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').replace(/号?$/, '号')

/** The rows of ledger 01 under their full headings, every cell as text. */
export async function plain01(): Promise<{ readonly heads: readonly string[]; readonly rows: string[][] }> {
  const book = await openBook(sample('01-首次执行案件台账.xlsx'))
  if ('code' in book) throw new Error(book.code)
  const all: (readonly RawCell[])[] = []
  for await (const { cells } of book.sheets[0]?.rows() ?? []) all.push(cells)
  const width = Math.max(...all.map((cells) => cells.length))
  const groups = spread(all[2] ?? [], width)
  const heads = groups.map((group, i) => headOf(group, text(all[3]?.[i] ?? null)))
  const rows = all.slice(4).map((cells) => Array.from({ length: width }, (_, i) => text(cells[i] ?? null)))
  return { heads, rows: rows.filter((cells) => /执/.test(cells[1] ?? '')) }
}

/** 被执行人信息 above 证件号码 makes 被执行人证件号码. */
function headOf(group: string, leaf: string): string {
  if (leaf === '') return group
  const owner = /^(申请执行人|被执行人)/.exec(group)?.[1]
  return owner !== undefined && /^(类型|证件号码|联系电话)$/.test(leaf) ? `${owner}${leaf}` : leaf
}

function spread(cells: readonly RawCell[], width: number): string[] {
  let last = ''
  return Array.from({ length: width }, (_, i) => (last = text(cells[i] ?? null) || last))
}

const text = (cell: RawCell): string => (cell === null ? '' : typeof cell === 'object' ? cell.text : String(cell))
