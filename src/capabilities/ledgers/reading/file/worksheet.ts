import type { MergedRange, RawRow } from '../raw.ts'
import type { WorksheetContext } from './cell-scanner.ts'
import { readCells } from './cell-scanner.ts'
import { damagedWorkbook, UnreadableFile } from './file-problem.ts'

/** Once a reader needs one column only, the other cells are not decoded: they read `true` where anything stands. */
export type Glance = { only?: number }

const longestRow = 64 * 1024 ** 2

const [greaterThan, slash, space, letterA] = [62, 47, 32, 65]

/**
 * The rows of one sheet of an .xlsx, read from its unpacked bytes as they come; the merged ranges, which the file lists
 * after the last row, are told at the end.
 *
 * Works on bytes and decodes only cell values: markup is nine tenths of a sheet. It waits for its reader, so memory does
 * not grow with the sheet, and it tells a formula without a stored result from an empty cell.
 */
export async function* worksheetRows(
  chunks: AsyncIterable<Buffer>,
  context: WorksheetContext,
  tellMerges: (merges: readonly MergedRange[]) => void,
  glance: Glance = {},
): AsyncGenerator<RawRow> {
  let pending: Buffer = Buffer.alloc(0)
  let names: TagNames | undefined
  let previousRow = 0
  let inTail = false
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    if (inTail) continue
    names ??= tagNames(pending)
    if (!names) continue
    let at = 0
    while (true) {
      const open = nextRow(pending, at, names)
      if (open === -1) {
        inTail = pending.indexOf(names.dataEnd, at) !== -1 || pending.indexOf(names.noData, at) !== -1
        break
      }
      const openEnd = pending.indexOf(greaterThan, open)
      if (openEnd === -1) break
      const isEmpty = pending[openEnd - 1] === slash
      const close = isEmpty ? openEnd : pending.indexOf(names.rowEnd, openEnd)
      if (close === -1) break
      previousRow = rowNumberIn(pending, open, openEnd) ?? previousRow + 1
      const cells = isEmpty ? [] : readCells(pending, openEnd + 1, close, names.skip, context, glance.only)
      at = close + 1
      yield { rowNumber: previousRow, cells }
    }
    if (!inTail) pending = pending.subarray(keepFrom(pending, at, names))
    if (pending.length > longestRow) break
  }
  // Without the end of its data the sheet was cut off: what came before must not pass for the whole.
  if (!inTail) throw new UnreadableFile(damagedWorkbook(context.fileName, '工作表内容'))
  tellMerges(mergedRanges(pending.toString('latin1')))
}

type TagNames = { readonly skip: number } & Readonly<Record<'row' | 'rowEnd' | 'dataEnd' | 'noData', Buffer>>

/** Some writers prefix every tag: `<x:row>`. */
function tagNames(head: Buffer): TagNames | undefined {
  const found = /<(?:([\w.-]+):)?worksheet[\s>]/.exec(head.toString('latin1', 0, 4096))
  if (!found) return undefined
  const prefix = found[1] === undefined ? '' : `${found[1]}:`
  return {
    skip: prefix.length,
    row: Buffer.from(`<${prefix}row`),
    rowEnd: Buffer.from(`</${prefix}row>`),
    dataEnd: Buffer.from(`</${prefix}sheetData>`),
    noData: Buffer.from(`<${prefix}sheetData/>`),
  }
}

function nextRow(bytes: Buffer, from: number, { row }: TagNames): number {
  let at = bytes.indexOf(row, from)
  while (at !== -1) {
    const sign = bytes[at + row.length]
    if (sign === undefined || sign === space || sign === greaterThan || sign === slash) return at
    at = bytes.indexOf(row, at + 1)
  }
  return -1
}

/** Bytes before the next row are done with; without one in sight the last few may be half a tag. */
function keepFrom(bytes: Buffer, at: number, names: TagNames): number {
  const open = nextRow(bytes, at, names)
  return open === -1 ? Math.max(at, bytes.length - 64) : open
}

function rowNumberIn(bytes: Buffer, open: number, openEnd: number): number | undefined {
  const found = /\sr=["'](\d{1,7})["']/.exec(bytes.toString('latin1', open, openEnd))
  return found ? Number(found[1]) : undefined
}

const mergePattern = /mergeCell\s[^>]*ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g

const columnNumber = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - letterA + 1, 0)

function mergedRanges(tail: string): MergedRange[] {
  return [...tail.matchAll(mergePattern)].map(([, left = '', top = '', right = '', bottom = '']) => ({
    fromRow: Number(top),
    toRow: Number(bottom),
    fromColumn: columnNumber(left),
    toColumn: columnNumber(right),
  }))
}
