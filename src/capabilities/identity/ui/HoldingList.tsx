import { Button } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import type { Column } from '#web/components/columns.ts'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import type { HoldingRow, PersonCard } from '../contract.ts'
import { endPost } from './api.ts'
import { labels } from './labels.ts'

/** Posts with their first and last day; whose place is held, and by which paper. */
export function HoldingList({ person }: { readonly person: PersonCard }) {
  const t = useLabels(labels)
  const mayEnd = useMay()('identity.manage-rights')
  const [ending, end] = useState<HoldingRow>()
  const columns: readonly Column<HoldingRow>[] = [
    {
      id: 'title',
      title: labels.post,
      cell: ({ title, inPlaceOf, warrant }) =>
        inPlaceOf === null ? title : `${title}（代 ${inPlaceOf}，${warrant ?? ''}）`,
    },
    { id: 'from', title: labels.from, width: 104, cell: ({ fromOn }) => fromOn },
    { id: 'until', title: labels.until, width: 104, cell: ({ untilOn }) => untilOn ?? '—' },
    {
      id: 'act',
      title: label('操作', 'Act'),
      width: 96,
      cell: (holding) =>
        mayEnd && holding.untilOn === null ? (
          <Button size="small" onClick={() => end(holding)}>
            结束
          </Button>
        ) : null,
    },
  ]
  if (person.holdings.length === 0) return <p className="dx-t2">{t.noRights}</p>
  return (
    <>
      <PlainTable caption={t.post} columns={columns} rows={person.holdings} rowKey={({ holdingId }) => holdingId} />
      {ending && (
        <CommandForm
          key={ending.holdingId}
          contract={endPost}
          version={ending.version}
          initial={{ holdingId: ending.holdingId }}
          fields={{ untilOn: { title: labels.until, hint: labels.untilHint } }}
          onDone={() => end(undefined)}
          onCancel={() => end(undefined)}
        >
          <p>{ending.title}</p>
        </CommandForm>
      )}
    </>
  )
}
