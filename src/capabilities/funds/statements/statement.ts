/** A line of a bank statement as its file tells it. Money in is positive. */
export type StatementLine = {
  /** As a spreadsheet or a text editor counts: the first row is 1. */
  readonly row: number
  readonly day: string
  readonly time: string | null
  readonly amountFen: bigint
  /** What the account held after it; null where the file does not say. */
  readonly balanceFen: bigint | null
  readonly peerName: string | null
  readonly peerAccount: string | null
  readonly summary: string | null
  readonly memo: string | null
  /** The bank's own number of the line. */
  readonly serial: string | null
  /** The number under the court's account that the payer used. */
  readonly subAccount: string | null
}

/** One account over a time, in the order in which things happened. */
export type Statement = {
  readonly format: string
  readonly bank: string | null
  /** As the file writes it; banks often mask the middle. */
  readonly accountNumber: string | null
  readonly title: string | null
  readonly currency: string | null
  readonly from: string | null
  readonly to: string | null
  readonly openingFen: bigint | null
  readonly closingFen: bigint | null
  readonly lines: readonly StatementLine[]
  /** Rows that hold anything, heads and totals included. */
  readonly rowsRead: number
  /** Lines that stood in the file once more. */
  readonly repeated: number
}

/** Why nothing of a file is taken: the row, as the file counts, and what is wrong there. */
export type StatementProblem = {
  readonly code: string
  readonly row: number | null
  readonly titleZh: string
  readonly detailZh: string
}

export class UnreadableStatement extends Error {
  readonly problem: StatementProblem
  constructor(problem: StatementProblem) {
    super(`${problem.code}: ${problem.detailZh}`)
    this.name = 'UnreadableStatement'
    this.problem = problem
  }
}

const problem = (code: string, row: number | null, titleZh: string, detailZh: string): StatementProblem => ({
  code,
  row,
  titleZh,
  detailZh: row === null ? detailZh : `第 ${row} 行：${detailZh}`,
})

const again = '整个文件没有导入；请向银行重新下载后再试。'

export const noSuchDay = (row: number, text: string) =>
  problem('STATEMENT_DAY', row, '日期不存在', `“${text}”不是日历上的一天。${again}`)
export const notAnAmount = (row: number, column: string, text: string) =>
  problem('STATEMENT_AMOUNT', row, '金额读不出', `${column}“${text}”不是金额。${again}`)
export const tooManyDecimals = (row: number, column: string, text: string) =>
  problem(
    'STATEMENT_DECIMALS',
    row,
    '金额小数过多',
    `${column}“${text}”不足一分的部分不能入账，也不作四舍五入。${again}`,
  )
export const noAmount = (row: number) =>
  problem('STATEMENT_AMOUNT', row, '没有金额', `这一行有日期而没有收入或支出金额，文件可能不完整。${again}`)
export const bothWays = (row: number) =>
  problem('STATEMENT_AMOUNT', row, '收支并存', `同一行既有收入又有支出。${again}`)
export const noDirection = (row: number, text: string) =>
  problem('STATEMENT_DIRECTION', row, '收支不明', `“${text}”看不出是收还是支。${again}`)
export const balanceBreaks = (row: number, found: string, expected: string) =>
  problem(
    'STATEMENT_BALANCE',
    row,
    '余额不连续',
    `余额写 ${found}，按上一笔推算应为 ${expected}，中间可能缺行或被改动。${again}`,
  )
export const closingDiffers = (row: number | null, found: string, expected: string) =>
  problem('STATEMENT_BALANCE', row, '期末余额不符', `期末余额写 ${found}，按明细推算应为 ${expected}。${again}`)
export const totalDiffers = (row: number, found: string, expected: string) =>
  problem('STATEMENT_TOTAL', row, '合计不符', `合计写 ${found}，明细相加为 ${expected}，文件可能缺行。${again}`)
export const brokenFile = (row: number | null, what: string) =>
  problem('STATEMENT_BROKEN', row, '文件不完整', `${what}。${again}`)
export const noLines = (fileName: string) =>
  problem('STATEMENT_EMPTY', null, '没有流水', `“${fileName}”里没有一笔流水。请检查下载时选的期间。`)
export const unknownLayout = (fileName: string, headings: readonly string[]) =>
  problem(
    'STATEMENT_LAYOUT',
    null,
    '认不出这种流水格式',
    `“${fileName}”的表头（${headings.slice(0, 12).join('、') || '没有找到'}）与已知的银行格式都对不上。请在“对列”中指明一次，以后自动识别。`,
  )
export const otherCurrency = (currency: string) =>
  problem('STATEMENT_CURRENCY', null, '不是人民币账户', `流水的币种是 ${currency}，案款账户只记人民币，没有导入。`)
export const accountNotTold = (fileName: string) =>
  problem(
    'STATEMENT_ACCOUNT',
    null,
    '不知道是哪个账户',
    `“${fileName}”没有写明账号，请指明是本院的哪个案款账户后再导入。`,
  )
export const serialContradicts = (row: number, serial: string, before: string, now: string) =>
  problem(
    'STATEMENT_SERIAL',
    row,
    '流水号与已入账的不一致',
    `流水号 ${serial} 已按 ${before} 入账，这个文件写 ${now}。整个文件没有导入；请向银行核实。`,
  )
export const dayIsClosed = (row: number, day: string) =>
  problem(
    'STATEMENT_CLOSED_DAY',
    row,
    '该日已经结账',
    `${day} 已经日终结账，不能再补入流水。整个文件没有导入；请由财务与银行核实。`,
  )
