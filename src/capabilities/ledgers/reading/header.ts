import { headingForms, likeness } from './heading.ts'
import type { Column, Layout } from './layout.ts'
import type { RawCell, RawRow } from './raw.ts'
import { cellText, isEmptyCell } from './raw.ts'

export type HeadColumn = {
  /** From 0. */
  readonly index: number
  /** The heading above the heading, when the head has two levels. */
  readonly group: string
  readonly leaf: string
}

/** The head of a sheet: one or two rows, beneath titles and unit lines. */
export type Head = {
  readonly firstRow: number
  readonly lastRow: number
  readonly columns: readonly HeadColumn[]
  /** Texts of the rows above, in order: title, unit, period. */
  readonly above: readonly string[]
}

/** As many rows from the top are searched for the head. */
export const headSearchRows = 30

type Names = ReadonlyMap<string, string>

/** Every normal heading that means a field of the layout. */
export function namesOf(columns: readonly Column[]): Names {
  const names = new Map<string, string>()
  for (const column of columns) {
    for (const name of [column.title, ...(column.synonyms ?? [])]) {
      for (const form of headingForms(name)) if (!names.has(form)) names.set(form, column.field)
    }
  }
  for (const column of columns) {
    for (const name of column.short ?? []) for (const form of headingForms(name)) names.set(form, column.field)
  }
  return names
}

const text = (cell: RawCell | undefined): string => cellText(cell ?? null).trim()

/** Looks for the rows that hold the most known headings of any one layout; undefined when no row holds two. */
export function findHead(rows: readonly RawRow[], layouts: readonly Layout[]): Head | undefined {
  const top = rows.slice(0, headSearchRows)
  const books = layouts.map((layout) => namesOf(layout.columns))
  let best: { index: number; levels: 1 | 2; score: number } | undefined
  for (const scoreOf of [exactScore, likeScore]) {
    // One level first: a title above the head must not pass for its upper level.
    for (const levels of [1, 2] as const) {
      for (const index of top.keys()) {
        const headings = leavesOf(top, index, levels)
        if (!headings || headings.filter((heading) => heading !== '').length < 2) continue
        const score = Math.max(0, ...books.map((names) => scoreOf(headings, names)))
        if (score > (best?.score ?? 1.5) || (score === best?.score && continuesHead(top, best, index, levels))) {
          best = { index, levels, score }
        }
      }
    }
    if (best && best.score >= 3) break
  }
  return best && headAt(top, best.index, best.levels)
}

/** A second row of headings that are all unknown still belongs to the head: it stands where the first row is empty. */
function continuesHead(
  rows: readonly RawRow[],
  best: { readonly index: number; readonly levels: 1 | 2 },
  index: number,
  levels: 1 | 2,
): boolean {
  if (levels !== 2 || best.levels !== 1 || best.index !== index) return false
  const upper = rows[index]?.cells ?? []
  const lower = rows[index + 1]?.cells ?? []
  const filled = [...lower.entries()].filter(([, cell]) => !isEmptyCell(cell))
  const underNothing = filled.filter(([column]) => isEmptyCell(upper[column]))
  return (
    underNothing.length >= 1 &&
    filled.every(([, cell]) => typeof cell === 'string' && !/\d/.test(cell)) &&
    filled.length < upper.length
  )
}

function leavesOf(rows: readonly RawRow[], index: number, levels: 1 | 2): string[] | undefined {
  const upper = rows[index]?.cells
  if (!upper) return undefined
  if (levels === 1) return upper.map(text)
  const next = rows[index + 1]
  if (!next || next.rowNumber !== (rows[index]?.rowNumber ?? 0) + 1) return undefined
  const width = Math.max(upper.length, next.cells.length)
  return Array.from({ length: width }, (_, column) => text(next.cells[column]) || text(upper[column]))
}

function exactScore(headings: readonly string[], names: Names): number {
  const fields = new Set<string>()
  for (const heading of headings) {
    if (heading === '' || heading.length > 40) continue
    for (const form of headingForms(heading)) {
      const field = names.get(form)
      if (field !== undefined) fields.add(field)
    }
  }
  return fields.size
}

