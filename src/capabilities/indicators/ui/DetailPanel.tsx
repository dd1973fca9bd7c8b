import { Link } from '@tanstack/react-router'
import { Suspense, useMemo, type ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
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
import type { IndicatorRecord, IndicatorRow, MemberRow, sides, Unit } from '../contract.ts'
import { memberLabels, recordLabels } from '../labels.ts'
import { members, records } from './api.ts'
import { Breakdown, type BrokenBy } from './Breakdown.tsx'
import { isMoney, sideText, unitWord } from './figure-text.ts'
import { labels } from './labels.ts'
import type { Span } from './period.ts'

type Side = (typeof sides)[number]
/** Either side as a list, or the figure split. */
export type DetailView = Side | BrokenBy
/** A part of the court that the list is narrowed to. */
export type Part = {
  readonly teamKey?: string | undefined
  readonly typeCode?: string | undefined
  readonly cause?: string | undefined
  readonly town?: string | undefined
}

type Props = {
  readonly row: IndicatorRow
  readonly view: DetailView
  readonly span: Span
  readonly part: Part
  readonly onView: (view: DetailView) => void
  readonly onWhole: () => void
}

const parts = ['team', 'type', 'cause', 'town'] as const
const views = ['numerator', 'denominator', 'rest', ...parts] as const

/** What lies behind the figure: the records of either side, or the figure split. */
export function DetailPanel(props: Props) {
  const { row, view, span } = props
  const text = useText()
  const by = parts.find((part) => part === view)
  const side = by ? undefined : (views.find((one): one is Side => one === view) ?? 'numerator')
  if (side) return isOfCases(row) ? <Records {...props} side={side} /> : <Members {...props} side={side} />
  return (
    <div className="ind-breakdown">
      <Strip {...props} />
      <PanelBoundary what={text(row.title)}>
        <Suspense fallback={<LoadingState lines={4} />}>
          <Breakdown row={row} span={span} by={by ?? 'team'} />
        </Suspense>
      </PanelBoundary>
    </div>
  )
}

function Strip({ row, view, onView, extra }: Props & { readonly extra?: ReactNode }) {
  const t = useLabels(labels)
  const text = useText()
  const isCount = row.numerator.unit === row.denominator?.unit && row.numerator.unit === 'case'
  return (
    <Tabs
      label={text(row.title)}
      tabs={[
        { id: 'numerator', title: text(row.numerator.title).replace(/（.*$/, ''), count: sideText(row.numerator) },
        ...(row.denominator
          ? [
              {
                id: 'denominator',
                title: text(row.denominator.title).replace(/（.*$/, ''),
                count: sideText(row.denominator),
              },
            ]
          : []),
        ...(isCount ? [{ id: 'rest', title: t.rest }] : []),
        { id: 'team', title: t.byTeam },
        { id: 'type', title: t.byType },
        { id: 'cause', title: t.byCause },
        { id: 'town', title: t.byTown },
      ]}
      chosen={view}
      onChoose={(id) => onView(views.find((one) => one === id) ?? 'numerator')}
      extra={extra}
    />
  )
}

/** Cases are shown as cases; what other rooms count, in the words they all share. */
const isOfCases = ({ drill }: IndicatorRow): boolean => drill === records.name

const narrowedTo = ({ teamKey, typeCode, cause, town }: Part) => ({
  ...(teamKey !== undefined && { teamKey }),
  ...(typeCode !== undefined && { typeCode }),
  ...(cause !== undefined && { cause }),
  ...(town !== undefined && { town }),
})

/** The records of one side. The total of the list is the figure above it. */
function Records(props: Props & { readonly side: Side }) {
  const { row, side, span, part, onWhole } = props
  const t = useLabels(labels)
  const text = useText()
  const narrowed = narrowedTo(part)
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

/** What another room counts on one side of its figure; the sum of the last column is the figure. */
function Members(props: Props & { readonly side: Side }) {
  const { row, side, span, part } = props
  const t = useLabels(labels)
  const text = useText()
  const contract = useMemo(() => members(row.drill.split('.')[0] ?? ''), [row.drill])
  const list = useList(contract, { ...span, id: row.id, variant: row.variant, side, ...narrowedTo(part) })
  const figure = side === 'numerator' ? row.numerator : (row.denominator ?? row.numerator)
  const columns = useShownColumns(
    'indicator-members',
    useMemo(() => memberColumns(figure.unit), [figure.unit]),
  )
  // Persons met several times are fewer than the entries: then the list counts entries, and its last column the figure.
  const isEach = String(list.totals?.total) === figure.count
  return (
    <DataList
      list={list}
      caption={text(row.title)}
      tabs={
        <Strip
          {...props}
          extra={
            <a href={list.exportHref} download>
              {t.export}
            </a>
          }
        />
      }
      columns={columns.shown}
      rowKey={({ recordId }) => recordId}
      href={({ href }) => href}
      unit={label(isEach ? unitWord(figure.unit) : '条', '')}
      empty={<EmptyState title={t.noRecords} next={t.noRecordsNext} />}
    />
  )
}

const memberColumns = (unit: Unit): readonly Column<MemberRow>[] => [
  {
    id: 'title',
    title: memberLabels.title,
    width: 220,
    sort: 'title',
    cell: ({ title, href }) => <Link to={href}>{title}</Link>,
  },
  { id: 'on', title: memberLabels.on, width: 104, cell: ({ on }) => on ?? '—' },
  { id: 'detail', title: memberLabels.detail, cell: ({ detail }) => detail ?? '—' },
  { id: 'handlerName', title: memberLabels.handlerName, width: 88, cell: ({ handlerName }) => handlerName ?? '—' },
  {
    id: 'weight',
    title: memberLabels.weight,
    width: 132,
    right: true,
    sort: '-weight',
    sum: 'weight',
    sumText: (sum) => weightText(sum, unit),
    cell: ({ weight }) => (isMoney(unit) ? <Money amount={BigInt(weight)} /> : weight),
  },
]

/** What the entries add up to, in the unit of the figure: 215人, 33,681.00. */
function weightText(sum: string, unit: Unit): string {
  const [whole = '0', part = ''] = sum.split('.')
  if (isMoney(unit)) return formatYuan(BigInt(whole))
  const rest = part.replace(/0+$/, '')
  return `${BigInt(whole).toLocaleString('en')}${rest === '' ? '' : `.${rest}`}${unitWord(unit)}`
}
