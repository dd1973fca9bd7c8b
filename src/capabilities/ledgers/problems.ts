import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import type { FileProblem, RowProblem } from './reading/index.ts'

export const fileRefused = ({ code, titleZh, detailZh }: FileProblem) =>
  refuse({
    type: `/problems/ledgers/${code.toLowerCase().replaceAll('_', '-')}`,
    status: 422,
    title: label(titleZh, 'File cannot be read'),
    detail: label(detailZh, `The file cannot be read as a ledger (${code}).`),
    parameters: { code },
  })

export const noSuchFile = () =>
  refuse({
    type: '/problems/ledgers/no-such-file',
    status: 404,
    title: label('没有这个文件', 'No such file'),
    detail: label('文件没有传上来，或者不在本院。请重新选择文件。', 'The file was not uploaded to this court.'),
  })

export const noSuchImport = () =>
  refuse({
    type: '/problems/ledgers/no-such-import',
    status: 404,
    title: label('没有这次导入', 'No such import'),
    detail: label('没有这次导入。请从导入记录里选，或重新选择文件。', 'There is no such import.'),
  })

export const noSuchSheet = (sheet: string) =>
  refuse({
    type: '/problems/ledgers/no-such-sheet',
    status: 404,
    title: label('没有这张工作表', 'No such sheet'),
    detail: label(`文件里没有工作表“${sheet}”。请在左上角选择工作表。`, `The file has no sheet “${sheet}”.`),
  })

export const notADraft = (state: string) =>
  refuse({
    type: '/problems/ledgers/not-a-draft',
    status: 409,
    title: label('这次导入已不是草稿', 'No longer a draft'),
    detail: label(
      '这次导入已经开始、完成或放弃，不能再改。请打开它的结果。',
      `The import is ${state}; open its result.`,
    ),
    parameters: { state },
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

export const builtUponBatch = ({ count, first }: { readonly count: number; readonly first: readonly string[] }) =>
  refuse({
    type: '/problems/ledgers/built-upon',
    status: 409,
    title: label('不能撤销：之后已有操作', 'Cannot be undone: built upon'),
    detail: label(
      `这一批导入之后，有 ${count} 条记录又有操作或被引用${firstFew(first, count)}，整批不能撤销。请逐件更正，或先撤销之后的导入。`,
      `${count} record(s) rest on this batch. ${first.join(', ')}`,
    ),
    parameters: { count, first: first.join('、') },
  })

const firstFew = (first: readonly string[], count: number): string =>
  first.length === 0 ? '' : `（${first.join('、')}${count > first.length ? '等' : ''}）`

export const restedUpon = (table: string) =>
  refuse({
    type: '/problems/ledgers/rested-upon',
    status: 409,
    title: label('不能撤销：有记录仍在引用', 'Cannot be undone: still referred to'),
    detail: label(
      '这一批带来的人员、当事人或案件仍被别的记录引用，整批不能撤销，没有改动任何内容。请先撤销之后的导入。',
      `Rows of ${table} refer to records of this batch.`,
    ),
    parameters: { table },
  })

export const nothingCorrected = (problems: readonly RowProblem[]) =>
  refuse({
    type: '/problems/ledgers/nothing-corrected',
    status: 422,
    title: label('还有错误，没有导入', 'Still wrong'),
    detail: label(
      `改过的行仍有错误，没有导入：${inWords(problems)}`,
      `${problems.length} problem(s) remain; nothing was imported.`,
    ),
    pointers: problems.slice(0, 50).map(({ row, field, message }) => ({
      pointer: `/corrections/${row ?? ''}/${field ?? ''}`,
      detail: message,
    })),
  })

const inWords = (problems: readonly RowProblem[]): string =>
  problems
    .slice(0, 3)
    .map(({ row, column, message }) => `第${row}行【${column}】${message}`)
    .join('；') + (problems.length > 3 ? `；另有 ${problems.length - 3} 处` : '')

export const noSuchRow = (row: number) =>
  refuse({
    type: '/problems/ledgers/no-such-row',
    status: 404,
    title: label('这一行不在等待更正', 'Row is not waiting'),
    detail: label(
      `第 ${row} 行不在等待更正：可能已改正、已放弃，或本来没有问题。请刷新后再看。`,
      `Row ${row} is not waiting for correction.`,
    ),
    parameters: { row },
  })

export const batchIsUndone = () =>
  refuse({
    type: '/problems/ledgers/batch-is-undone',
    status: 409,
    title: label('这一批已撤销', 'Batch is undone'),
    detail: label(
      '已撤销的批次不能再更正。请重新导入原文件。',
      'An undone batch cannot be corrected; import the file again.',
    ),
  })

export const noSuchLedger = (kind: string) =>
  refuse({
    type: '/problems/ledgers/no-such-ledger',
    status: 422,
    title: label('没有这种台账', 'No such ledger'),
    detail: label(`没有名为“${kind}”、可以导出的台账。`, `There is no ledger “${kind}” to write.`),
  })
