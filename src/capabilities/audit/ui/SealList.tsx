import { useQuery } from '@tanstack/react-query'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { AuditHead, type AuditFrame } from './AuditHead.tsx'
import { chain, seals, sealHead } from './api.ts'
import { sealColumns } from './columns.tsx'
import { labels } from './labels.ts'

/** The signed heads, to be printed and kept outside the court. */
export function SealList({ tabs, band, verify }: AuditFrame) {
  const t = useLabels(labels)
  const may = useMay()
  const list = useList(seals, {})
  const { data } = useQuery(queryOptionsFor(chain, {}))
  const publicKey = data?.publicKey.replaceAll(/-----[A-Z ]+-----|\s/g, '') ?? ''
  const seal = may('audit.seal') ? <CommandButton contract={sealHead} input={{}} /> : undefined
  return (
    <>
      <AuditHead list={list} band={band} verify={verify}>
        {seal}
      </AuditHead>
      <p className="dx-t2" style={{ padding: '6px 20px', overflowWrap: 'anywhere' }}>
        {t.publicKey}　<code>{publicKey}</code>
      </p>
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