function likeScore(headings: readonly string[], names: Names): number {
  let score = 0
  for (const heading of headings) {
    if (heading === '' || heading.length > 20) continue
    const forms = headingForms(heading)
    let nearest = 0
    for (const name of names.keys()) for (const form of forms) nearest = Math.max(nearest, likeness(form, name))
    if (nearest >= 0.65) score += 0.9 * nearest
  }
  return score
}

function headAt(rows: readonly RawRow[], index: number, levels: 1 | 2): Head | undefined {
  const leafRow = rows[index + levels - 1]
  const firstRow = rows[index]
  if (!leafRow || !firstRow) return undefined
  const leaves = leavesOf(rows, index, levels) ?? []
  const above = rows[index - 1]
  const groupRow = levels === 2 ? firstRow : above && isGroupRow(above) ? above : undefined
  const groups = groupRow ? spread(groupRow.cells, leaves.length) : []
  const columns = leaves.flatMap((leaf, column) => {
    const group = groups[column] ?? ''
    const title = leaf === '' ? group : leaf
    if (title === '') return []
    const ownRow = levels === 1 || !isEmptyCell(leafRow.cells[column])
    return [{ index: column, group: ownRow && group !== title ? group : '', leaf: title }]
  })
  const first = groupRow?.rowNumber ?? firstRow.rowNumber
  const next = rows[index + levels]
  const units = next && isUnitRow(next) ? next : undefined
  return {
    firstRow: first,
    lastRow: (units ?? leafRow).rowNumber,
    columns: units
      ? columns.map((column) => ({ ...column, leaf: `${column.leaf}${bracketed(text(units.cells[column.index]))}` }))
      : columns,
    above: rows.filter((row) => row.rowNumber < first).map((row) => row.cells.map(text).filter(Boolean).join(' ')),
  }
}

/** The head that ends with the row a person pointed at; two levels when headings are missing that stand above. */
export function headEndingAt(rows: readonly RawRow[], rowNumber: number): Head | undefined {
  const at = rows.findIndex((row) => row.rowNumber === rowNumber)
  const leafRow = rows[at]
  if (!leafRow) return undefined
  const above = rows[at - 1]
  const fillsGaps =
    above?.rowNumber === rowNumber - 1 &&
    above.cells.filter((cell, column) => column > 0 && !isEmptyCell(cell) && isEmptyCell(leafRow.cells[column]))
      .length > 0
  return fillsGaps ? headAt(rows, at - 1, 2) : headAt(rows, at, 1)
}

/** Several short headings beside each other, none of them a sentence: 申请执行人信息 | 被执行人信息 | 金额（元）. */
function isGroupRow(row: RawRow): boolean {
  const filled = row.cells.map(text).filter((cell) => cell !== '')
  return filled.length >= 2 && filled.every((cell) => cell.length <= 16 && !/[:：]|\d{4}/.test(cell))
}

/** A row of units only, beneath the headings: （元） | （元） | （天）. */
const unitForm = /^[(（]?(?:单位[:：])?(?:万?元|亿元|%|％|件|人|人次|天|日|小时)[)）]?$/
const isUnitRow = (row: RawRow): boolean => {
  const filled = row.cells.map(text).filter((cell) => cell !== '')
  return filled.length > 0 && filled.every((cell) => unitForm.test(cell))
}
const bracketed = (unit: string): string => (unit === '' || /^[(（]/.test(unit) ? unit : `（${unit}）`)

/** A group's heading stands in its first cell and holds for the empty ones to its right. */
function spread(cells: readonly RawCell[], width: number): string[] {
  let last = ''
  return Array.from({ length: width }, (_, column) => (last = text(cells[column]) || last))
}

/** A row that repeats the head, as printing on every page leaves behind. */
export function repeatsHead(cells: readonly RawCell[], head: Head): boolean {
  let same = 0
  let other = 0
  for (const { index, leaf, group } of head.columns) {
    const cell = cells[index]
    if (typeof cell !== 'string' || cell === '') continue
    const heading = cell.trim()
    if (heading === leaf || heading === group) same++
    else other++
  }
  return same >= 2 && same > other
}
