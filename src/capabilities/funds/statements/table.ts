import { openBook, UnreadableFile, type FileInput, type RawRow, type Sheet } from '#capabilities/ledgers'
import { formatYuan } from '#kernel/values/money.ts'
import { amountIn } from './amount.ts'
import { columnsOf, tellsStatement, type ColumnMap, type StatementField } from './columns.ts'
import { inSequence, openingOf, sumOf } from './following.ts'
import { preambleOf, type Preamble } from './preamble.ts'
import {
  brokenFile,
  closingDiffers,
  noLines,
  totalDiffers,
  unknownLayout,
  UnreadableStatement,
  type Statement,
} from './statement.ts'
import { directionOf, plainText, tableRow, type TableForm, type TableLine, type TotalRow } from './table-rows.ts'

/** A layout that a person taught: which heading says what. `headings` are those of its head, as remembered. */
export type TaughtLayout = {
  readonly headings: string
  readonly fields: Readonly<Partial<Record<StatementField, string>>>
}

const headSearchRows = 40
const directionSample = 500

type Found = { readonly sheet: Sheet; readonly headRow: number; readonly form: TableForm; readonly preamble: Preamble }

/** Statements in a table of any bank: recognised by its headings, whichever order they come in. */
export async function readTable(input: FileInput, taught: readonly TaughtLayout[]): Promise<readonly Statement[]> {
  const book = await openBook(input)
  if ('code' in book) throw new UnreadableStatement(asProblem(book))
  try {
    const found: Found[] = []
    const seen: string[][] = []
    for (const sheet of book.sheets) {
      const one = await findHead(sheet, input.fileName, taught, seen)
      if (one) found.push(one)
    }
    if (found.length === 0) throw new UnreadableStatement(unknownLayout(input.fileName, widest(seen)))
    return await statementsOf(found, book.kind, input.fileName)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UnreadableStatement(asProblem(error.problem))
    throw error
  }
}

