import type { Actor } from '../occasion.ts'
import { ask, largestPage, type Page, type Question } from '../pipeline/ask.ts'
import { notFound } from '../pipeline/problems.ts'
import type { Platform } from '../platform.ts'
import { isRefusal, type Refusal } from '../problem.ts'
import type { Download } from '../query.ts'
import { formatYuan } from '../values/money.ts'
import { label } from '../values/labels.ts'
import { tableSheet, xlsxType, type SheetCell } from './table-sheet.ts'

/** A list as an Excel sheet, all pages of it, with the caller's rights and the headings of the screen. */
export async function listSheet(platform: Platform, actor: Actor, question: Question): Promise<Download | Refusal> {
  const list = platform.registry.queries.get(question.query)
  if (list?.shape !== 'list') return notFound(label('这个列表', 'list'))
  const columns = Object.entries(list.columns)
  const rows: SheetCell[][] = []
  let after = question.after
  do {
    const page = (await ask(platform, actor, {
      ...question,
      ...(after !== undefined && { after }),
      limit: largestPage,
    })) as Page | Refusal
    if (isRefusal(page)) return page
    rows.push(...page.rows.map((row) => columns.map(([column]) => cellOf(column, row[column]))))
    after = page.next ?? undefined
  } while (after !== undefined)
  const bytes = await tableSheet({ name: list.title.zh, heads: columns.map(([, title]) => title.zh), rows })
  return { bytes, mediaType: xlsxType, fileName: `${list.title.zh}.xlsx` }
}

/** Money columns end in `Fen` and are printed in yuan. */
function cellOf(column: string, value: unknown): SheetCell {
  if (value === null || value === undefined) return ''
  if (column.endsWith('Fen')) return formatYuan(BigInt(String(value)))
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  return Array.isArray(value) ? value.join('、') : JSON.stringify(value)
}
