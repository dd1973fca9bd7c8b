import { label } from '#kernel/values/labels.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ColumnChooser } from '#web/components/ListTools.tsx'
import { Money } from '#web/components/Money.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useShownColumns } from '#web/components/columns.ts'
import { useList } from '#web/components/useList.ts'
import { useLabels, useText } from '#web/language.ts'
import type { IndicatorRecord, IndicatorRow, sides } from '../contract.ts'
import { recordLabels } from '../labels.ts'
import { records } from './api.ts'
import { sideText } from './figure-text.ts'
import { labels } from './labels.ts'
import type { Span } from './period.ts'

export type Side = (typeof sides)[number]

type Props = {
  readonly row: IndicatorRow
  readonly side: Side
  readonly span: Span
  readonly onSide: (side: Side) => void
}

/** The records of either side. The total of the list is the figure above it. */
export function RecordsPanel({ row, side, span, onSide }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const list = useList(records, { ...span, id: row.id, variant: row.variant, side })
  const columns = useShownColumns('indicator-records', allColumns)
  const isCount = row.numerator.unit === 'case' && row.denominator.unit === 'case'
  const tabs = [
    { id: 'numerator', title: text(row.numerator.title).replace(/（.*$/, ''), count: sideText(row.numerator) },
    { id: 'denominator', title: text(row.denominator.title).replace(/（.*$/, ''), count: sideText(row.denominator) },
    ...(isCount ? [{ id: 'rest', title: t.rest }] : []),
  ]
  return (
    <DataList
      list={list}
      caption={text(row.title)}
      tabs={
        <Tabs
          label={text(row.title)}
          tabs={tabs}
          chosen={side}
          onChoose={(id) => onSide(id === 'denominator' || id === 'rest' ? id : 'numerator')}
          extra={
            <>
              <a href={list.exportHref} download>
                {t.export}
              </a>
              <button type="button" className="dx-link" onClick={() => window.print()}>
                {t.print}
              </button>
              <ColumnChooser columns={allColumns} {...columns} />
            </>
          }
        />
      }
      columns={columns.shown}
      rowKey={({ caseId }) => caseId}
      href={({ caseId }) => `/cases/${caseId}`}
      unit={label('件', ' cases')}
      empty={<EmptyState title={t.noRecords} next={t.noRecordsNext} />}
    />
  )
}

const days = (sum: string): string => `${BigInt(sum).toLocaleString('en')}天`

const allColumns: readonly Column<IndicatorRecord>[] = [
  {
    id: 'caseNumber',
    title: recordLabels.caseNumber,
    width: 196,
    sort: 'caseNumber',
    cell: ({ caseNumber, caseId }) => <CaseNumber number={caseNumber} href={`/cases/${caseId}`} />,
  },
  { id: 'manner', title: recordLabels.manner, width: 140, cell: ({ manner }) => manner ?? '—' },
  {
    id: 'filedOn',
    title: recordLabels.filedOn,
    width: 104,
    sort: 'filedOn',
    hidden: true,
    cell: ({ filedOn }) => filedOn,
  },
  { id: 'closedOn', title: recordLabels.closedOn, width: 104, cell: ({ closedOn }) => closedOn ?? '—' },
  {
    id: 'days',
    title: recordLabels.days,
    width: 84,
    right: true,
    sort: '-days',
    sum: 'days',
    sumText: days,
    cell: ({ days: count }) => count,
  },
  {
    id: 'claimFen',
    title: recordLabels.claimFen,
    width: 130,
    right: true,
    hidden: true,
    sort: '-claimFen',
    sum: 'claimFen',
    cell: ({ claimFen }) => <Money amount={BigInt(claimFen)} />,
  },
  {
    id: 'recoveredFen',
    title: recordLabels.recoveredFen,
    right: true,
    sort: '-recoveredFen',
    sum: 'recoveredFen',
    cell: ({ recoveredFen }) => <Money amount={BigInt(recoveredFen)} />,
  },
  { id: 'cause', title: recordLabels.cause, hidden: true, cell: ({ cause }) => cause ?? '—' },
  { id: 'town', title: recordLabels.town, width: 96, hidden: true, cell: ({ town }) => town ?? '—' },
  {
    id: 'handlerName',
    title: recordLabels.handlerName,
    width: 88,
    hidden: true,
    cell: ({ handlerName }) => handlerName ?? '—',
  },
]
