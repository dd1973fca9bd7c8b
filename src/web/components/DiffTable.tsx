import { Fragment } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import './record.css'

export type Change = { readonly field: string; readonly before: string | null; readonly after: string | null }

const labels = {
  before: label('原值', 'Before'),
  after: label('新值', 'After'),
  field: label('项目', 'Field'),
  none: label('没有变化。', 'Nothing changed.'),
  empty: label('（空）', '(empty)'),
}

type Props = { readonly changes: readonly Change[]; readonly before?: string; readonly after?: string }

/** Only what changed: old struck, new bold, a sign for added, removed and altered. Copies as text. */
export function DiffTable({ changes, before, after }: Props) {
  const t = useLabels(labels)
  const altered = changes.filter((change) => change.before !== change.after)
  if (altered.length === 0) return <p className="dx-t2">{t.none}</p>
  return (
    <div className="dx-diff" role="table">
      <Row head cells={[t.field, before ?? t.before, after ?? t.after]} />
      {altered.map((change) => (
        <div role="row" style={{ display: 'contents' }} key={change.field}>
          <span role="cell">
            {signOf(change)} {change.field}
          </span>
          <span role="cell">
            {change.before === null ? <span className="dx-t3">{t.empty}</span> : <del>{change.before}</del>}
          </span>
          <span role="cell">
            {change.after === null ? <span className="dx-t3">{t.empty}</span> : <ins>{change.after}</ins>}
          </span>
        </div>
      ))}
    </div>
  )
}

const signOf = ({ before, after }: Change): string => (before === null ? '+' : after === null ? '−' : '~')

function Row({ cells }: { readonly head: true; readonly cells: readonly string[] }) {
  return (
    <div role="row" style={{ display: 'contents' }}>
      {cells.map((cell) => (
        <Fragment key={cell}>
          <span role="columnheader" className="dx-t2">
            {cell}
          </span>
        </Fragment>
      ))}
    </div>
  )
}
