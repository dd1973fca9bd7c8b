import { Button } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import { AuditHead, type AuditFrame } from './AuditHead.tsx'
import { accessLog } from './api.ts'
import { accessColumns } from './columns.tsx'
import { labels } from './labels.ts'
import { useNames } from './useNames.ts'

/** 谁看了谁: looks at personal data, by whoever looked or turned round by the person seen. */
export function AccessList({
  tabs,
  band,
  verify,
  days,
  onAllDays,
}: AuditFrame & { readonly days: number | undefined; readonly onAllDays: () => void }) {
  const t = useLabels(labels)
  const [filter, setFilter] = useState<{ readonly actorId?: string; readonly subject?: string }>({})
  const list = useList(accessLog, { ...filter, ...(days !== undefined && { days }) })
  const nameOf = useNames(list.rows.map(({ subject }) => subject))
  const narrowed = filter.actorId !== undefined || filter.subject !== undefined
  const chosen = list.rows[0]
  return (
    <>
      <AuditHead list={list} band={band} verify={verify}>
        {narrowed && chosen && (
          <span className="dx-t2">
            {filter.subject === undefined ? `${chosen.actor} 看过` : `谁看过 ${nameOf(filter.subject)}`}
          </span>
        )}
        {days !== undefined && <span className="dx-t2">近 {days} 天</span>}
        {days !== undefined && <Button onClick={onAllDays}>{t.clear}</Button>}
        {narrowed && <Button onClick={() => setFilter({})}>{t.clear}</Button>}
      </AuditHead>
      <DataList
        list={list}
        caption={t.access}
        tabs={tabs}
        columns={[
          ...accessColumns(nameOf),
          {
            id: 'turn',
            title: label('转看', 'Turn'),
            width: 176,
            cell: ({ actorId, subject }) => (
              <>
                <button type="button" className="dx-link" onClick={() => setFilter({ actorId })}>
                  此人看过
                </button>
                　
                <button type="button" className="dx-link" onClick={() => setFilter({ subject })}>
                  看过此人
                </button>
              </>
            ),
          },
        ]}
        rowKey={({ seq }) => seq}
        unit={label('次', 'looks')}
        empty={<EmptyState title={t.nobodyLooked} next={t.nobodyNext} />}
      />
    </>
  )
}
