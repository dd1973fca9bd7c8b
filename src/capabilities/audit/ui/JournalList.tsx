import { Button } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { readDay } from '#web/components/date-text.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { QueryChips } from '#web/components/QueryChips.tsx'
import type { Condition, QueryField } from '#web/components/query-text.ts'
import { useList } from '#web/components/useList.ts'
import { useOpenRecord } from '#web/components/useOpenRecord.ts'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { AuditHead, type AuditFrame } from './AuditHead.tsx'
import { journal } from './api.ts'
import { journalColumns } from './columns.tsx'
import { EntryDrawer } from './EntryDrawer.tsx'
import { labels } from './labels.ts'
import { useNames } from './useNames.ts'

const fields: readonly QueryField[] = [
  { id: 'actorId', title: '人', operators: [':'] },
  { id: 'command', title: '动作', operators: [':'] },
  { id: 'subject', title: '对象', operators: [':'] },
  { id: 'from', title: '从', operators: [':'] },
  { id: 'to', title: '至', operators: [':'] },
]

/** The journal in words, newest first. */
export function JournalList({ tabs, band, verify }: AuditFrame) {
  const t = useLabels(labels)
  const { today } = useSession()
  const [conditions, setConditions] = useState<readonly Condition[]>([])
  const list = useList(journal, inputOf(conditions, today))
  const nameOf = useNames(list.rows.map(({ subject }) => subject))
  const [, open] = useOpenRecord()
  return (
    <>
      <AuditHead list={list} band={band} verify={verify}>
        <QueryChips fields={fields} conditions={conditions} onChange={setConditions} example="从:2025-01-02" />
      </AuditHead>
      <DataList
        list={list}
        caption={t.title}
        tabs={tabs}
        columns={journalColumns(nameOf)}
        rowKey={({ seq }) => seq}
        unit={label('条', 'entries')}
        drawer={(seq, place) => <EntryDrawer seq={seq} place={place} onOpen={open} />}
        empty={<EmptyState title={t.nothing} act={<Button onClick={() => setConditions([])}>{t.clear}</Button>} />}
      />
    </>
  )
}

function inputOf(conditions: readonly Condition[], today: Temporal.PlainDate) {
  const valueOf = (id: string) => conditions.findLast(({ field }) => field === id)?.value
  const text = (id: 'actorId' | 'command' | 'subject') => {
    const value = valueOf(id)
    return value === undefined ? {} : { [id]: value }
  }
  const date = (id: 'from' | 'to') => {
    const read = readDay(valueOf(id) ?? '', today)
    return read === undefined ? {} : { [id]: read }
  }
  return { ...text('actorId'), ...text('command'), ...text('subject'), ...date('from'), ...date('to') }
}
