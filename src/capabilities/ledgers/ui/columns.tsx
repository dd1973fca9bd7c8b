import { Link } from '@tanstack/react-router'
import { label } from '#kernel/values/labels.ts'
import type { Column } from '#web/components/columns.ts'
import { momentText } from '#web/time.ts'
import type { BatchRow } from '../contract.ts'

const figure = (count: number): string => count.toLocaleString('en')

/** A count that opens its records; nothing to open stays quiet. */
function Counted({ batch, count, view }: { readonly batch: string; readonly count: number; readonly view: string }) {
  if (count === 0) return <span className="dx-t3">0</span>
  return <Link to={`/import/batches/${batch}?view=${view}`}>{figure(count)}</Link>
}

export const batchColumns: readonly Column<BatchRow>[] = [
  {
    id: 'number',
    title: label('批次', 'Batch'),
    width: 84,
    sort: 'number',
    cell: ({ batchId, number }) => <Link to={`/import/batches/${batchId}`}>第{number}批</Link>,
  },
  { id: 'file', title: label('文件', 'File'), cell: ({ fileName, sheet }) => `${fileName} · ${sheet}` },
  {
    id: 'created',
    title: label('新增', 'New'),
    width: 84,
    right: true,
    cell: ({ batchId, created }) => <Counted batch={batchId} count={created} view="created" />,
  },
  {
    id: 'changed',
    title: label('变更', 'Changed'),
    width: 84,
    right: true,
    cell: ({ batchId, changed }) => <Counted batch={batchId} count={changed} view="changed" />,
  },
  { id: 'same', title: label('不变', 'Same'), width: 84, right: true, cell: ({ same }) => figure(same) },
  {
    id: 'conflicts',
    title: label('冲突', 'Conflicts'),
    width: 84,
    right: true,
    cell: ({ batchId, conflicts }) => <Counted batch={batchId} count={conflicts} view="conflict" />,
  },
  {
    id: 'waiting',
    title: label('待改', 'Waiting'),
    width: 84,
    right: true,
    cell: ({ batchId, waiting }) => <Counted batch={batchId} count={waiting} view="waiting" />,
  },
  { id: 'by', title: label('导入人', 'By'), width: 104, cell: ({ importedBy }) => importedBy },
  {
    id: 'at',
    title: label('导入时间', 'At'),
    width: 152,
    sort: 'importedAt',
    cell: ({ importedAt }) => momentText(importedAt),
  },
  {
    id: 'state',
    title: label('状态', 'State'),
    width: 84,
    cell: ({ state }) => (state === 'undone' ? <span className="dx-t3">已撤销</span> : '已导入'),
  },
]
