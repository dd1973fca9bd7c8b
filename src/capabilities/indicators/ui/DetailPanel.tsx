import { Suspense, type ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ColumnChooser } from '#web/components/ListTools.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Money } from '#web/components/Money.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useShownColumns } from '#web/components/columns.ts'
import { useList } from '#web/components/useList.ts'
import { useLabels, useText } from '#web/language.ts'
import type { IndicatorRecord, IndicatorRow, sides } from '../contract.ts'
import { recordLabels } from '../labels.ts'
import { records } from './api.ts'
import { Breakdown } from './Breakdown.tsx'
import { sideText } from './figure-text.ts'
import { labels } from './labels.ts'
import type { Span } from './period.ts'

type Side = (typeof sides)[number]
/** Either side as a list, or the figure split. */
export type DetailView = Side | 'team' | 'type'
/** A part of the court that the list is narrowed to. */
export type Part = { readonly teamKey?: string | undefined; readonly typeCode?: string | undefined }

type Props = {
  readonly row: IndicatorRow
  readonly view: DetailView
  readonly span: Span
  readonly part: Part
  readonly onView: (view: DetailView) => void
  readonly onWhole: () => void
}

const views = ['numerator', 'denominator', 'rest', 'team', 'type'] as const

/** What lies behind the figure: the records of either side, or the figure split by team or type. */
export function DetailPanel(props: Props) {
  const { row, view, span } = props
  const text = useText()
  if (view !== 'team' && view !== 'type') return <Records {...props} side={view} />
  return (
    <div className="ind-breakdown">
      <Strip {...props} />
      <PanelBoundary what={text(row.title)}>
        <Suspense fallback={<LoadingState lines={4} />}>
          <Breakdown row={row} span={span} by={view} />
        </Suspense>
      </PanelBoundary>
    </div>
  )
}

function Strip({ row, view, onView, extra }: Props & { readonly extra?: ReactNode }) {
  const t = useLabels(labels)
  const text = useText()
  const isCount = row.numerator.unit === 'case' && row.denominator.unit === 'case'
  return (
    <Tabs
      label={text(row.title)}
      tabs={[
        { id: 'numerator', title: text(row.numerator.title).replace(/（.*$/, ''), count: sideText(row.numerator) },
        {
          id: 'denominator',
          title: text(row.denominator.title).replace(/（.*$/, ''),
          count: sideText(row.denominator),
        },
        ...(isCount ? [{ id: 'rest', title: t.rest }] : []),
        { id: 'team', title: t.byTeam },
        { id: 'type', title: t.byType },
      ]}
      chosen={view}
      onChoose={(id) => onView(views.find((one) => one === id) ?? 'numerator')}
      extra={extra}
    />
  )
}

/** The records of one side. The total of the list is the figure above it. */
function Records(props: Props & { readonly side: Side }) {
  const { row, side, span, part, onWhole } = props
  const t = useLabels(labels)
  const text = useText()
  const narrowed = {
    ...(part.teamKey !== undefined && { teamKey: part.teamKey }),
    ...(part.typeCode !== undefined && { typeCode: part.typeCode }),
  }
  const list = useList(records, { ...span, id: row.id, variant: row.variant, side, ...narrowed })
  const columns = useShownColumns('indicator-records', allColumns)
  const tools = (
    <>
      {Object.keys(narrowed).length > 0 && (
        <button type="button" className="dx-link" onClick={onWhole}>
          {t.wholeCourt}
        </button>
      )}
      <a href={list.exportHref} download>
        {t.export}
      </a>
      <button type="button" className="dx-link" onClick={() => window.print()}>
        {t.print}
      </button>
      <ColumnChooser columns={allColumns} {...columns} />
    </>
  )
  return (
    <DataList
      list={list}
      caption={text(row.title)}
      tabs={<Strip {...props} extra={tools} />}
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
