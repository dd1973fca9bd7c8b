import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { Money } from '#web/components/Money.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels, useText } from '#web/language.ts'
import { alarmKinds, AlarmRow, type AlarmKind } from '../audit/contract.ts'
import { alarmList } from './api.ts'

const labels = {
  title: label('异常提示', 'Alarms'),
  kind: label('种类', 'Kind'),
  all: label('全部种类', 'All kinds'),
  on: label('日期', 'Day'),
  caseNumber: label('案号', 'Case'),
  amount: label('金额(元)', 'Amount (yuan)'),
  found: label('发现', 'Found'),
  note: label('提示不是结论，请打开记录核对。', 'None of it is a fault by itself; open the records.'),
  unit: label('条', ' alarms'),
  none: label('没有异常提示', 'No alarms'),
  noneNext: label('规则逐日核对；出现时列在这里。', 'The rules look every day.'),
}
type Row = z.output<typeof AlarmRow>
const kindCodes = AlarmRow.shape.kind.options

function Kind({ kind }: Pick<Row, 'kind'>) {
  return useText()(alarmKinds[kind])
}

const columns: readonly Column<Row>[] = [
  { id: 'on', title: labels.on, width: 116, sort: 'on', cell: ({ on }) => on.toString() },
  { id: 'kind', title: labels.kind, width: 230, cell: ({ kind }) => <Kind kind={kind} /> },
  { id: 'case', title: labels.caseNumber, width: 190, cell: ({ caseNumber }) => caseNumber ?? '—' },
  {
    id: 'amount',
    title: labels.amount,
    width: 140,
    right: true,
    sort: 'amountFen',
    cell: ({ amountFen }) => <Money amount={amountFen} />,
  },
  {
    id: 'found',
    title: labels.found,
    cell: ({ text, href }) => (
      <Link to={href} title={text}>
        {text}
      </Link>
    ),
  },
]

/** What the rules found worth a second look, each with the records that show it. */
export function Alarms() {
  const t = useLabels(labels)
  const text = useText()
  const [kind, setKind] = useState<AlarmKind>()
  const list = useList(alarmList, kind === undefined ? {} : { kind }, { sort: '-on' })
  const kinds = Object.entries(alarmKinds).map(([value, title]) => ({ value, label: text(title) }))
  return (
    <DataList<Row>
      list={list}
      caption={t.title}
      columns={columns}
      rowKey={({ alarmKey }) => alarmKey}
      unit={labels.unit}
      href={({ href }) => href}
      tabs={
        <div className="dx-row dx-funds-ask dx-noprint">
          <Select
            aria-label={t.kind}
            style={{ width: 260 }}
            value={kind ?? ''}
            onChange={(next: string) => setKind(kindCodes.find((code) => code === next))}
            options={[{ value: '', label: t.all }, ...kinds]}
          />
          <span className="dx-t2">{t.note}</span>
          <span className="dx-space" />
          <ListTools list={list} />
        </div>
      }
      empty={<EmptyState title={t.none} next={t.noneNext} />}
    />
  )
}
