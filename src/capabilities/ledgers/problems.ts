import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import type { FileProblem } from './reading/index.ts'

export const fileRefused = ({ code, titleZh, detailZh }: FileProblem) =>
  refuse({
    type: `/problems/ledgers/${code.toLowerCase().replaceAll('_', '-')}`,
    status: 422,
    title: label(titleZh, 'File cannot be read'),
    detail: label(detailZh, `The file cannot be read as a ledger (${code}).`),
    parameters: { code },
  })

export const noSuchBatch = () =>
  refuse({
    type: '/problems/ledgers/no-such-batch',
    status: 404,
    title: label('没有这一批导入', 'No such batch'),
    detail: label('没有这一批导入。请从导入记录里选。', 'There is no such batch.'),
  })

export const alreadyUndone = () =>
  refuse({
    type: '/problems/ledgers/already-undone',
    status: 409,
    title: label('这一批已撤销', 'Already undone'),
    detail: label('这一批导入已经撤销过。需要时请重新导入原文件。', 'This batch was undone before.'),
  })

export const builtUpon = (count: number) =>
  refuse({
    type: '/problems/ledgers/built-upon',
    status: 409,
    title: label('不能撤销：之后已有操作', 'Cannot be undone: built upon'),
    detail: label(
      `这一批中有 ${count} 条记录之后又有操作，整批不能撤销。请逐件更正，或先撤销之后的导入。`,
      `${count} record(s) of this batch were acted upon later.`,
    ),
    parameters: { count },
  })
