import { DiffTable } from '#web/components/DiffTable.tsx'
import type { RowDifference } from '../contract.ts'

/** Records with what changes in each, field by field; conflicts beneath, for they are not applied. */
export function Differences({ rows }: { readonly rows: readonly RowDifference[] }) {
  return (
    <ul className="dx-import-diffs">
      {rows.map(({ row, name, changes, conflicts }) => (
        <li key={row}>
          <h3>
            {name} <span className="dx-t3">第{row}行</span>
          </h3>
          {changes.length > 0 && <DiffTable changes={changes.map(titled)} />}
          {conflicts.length > 0 && (
            <DiffTable changes={conflicts.map(titled)} before="人工填写" after="台账（不覆盖）" />
          )}
        </li>
      ))}
    </ul>
  )
}

const titled = ({ title, before, after }: RowDifference['changes'][number]) => ({ field: title, before, after })
