import type { Actor } from '../occasion.ts'
import { ask, largestPage, type Page, type Question } from '../pipeline/ask.ts'
import { notFound } from '../pipeline/problems.ts'
import type { Platform } from '../platform.ts'
import { isRefusal, Refused, type Refusal } from '../problem.ts'
import type { Download } from '../query.ts'
import { isDay } from '../values/dates.ts'
import { label } from '../values/labels.ts'
import { styledRows, tableSheet, tableStream, xlsxType, type TableCell, type TableColumn } from './table-sheet.ts'

/** A list as an Excel sheet, all pages of it, with the caller's rights and the headings of the screen. */
export async function listSheet(platform: Platform, actor: Actor, question: Question): Promise<Download | Refusal> {
  const list = platform.registry.queries.get(question.query)
  if (list?.shape !== 'list') return notFound(label('这个列表', 'list'))
  const keys = Object.keys(list.columns)
  const columns = Object.entries(list.columns).map(([key, title]) => ({ title: title.zh, kind: kindOf(key) }))
  const head = await pageAt(platform, actor, { ...question, total: true })
  if (isRefusal(head)) return head
  const rows = rowsFrom(head, keys, async (after) => unrefused(await pageAt(platform, actor, { ...question, after })))
  const table = { name: list.title.zh, columns, rows }
  const bytes =
    (head.total ?? 0) > styledRows
      ? new Uint8Array(await new Response(tableStream(table)).arrayBuffer())
      : await tableSheet(table)
  return { bytes, mediaType: xlsxType, fileName: `${list.title.zh}.xlsx` }
}

const pageAt = async (platform: Platform, actor: Actor, question: Question): Promise<Page | Refusal> =>
  (await ask(platform, actor, { ...question, limit: largestPage })) as Page | Refusal

/** Rights taken away while the sheet is written: the pages so far are thrown away. */
function unrefused(page: Page | Refusal): Page {
  if (isRefusal(page)) throw new Refused(page)
  return page
}

async function* rowsFrom(
  first: Page,
  keys: readonly string[],
  pageAfter: (cursor: string) => Promise<Page>,
): AsyncGenerator<TableCell[]> {
  for (let page: Page | undefined = first; page; page = page.next === null ? undefined : await pageAfter(page.next)) {
    for (const row of page.rows) yield keys.map((key) => cellOf(key, row[key]))
  }
}

/** Money columns end in `Fen`, days in `On`. */
function kindOf(key: string): NonNullable<TableColumn['kind']> {
  if (key.endsWith('Fen')) return 'money'
  return key.endsWith('On') ? 'date' : 'text'
}

function cellOf(key: string, value: unknown): TableCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') {
    if (key.endsWith('Fen')) return BigInt(value)
    return key.endsWith('On') && isDay(value) ? Temporal.PlainDate.from(value) : value
  }
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  return Array.isArray(value) ? value.join('、') : JSON.stringify(value)
}
