import { useState } from 'react'
import { label, type Label } from '#kernel/values/labels.ts'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { useList } from '#web/components/useList.ts'
import { ViewTabs } from '#web/components/ViewTabs.tsx'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import type { SheetRow } from '../contract.ts'
import { sheet } from './api.ts'

const labels = {
  title: label('单位履责', 'How units do their part'),
  quarter: label('本季度', 'This quarter'),
  last: label('上季度', 'Last quarter'),
  year: label('本年', 'This year'),
  none: label('没有成员单位', 'No units'),
  next: label('先导入或登记成员单位。', 'Import or record the member units first.'),
}

const number = (id: 'asked' | 'due' | 'inTime' | 'refused' | 'unfinished', title: Label): Column<SheetRow> => ({
  id,
  title,
  width: 112,
  right: true,
  cell: (row) => row[id],
})

const columns: readonly Column<SheetRow>[] = [
  { id: 'unit', title: label('单位', 'Unit'), cell: ({ unit }) => unit, sort: 'unit' },
  { ...number('asked', label('发出请求', 'Asked')), sort: '-asked' },
  number('due', label('应答复', 'Due')),
  number('inTime', label('按期答复', 'In time')),
  {
    id: 'medianDays',
    title: label('答复天数中位数', 'Median days'),
    width: 136,
    right: true,
    cell: ({ medianDays }) => medianDays ?? '—',
  },
  number('refused', label('拒绝协助', 'Refused')),
  { ...number('unfinished', label('未落实决议', 'Resolutions open')), sort: '-unfinished' },
]

const periods = {
  quarter: (today: Temporal.PlainDate) => ({ from: quarterOf(today), to: today }),
  last: (today: Temporal.PlainDate) => {
    const to = quarterOf(today).subtract({ days: 1 })
    return { from: quarterOf(to), to }
  },
  year: (today: Temporal.PlainDate) => ({ from: today.with({ month: 1, day: 1 }), to: today }),
}
type Period = keyof typeof periods
const isPeriod = (id: string): id is Period => id in periods
const quarterOf = (on: Temporal.PlainDate) => on.with({ month: on.month - ((on.month - 1) % 3), day: 1 })

/** 单位履责: the sheet that is read out at the conference. */
export function UnitSheetPage() {
  const t = useLabels(labels)
  const { today } = useSession()
  const [period, setPeriod] = useState<Period>('quarter')
  const { from, to } = periods[period](today)
  const list = useList(sheet, { from, to })
  return (
    <>
      <PageHead title={t.title} count={`${from.toString()} 至 ${to.toString()}`} actions={<ListTools list={list} />} />
      <DataList
        list={list}
        caption={t.title}
        tabs={
          <ViewTabs
            views={(['quarter', 'last', 'year'] as const).map((id) => ({ id, title: t[id] }))}
            chosen={period}
            onChoose={(id) => isPeriod(id) && setPeriod(id)}
          />
        }
        columns={columns}
        rowKey={({ unit }) => unit}
        unit={label('家', 'units')}
        empty={<EmptyState title={t.none} next={t.next} />}
      />
    </>
  )
}
