import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import type { StatementProblem } from './statement.ts'

export const statementRefused = ({ code, row, titleZh, detailZh }: StatementProblem) =>
  refuse({
    type: '/problems/funds/statement-refused',
    status: 422,
    title: label(titleZh, 'The statement was refused'),
    detail: label(
      detailZh,
      `The statement was refused (${code}${row === null ? '' : `, row ${row}`}); nothing of it was taken.`,
    ),
    parameters: { code, ...(row !== null && { row }) },
  })

export const noSuchStatementFile = () =>
  refuse({
    type: '/problems/funds/no-such-statement-file',
    status: 404,
    title: label('没有这个文件', 'No such file'),
    detail: label('文件没有上传成功，请重新选择文件。', 'The file was not uploaded; choose it again.'),
  })

export const noSuchAccount = () =>
  refuse({
    type: '/problems/funds/no-such-bank-account',
    status: 404,
    title: label('没有这个账户', 'No such account'),
    detail: label('本院没有登记这个案款账户，请先登记。', 'That account is not on record; register it first.'),
  })

export const accountKnown = () =>
  refuse({
    type: '/problems/funds/bank-account-known',
    status: 409,
    title: label('账号不能登记', 'The account cannot be registered'),
    detail: label(
      '这个账号已经登记，或没有写全。请核对账号。',
      'That number is on record already, or not written in full.',
    ),
  })

export const layoutIncomplete = () =>
  refuse({
    type: '/problems/funds/layout-incomplete',
    status: 422,
    title: label('对列不完整', 'The layout is not complete'),
    detail: label(
      '至少要指明日期，以及金额（或收入和支出两列）。',
      'Day and amount, or both columns of amounts, are needed.',
    ),
  })

export const noSuchHeading = (heading: string) =>
  refuse({
    type: '/problems/funds/no-such-heading',
    status: 422,
    title: label('表头里没有这一列', 'No such heading'),
    detail: label(`表头里没有“${heading}”，请从文件的表头中选。`, `“${heading}” is no heading of the file.`),
  })
