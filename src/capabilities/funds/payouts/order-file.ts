import iconv from 'iconv-lite'
import { tableSheet, type TableCell, type TableColumn } from '#kernel/sheets/table-sheet.ts'

/** One transfer as a bank's batch-payment page takes it. */
export type OrderLine = {
  readonly number: string
  readonly payerAccount: string
  readonly payeeName: string
  readonly payeeAccount: string
  readonly payeeBank: string
  readonly amountFen: bigint
  readonly purpose: string
}

const columns: readonly TableColumn[] = [
  { title: '序号', kind: 'integer' },
  { title: '业务编号', width: 20 },
  { title: '付款账号', width: 24 },
  { title: '收款账号', width: 24 },
  { title: '收款户名', width: 24 },
  { title: '收款银行', width: 28 },
  { title: '币种', width: 8 },
  { title: '金额', kind: 'money' },
  { title: '用途', width: 32 },
]

const cellsOf = (line: OrderLine, at: number): readonly TableCell[] => [
  at + 1,
  line.number,
  line.payerAccount,
  line.payeeAccount,
  line.payeeName,
  line.payeeBank,
  'CNY',
  line.amountFen,
  line.purpose,
]

const yuan = (fen: bigint): string => `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`
const text = (cell: TableCell): string => (typeof cell === 'bigint' ? yuan(cell) : String(cell ?? ''))
/** A name that a spreadsheet would take for a formula stays a name; an account number keeps its digits behind a tab. */
const quoted = (cell: TableCell, numeric: boolean): string =>
  `"${numeric ? '\t' : ''}${text(cell)
    .replaceAll('"', '""')
    .replace(/^[=+\-@]/, "'$&")}"`

/** The sheet as text, GB18030 as banks expect it, amounts in yuan with two decimals. */
export function orderCsv(lines: readonly OrderLine[]): Buffer {
  const rows = lines.map((line, at) =>
    cellsOf(line, at)
      .map((cell, i) => quoted(cell, i === 2 || i === 3))
      .join(','),
  )
  return iconv.encode([columns.map(({ title }) => title).join(','), ...rows, ''].join('\r\n'), 'gb18030')
}

export const orderXlsx = async (name: string, lines: readonly OrderLine[]): Promise<Buffer> =>
  Buffer.from(await tableSheet({ name, columns, rows: lines.map(cellsOf) }))
