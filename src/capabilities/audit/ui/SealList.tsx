import { label } from '#kernel/values/labels.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { AuditHead, type AuditFrame } from './AuditHead.tsx'
import { seals, sealHead } from './api.ts'
import { sealColumns } from './columns.tsx'
import { labels } from './labels.ts'

/** The signed heads, to be printed and kept outside the court. */
export function SealList({ tabs, band, verify }: AuditFrame) {
  const t = useLabels(labels)
  const may = useMay()
  const list = useList(seals, {})
  const seal = may('audit.seal') ? <CommandButton contract={sealHead} input={{}} /> : undefined
  return (
    <>
      <AuditHead list={list} band={band} verify={verify}>
        {seal}
      </AuditHead>
      <DataList
        list={list}
        caption={t.seals}
        tabs={tabs}
        columns={sealColumns}
        rowKey={({ day }) => day}
        unit={label('份', 'seals')}
        empty={<EmptyState title={t.noSeal} />}
      />
    </>
  )
}
