import { useQueries } from '@tanstack/react-query'
import { z } from 'zod'
import { totalsOptions } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { Money } from '#web/components/Money.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useList } from '#web/components/useList.ts'
import { ViewTabs } from '#web/components/ViewTabs.tsx'
import { useLabels, useText } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import type { PlanFilter, PlanRow } from '../../payouts/case-contract.ts'
import { planList } from '../api.ts'
import { planLabels as labels, standingLabels } from './plan-labels.ts'
import '../funds.css'

type Row = z.output<typeof PlanRow>
const views = ['current', 'over', 'all'] as const
type View = (typeof views)[number]
const Search = z.object({ view: z.enum(views).default('current').catch('current') })
const filterOf = (view: View): z.output<typeof PlanFilter> => (view === 'all' ? {} : { standing: view === 'current' })

const hrefOf = ({ caseId }: Row): string => (caseId === null ? '/funds/plans' : `/funds/cases/${caseId}/plan`)

function Served({ over, served, toServe }: Row) {
  const text = useText()
  if (over !== 'no') return <StatusTag>{text(standingLabels[over])}</StatusTag>
  return <StatusTag tone={served < toServe ? 'outline' : 'ok'}>{`${served} / ${toServe}`}</StatusTag>
}

const columns: readonly Column<Row>[] = [
  { id: 'number', title: labels.number, width: 112, cell: ({ planNumber }) => planNumber },
  {
    id: 'case',
    title: labels.ownCase,
    width: 190,
    cell: (row) => <CaseNumber number={row.caseNumber} href={hrefOf(row)} />,
  },
  { id: 'debtor', title: labels.debtor, cell: ({ debtor }) => <span title={debtor}>{debtor}</span> },
  {
    id: 'fund',
    title: labels.fundYuan,
    width: 132,
    right: true,
    sort: 'fundFen',
    sum: 'fundFen',
    cell: ({ fundFen }) => <Money amount={fundFen} />,
  },
  {
    id: 'proposed',
    title: labels.askedFor,
    width: 140,
    right: true,
    sum: 'proposedFen',
    cell: ({ proposedFen }) => <Money amount={proposedFen} />,
  },
  { id: 'drawn', title: labels.drawnOn, width: 108, sort: 'drawnOn', cell: ({ drawnOn }) => drawnOn.toString() },
  { id: 'served', title: labels.served, width: 100, cell: (row) => <Served {...row} /> },
  { id: 'last', title: labels.lastServed, width: 112, cell: ({ lastServedOn }) => lastServedOn?.toString() ?? '—' },
  {
    id: 'objections',
    title: labels.openObjections,
    width: 92,
    right: true,
    cell: ({ openObjections }) => openObjections,
  },
]

/** 分配方案: every plan of the court, those that still have to be served first in sight. */
export function PlansPage() {
  const t = useLabels(labels)
  const [{ view }, change] = usePageSearch(Search)
  const list = useList(planList, filterOf(view), { sort: '-drawnOn' })
  const counts = useQueries({ queries: views.map((each) => totalsOptions(planList, filterOf(each))) })
  return (
    <>
      <PageHead title={t.plans} actions={<ListTools list={list} />} />
      <DataList<Row>
        list={list}
        caption={t.plans}
        columns={columns}
        rowKey={({ planId }) => planId}
        unit={labels.unit}
        href={hrefOf}
        tabs={
          <ViewTabs
            views={views.map((id, index) => ({ id, title: t[id], count: counts[index]?.data?.total }))}
            chosen={view}
            onChoose={(id) => change({ view: Search.shape.view.parse(id) })}
          />
        }
        empty={<EmptyState title={t.noneHere} next={t.noneNext} />}
      />
    </>
  )
}