/** The head of the first sheet that tells a statement; null when none does. */
export async function tableHeadings(
  input: FileInput,
  taught: readonly TaughtLayout[],
): Promise<readonly string[] | null> {
  const book = await openBook(input)
  if ('code' in book) return null
  try {
    for (const sheet of book.sheets) {
      const found = await findHead(sheet, input.fileName, taught, [])
      if (found) return found.form.headings
    }
    return null
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}

const asProblem = ({ code, titleZh, detailZh }: { code: string; titleZh: string; detailZh: string }) => ({
  code,
  row: null,
  titleZh,
  detailZh,
})

const widest = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.toSorted((a, b) => b.length - a.length)[0] ?? []

/** How a head is remembered. */
export const headingsText = (headings: readonly string[]): string => headings.filter((one) => one !== '').join('|')

async function findHead(
  sheet: Sheet,
  fileName: string,
  taught: readonly TaughtLayout[],
  seen: string[][],
): Promise<Found | null> {
  const top: RawRow[] = []
  for await (const row of sheet.rows()) {
    top.push(row)
    if (top.length >= headSearchRows + directionSample) break
  }
  const above: string[][] = []
  for (const row of top.slice(0, headSearchRows)) {
    const headings = row.cells.map(plainText)
    const learnt = taught.find((layout) => layout.headings === headingsText(headings))
    const columns = columnsOf(headings, learnt?.fields)
    if (learnt || tellsStatement(columns)) {
      const body = top.filter(({ rowNumber }) => rowNumber > row.rowNumber)
      return {
        sheet,
        headRow: row.rowNumber,
        form: { ...formOf(columns, headings, body), unit: unitAbove(above) },
        preamble: preambleOf(above, fileName),
      }
    }
    above.push(headings)
    if (headings.filter((heading) => heading !== '').length >= 3) seen.push(headings.filter((one) => one !== ''))
  }
  return null
}

const unitAbove = (above: readonly (readonly string[])[]): string | null =>
  above
    .flat()
    .map((cell) => /单位[:：为]?\s*(?:人民币)?(分|万元)/.exec(cell)?.[1])
    .find((unit) => unit !== undefined) ?? null

const negative = /^[(（-]|-$/

/** Whether the column of directions is one, and whether the amounts say the same by their sign. */
function formOf(columns: ColumnMap, headings: readonly string[], body: readonly RawRow[]): Omit<TableForm, 'unit'> {
  const form = { columns, headings, isSigned: false, paidIsNegative: paidIsNegative(columns, body) }
  if (columns.direction === undefined || columns.amount === undefined) return form
  const { direction, amount, ...others } = columns
  const said = body.flatMap(({ cells }) => {
    const text = plainText(cells[direction])
    const sum = plainText(cells[amount])
    return text === '' || !/\d/.test(sum) ? [] : [{ way: directionOf(text), isNegative: negative.test(sum) }]
  })
  if (said.every(({ way }) => way === 0)) return { ...form, columns: { ...others, amount } }
  const out = said.filter(({ way }) => way === -1)
  return { ...form, isSigned: out.length > 0 && out.every(({ isNegative }) => isNegative) }
}

/** One payment with a minus is one that was taken back; where all bear it, it is how the bank writes a payment. */
function paidIsNegative({ day, outgoing }: ColumnMap, body: readonly RawRow[]): boolean {
  const paid = body
    .filter(({ cells }) => /\d/.test(plainText(cells[day ?? -1])))
    .map(({ cells }) => plainText(cells[outgoing ?? -1]))
    .filter((text) => /[1-9]/.test(text))
  return paid.length > 1 && paid.every((text) => negative.test(text))
}

async function statementsOf(found: readonly Found[], format: string, fileName: string): Promise<readonly Statement[]> {
  const lines: TableLine[] = []
  const totals: TotalRow[] = []
  let rowsRead = 0
  for (const { sheet, headRow, form } of found) {
    for await (const row of sheet.rows()) {
      rowsRead++
      if (row.rowNumber <= headRow) continue
      const read = tableRow(row, form)
      if (read === null) continue
      if ('line' in read) lines.push(read.line)
      else totals.push(read.total)
    }
  }
  if (lines.length === 0) throw new UnreadableStatement(noLines(fileName))
  const [first] = found
  if (!first) throw new UnreadableStatement(brokenFile(null, '没有工作表'))
  const groups = [...Map.groupBy(lines, ({ ownAccount }) => ownAccount ?? first.preamble.accountNumber)]
  return groups.map(([accountNumber, own], i) => {
    const alone = groups.length === 1
    return statementOf(own, alone ? totals : [], first, { format, accountNumber, rowsRead: i === 0 ? rowsRead : 0 })
  })
}

function statementOf(
  own: readonly TableLine[],
  totals: readonly TotalRow[],
  { preamble }: Found,
  { format, accountNumber, rowsRead }: Pick<Statement, 'format' | 'accountNumber' | 'rowsRead'>,
): Statement {
  const { lines, repeated } = inSequence(own)
  checkTotals(lines, own, totals)
  const stated = preamble.openingText === null ? null : amountIn(preamble.openingText, 0, '期初余额')
  const reckoned = openingOf(lines)
  const openingFen = reckoned ?? stated
  if (stated !== null && reckoned !== null && stated !== reckoned) {
    throw new UnreadableStatement(closingDiffers(null, formatYuan(stated), formatYuan(reckoned)))
  }
  return {
    format,
    bank: preamble.bank,
    accountNumber: accountNumber?.replaceAll(/[\s-]/g, '') ?? null,
    title: preamble.title,
    currency: preamble.currency,
    from: lines[0]?.day ?? null,
    to: lines.at(-1)?.day ?? null,
    openingFen,
    closingFen: openingFen === null ? null : openingFen + sumOf(lines),
    lines,
    rowsRead,
    repeated,
  }
}

/** One row of totals at the end must be the sum of the lines: a file cut short in the middle shows itself so. */
function checkTotals(
  lines: readonly TableLine[] | Statement['lines'],
  own: readonly TableLine[],
  totals: readonly TotalRow[],
): void {
  const [total] = totals
  if (!total || totals.length > 1 || total.incomingFen === null || total.outgoingFen === null) return
  if (total.row < (own.at(-1)?.row ?? 0)) return
  const fits = [lines, own].some((all) => {
    const incoming = sumOf(all.filter(({ amountFen }) => amountFen > 0n))
    const outgoing = -sumOf(all.filter(({ amountFen }) => amountFen < 0n))
    // A correction may stand among the receipts with a minus, or among the payments.
    return incoming - outgoing === (total.incomingFen ?? 0n) - (total.outgoingFen ?? 0n)
  })
  if (!fits) {
    const told = `收 ${formatYuan(total.incomingFen)}、支 ${formatYuan(total.outgoingFen)}`
    const incoming = sumOf(lines.filter(({ amountFen }) => amountFen > 0n))
    const outgoing = -sumOf(lines.filter(({ amountFen }) => amountFen < 0n))
    throw new UnreadableStatement(
      totalDiffers(total.row, told, `收 ${formatYuan(incoming)}、支 ${formatYuan(outgoing)}`),
    )
  }
}
