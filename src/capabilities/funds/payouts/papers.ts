import type { Tx } from '#kernel/database/transaction.ts'
import { renderDocx } from '#kernel/paper/docx.ts'
import { fontDirIn } from '#kernel/paper/fonts.ts'
import { cell, heading, paragraph, type Block, type Column, type Paper } from '#kernel/paper/paper.ts'
import { renderPdf } from '#kernel/paper/pdf.ts'
import type { Download } from '#kernel/query.ts'
import { formatDayZh } from '#kernel/values/dates.ts'
import { fen, formatYuan } from '#kernel/values/money.ts'
import { amountInChinese } from '#law/amount-in-chinese.ts'
import { isDenied } from '#law/finding.ts'

export type PaperFormat = 'docx' | 'pdf'
export const paperTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

export async function paperFile({ platform }: Tx, paper: Paper, name: string, format: PaperFormat): Promise<Download> {
  const { dataDir, courtFontDir } = platform
  const bytes =
    format === 'docx'
      ? await renderDocx(paper)
      : await renderPdf(paper, { fontDir: fontDirIn(dataDir), ...(courtFontDir !== undefined && { courtFontDir }) })
  return { bytes, mediaType: paperTypes[format], fileName: `${name}.${format}` }
}

const table = (
  caption: string,
  titles: readonly string[],
  shares: readonly Column[],
  rows: readonly (readonly string[])[],
): Block => ({
  kind: 'table',
  caption,
  columns: shares,
  head: [titles.map((title) => cell(title))],
  body: rows.map((row) => row.map((text) => cell(text))),
})
const left = (share: number): Column => ({ align: 'left', share })
const right = (share: number): Column => ({ align: 'right', share })
const official = (title: string, issuer: string, date: Temporal.PlainDate, blocks: readonly Block[]): Paper => ({
  kind: 'official',
  title,
  issuer,
  date,
  blocks,
  notes: [],
})

export type ReceiptPaper = {
  readonly court: string
  readonly number: string
  readonly caseNumber: string
  readonly payee: string
  readonly account: string
  readonly amountFen: bigint
  readonly paidOn: Temporal.PlainDate
  readonly kind: string
  readonly parts: readonly { readonly arrivedOn: string; readonly payer: string; readonly amountFen: bigint }[]
}

/** 案款发放票据: what went to whom, out of which received sums. */
export const receiptPaper = ({
  court,
  number,
  caseNumber,
  payee,
  account,
  amountFen,
  paidOn,
  kind,
  parts,
}: ReceiptPaper): Paper =>
  official('执行案款发放凭证', court, paidOn, [
    paragraph(`编号：${number}`),
    paragraph(`案号：${caseNumber}`),
    paragraph(`收款人：${payee}；收款账户：${account}`),
    paragraph(
      `款项：${kind}，${formatYuan(amountFen)} 元（人民币${chinese(amountFen)}），${formatDayZh(paidOn)}发放。`,
    ),
    table(
      '款项来源',
      ['到账日期', '缴款人', '金额（元）'],
      [left(2), left(3), right(2)],
      [
        ...parts.map((part) => [part.arrivedOn, part.payer, formatYuan(part.amountFen)]),
        ['合计', '', formatYuan(amountFen)],
      ],
    ),
    paragraph('收款人签收：　　　　　　　　日期：'),
  ])

export type StatementPaper = {
  readonly court: string
  readonly caseNumber: string
  readonly on: Temporal.PlainDate
  readonly received: readonly {
    readonly on: string
    readonly kind: string
    readonly payer: string
    readonly amountFen: bigint
  }[]
  readonly paid: readonly {
    readonly on: string
    readonly kind: string
    readonly payee: string
    readonly amountFen: bigint
  }[]
  readonly leftFen: bigint
}

/** 案款收支清单: for the parties, everything that came and went, and what lies here. */
export function statementPaper({ court, caseNumber, on, received, paid, leftFen }: StatementPaper): Paper {
  const total = (rows: readonly { readonly amountFen: bigint }[]) =>
    rows.reduce((sum, { amountFen }) => sum + amountFen, 0n)
  return official('执行案款收支清单', court, on, [
    paragraph(`案号：${caseNumber}`),
    heading(2, '一、收入'),
    table(
      '收入明细',
      ['日期', '类别', '缴款人', '金额（元）'],
      [left(2), left(2), left(3), right(2)],
      [
        ...received.map((row) => [row.on, row.kind, row.payer, formatYuan(row.amountFen)]),
        ['合计', '', '', formatYuan(total(received))],
      ],
    ),
    heading(2, '二、支出'),
    table(
      '支出明细',
      ['日期', '类别', '收款人', '金额（元）'],
      [left(2), left(2), left(3), right(2)],
      [
        ...paid.map((row) => [row.on, row.kind, row.payee, formatYuan(row.amountFen)]),
        ['合计', '', '', formatYuan(total(paid))],
      ],
    ),
    paragraph(`截至${formatDayZh(on)}，本案账上尚有 ${formatYuan(leftFen)} 元。对以上收支有异议的，可以向承办人提出。`),
  ])
}

export type PlanPaper = {
  readonly court: string
  readonly number: string
  readonly caseNumber: string
  readonly debtor: string
  readonly drawnOn: Temporal.PlainDate
  readonly fundFen: bigint
  readonly surplusFen: bigint
  readonly shares: readonly {
    readonly creditor: string
    readonly basis: string
    readonly tier: string
    readonly claimFen: bigint
    readonly awardedFen: bigint
  }[]
  readonly workings: readonly string[]
  readonly citations: readonly string[]
}

/** 财产分配方案: served on every creditor and the debtor, with the arithmetic and the time to object. */
export const planPaper = (plan: PlanPaper): Paper =>
  official('执行财产分配方案', plan.court, plan.drawnOn, [
    paragraph(`编号：${plan.number}；案号：${plan.caseNumber}；被执行人：${plan.debtor}`),
    paragraph(`可分配款项 ${formatYuan(plan.fundFen)} 元（人民币${chinese(plan.fundFen)}）。`),
    table(
      '分配明细',
      ['债权人', '依据', '顺位', '债权（元）', '分得（元）'],
      [left(3), left(4), left(1), right(2), right(2)],
      [
        ...plan.shares.map((one) => [
          one.creditor,
          one.basis,
          one.tier,
          formatYuan(one.claimFen),
          formatYuan(one.awardedFen),
        ]),
        ['余额', '退还被执行人', '', '', formatYuan(plan.surplusFen)],
      ],
    ),
    heading(2, '计算过程'),
    ...plan.workings.map((line) => paragraph(line)),
    heading(2, '法律依据'),
    ...plan.citations.map((line) => paragraph(line)),
    paragraph(
      '债权人或者被执行人对本方案有异议的，应当自收到本方案之日起十五日内向本院提出书面异议；逾期未提出的，按本方案分配。',
    ),
  ])

const chinese = (amount: bigint): string => {
  const said = amountInChinese(fen(amount))
  return isDenied(said) ? '' : said.value
}
