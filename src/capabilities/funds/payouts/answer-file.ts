import iconv from 'iconv-lite'
import { isDay } from '#kernel/values/dates.ts'

/** What the bank says of one transfer. */
export type AnswerLine = {
  readonly row: number
  readonly number: string
  readonly amountFen: bigint
  readonly outcome: 'paid' | 'returned'
  readonly on: string
  readonly reason: string
}
export type Answer = { readonly lines: readonly AnswerLine[]; readonly faults: readonly string[] }

const headings = {
  number: ['业务编号', '客户业务编号', '付款编号', '业务流水号', '企业流水号'],
  amount: ['金额', '交易金额', '付款金额', '金额（元）', '金额(元)'],
  outcome: ['状态', '交易状态', '处理结果', '结果', '处理状态'],
  on: ['日期', '交易日期', '处理日期', '记账日期'],
  reason: ['原因', '失败原因', '退汇原因', '备注', '返回信息'],
} as const
const paidWords = /^(交易)?(成功|已付|支付成功|付款成功|处理成功|已入账)$/
const returnedWords = /^(退汇|已退汇|失败|交易失败|支付失败|付款失败|处理失败|退票|拒绝)$/

/**
 * Reads the bank's answer to a batch. All or nothing: every row is understood, or the faults are named by row and nothing is
 * taken.
 */
export function readAnswer(bytes: Buffer): Answer {
  const rows = decode(bytes)
    .split(/\r?\n/)
    .map(cellsOf)
    .map((cells, at) => ({ cells, row: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const at = rows.findIndex(({ cells }) => cells.some((cell) => headings.number.some((name) => name === cell)))
  const head = rows[at]
  if (!head) return { lines: [], faults: ['没有找到“业务编号”一列'] }
  const place = Object.fromEntries(
    Object.entries(headings).map(([key, names]) => [
      key,
      head.cells.findIndex((cell) => names.some((name) => name === cell)),
    ]),
  ) as Record<keyof typeof headings, number>
  const missing = (['amount', 'outcome', 'on'] as const).filter((key) => place[key] < 0)
  if (missing.length > 0) return { lines: [], faults: missing.map((key) => `没有找到“${headings[key][0]}”一列`) }
  const read = rows
    .slice(at + 1)
    .filter(({ cells }) => !/^(合计|总计)/.test(cells[0] ?? ''))
    .map(({ cells, row }) => lineOf((key) => (place[key] < 0 ? '' : (cells[place[key]] ?? '')), row))
  const faults = [
    ...read.flatMap((one) => (typeof one === 'string' ? [one] : [])),
    ...(read.length === 0 ? ['没有一行明细'] : []),
  ]
  return { lines: read.filter((one) => typeof one !== 'string'), faults }
}

function lineOf(cell: (key: keyof typeof headings) => string, row: number): AnswerLine | string {
  const [number, outcome] = [cell('number'), cell('outcome')]
  const amount = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(cell('amount'))
  const on = dayIn(cell('on'))
  if (number === '') return `第 ${row} 行没有业务编号`
  if (!amount) return `第 ${row} 行金额读不出来`
  if (on === null) return `第 ${row} 行日期读不出来`
  const paid = paidWords.test(outcome)
  if (!paid && !returnedWords.test(outcome)) return `第 ${row} 行状态“${outcome}”不认识`
  const amountFen = BigInt((amount[1] ?? '').replaceAll(',', '')) * 100n + BigInt((amount[2] ?? '').padEnd(2, '0'))
  return { row, number, amountFen, outcome: paid ? 'paid' : 'returned', on, reason: cell('reason') }
}

function dayIn(text: string): string | null {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?/.exec(text)
  if (!found) return null
  const written = `${found[1]}-${(found[2] ?? '').padStart(2, '0')}-${(found[3] ?? '').padStart(2, '0')}`
  return isDay(written) ? written : null
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'gb18030')
  }
}

/** Cells of one line, quotes and the blanks around them taken off. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quotedText, plain]) =>
    (quotedText?.replaceAll('""', '"') ?? plain ?? '')
      .replaceAll('\uFEFF', '')
      .normalize('NFKC')
      .trim()
      .replace(/^'(?=[=+\-@])/, ''),
  )
