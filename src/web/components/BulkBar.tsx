import { Button } from 'antd'
import { useRef } from 'react'
import { label, type Label } from '#kernel/values/labels.ts'
import { useKeys } from '../keys/useKeys.tsx'
import { useLabels, useText } from '../language.ts'

export type BulkAct<Row> = { readonly title: Label; readonly run: (rows: readonly Row[]) => void }

const labels = { chosen: label('已选', 'Selected'), clear: label('取消选择', 'Clear') }

type Props<Row> = {
  readonly acts: readonly BulkAct<Row>[]
  readonly rows: readonly Row[]
  readonly onClear: () => void
}

/** Only while something is chosen. */
export function BulkBar<Row>({ acts, rows, onClear }: Props<Row>) {
  const t = useLabels(labels)
  const text = useText()
  const bar = useRef<HTMLDivElement>(null)
  useKeys('list', [
    { keys: 'b', title: label('批量', 'Bulk'), run: () => bar.current?.querySelector('button')?.focus() },
  ])
  return (
    <div ref={bar} className="dx-bulk" role="toolbar" aria-label={`${t.chosen} ${rows.length}`}>
      <span role="status">
        {t.chosen} {rows.length}
      </span>
      {acts.map(({ title, run }) => (
        <Button key={title.zh} size="small" onClick={() => run(rows)}>
          {text(title)}
        </Button>
      ))}
      <Button size="small" type="link" onClick={onClear}>
        {t.clear}
      </Button>
    </div>
  )
}
