import type { RawCell, RawRow } from '../raw.ts'

const separators = [',', '\t', ';', '|', '，'] as const

/**
 * The sign between the fields: the one that splits most lines of the head into most and equally many fields.
 * Text in quotes does not count.
 */
export function separatorOf(head: string): string {
  const lines = head.replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/)
  let best: { separator: string; score: number } = { separator: ',', score: 0 }
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0)
    const usual = counts.toSorted((a, b) => b - a)[Math.floor(counts.length / 2)] ?? 0
    const score = usual * counts.filter((count) => count === usual).length
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** Excel's trick to keep long digits as text in a CSV: ="990011…"; banks pad with tabs. */
const wrapped = /^="([\s\S]*)"$/

/** No cell of a spreadsheet holds more. */
const longestField = 256 * 1024

function field(text: string): RawCell {
  if (text === '') return null
  const found = text.charCodeAt(0) === 61 ? wrapped.exec(text) : null
  return found ? (found[1] ?? null) : text
}

/**
 * Rows of a delimited text, quotes and line breaks in fields understood. A quote opens a field only at its beginning;
 * elsewhere it is a sign like any other, as hand-made files have it. Rows are numbered as a spreadsheet would show them.
 */
export async function* delimitedRows(pieces: AsyncIterable<string>, separator: string): AsyncGenerator<RawRow> {
  let cells: RawCell[] = []
  let pending = ''
  let rowNumber = 0
  const endRow = (): RawRow => {
    const row = { rowNumber: ++rowNumber, cells }
    cells = []
    return row
  }
  for await (const piece of withEnd(pieces)) {
    const text = pending + piece.text
    let at = 0
    while (at < text.length) {
      const quoted = quotedEnd(text, at)
      if (quoted === undefined && !piece.last && text.length - at < longestField) break
      const end = fieldEnd(text, quoted ?? at, separator)
      if (end >= text.length && !piece.last) break
      cells.push(field(fieldText(text, at, end, quoted)))
      const sign = text[end]
      at = end + 1
      if (sign === separator) {
        if (at >= text.length && piece.last) cells.push(null)
        continue
      }
      if (sign === '\r' && text[at] === '\n') at++
      yield endRow()
    }
    pending = text.slice(at)
  }
  if (pending !== '') cells.push(pending)
  if (cells.length > 0) yield endRow()
}

async function* withEnd(pieces: AsyncIterable<string>): AsyncGenerator<{ text: string; last: boolean }> {
  let held: string | undefined
  for await (const piece of pieces) {
    if (held !== undefined) yield { text: held, last: false }
    held = piece
  }
  yield { text: held ?? '', last: true }
}

/** Past the closing quote of a quoted field, `at` for a plain one, undefined when the closing quote has not come. */
function quotedEnd(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) !== 34) return at
  let quote = text.indexOf('"', at + 1)
  while (quote !== -1 && text.charCodeAt(quote + 1) === 34) quote = text.indexOf('"', quote + 2)
  return quote === -1 ? undefined : quote + 1
}

function fieldEnd(text: string, from: number, separator: string): number {
  const separatorCode = separator.charCodeAt(0)
  for (let end = from; end < text.length; end++) {
    const code = text.charCodeAt(end)
    // A carriage return as the last sign of a piece waits for the line feed that may follow.
    if (code === separatorCode || code === 10) return end
    if (code === 13) return end + 1 < text.length ? end : text.length
  }
  return text.length
}

/** A quote that never closes is a sign like any other: it must not swallow the rows after it. */
function fieldText(text: string, from: number, to: number, quoted: number | undefined): string {
  if (quoted === undefined || quoted === from) return text.slice(from, to).replace(/\r$/, '')
  return text.slice(from + 1, quoted - 1).replaceAll('""', '"') + text.slice(quoted, to)
}
