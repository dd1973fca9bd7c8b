import { label } from '#kernel/values/labels.ts'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels } from '#web/language.ts'
import { labels } from './labels.ts'
import type { LeftAlone } from './take-folder.ts'

/** Files of the folder that are no tables or cannot be read, each with its reason. */
export function LeftAloneList({ left }: { readonly left: readonly LeftAlone[] }) {
  const t = useLabels(labels)
  if (left.length === 0) return null
  return (
    <section aria-label={t.leftAlone}>
      <h2 className="dx-h2">{t.leftAlone}</h2>
      <PlainTable<LeftAlone>
        caption={t.leftAlone}
        rows={left}
        rowKey={({ fileName }) => fileName}
        columns={[
          { id: 'file', title: labels.file, width: 320, cell: ({ fileName }) => fileName },
          { id: 'why', title: label('原因', 'Why'), cell: ({ because }) => <span title={because}>{because}</span> },
        ]}
      />
    </section>
  )
}
