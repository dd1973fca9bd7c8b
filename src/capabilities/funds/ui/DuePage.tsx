import { useQueries } from '@tanstack/react-query'
import { z } from 'zod'
import { Acts } from '#pages/desk'
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
import { useLabels } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import type { DueFilter, DueRow } from '../payouts/contract.ts'
import { deferralList, dueList } from './api.ts'
import { Deferrals } from './Deferrals.tsx'
import { DueDay } from './DueDay.tsx'
import { moneyHref } from './payout-columns.tsx'
import { payoutLabels as labels } from './payout-labels.ts'
import './funds.css'

type Row = z.output<typeof DueRow>
type Show = z.output<typeof DueFilter>['show']

const views = ['listed', 'lawful', 'deferred', 'all', 'asked'] as const
type View = (typeof views)[number]
const Search = z.object({ view: z.enum(views).default('listed').catch('listed') })
/** Any payout is due within thirty days of its notice: all that waits is due. */
const shows = ['listed', 'lawful', 'deferred', 'all'] as const satisfies readonly Show[]

/** U06 超期与延缓: what waits to be paid out, by both clocks; a deferred sum stays on the list. */
export function DuePage() {
  const [{ view }] = usePageSearch(Search)
  return (
    <Acts>
      {view === 'asked' ? <Deferrals tabs={<Views view={view} />} /> : <Due show={view} tabs={<Views view={view} />} />}
    </Acts>
  )
}

function Views({ view }: { readonly view: View }) {
  const t = useLabels(labels)
  const [, change] = usePageSearch(Search)
  const counts = useQueries({ queries: shows.map((show) => totalsOptions(dueList, { show, kind: 'case' })) })
  const [asked] = useQueries({ queries: [totalsOptions(deferralList, { open: true })] })
  const titles = { listed: t.listed, lawful: t.overdue, deferred: t.deferred, all: t.dueSoon, asked: t.asked }
  return (
    <ViewTabs
      views={views.map((id) => ({
        id,
        title: titles[id],
        count: id === 'asked' ? asked?.data?.total : counts[shows.indexOf(id)]?.data?.total,
      }))}
      chosen={view}
      onChoose={(id) => change({ view: Search.shape.view.parse(id) })}
    />
  )
}

function Due({ show, tabs }: { readonly show: Show; readonly tabs: React.ReactNode }) {
  const t = useLabels(labels)
  const list = useList(dueList, { show, kind: 'case' }, { sort: 'lawfulDueOn' })
  return (
    <>
      <PageHead title={t.due} actions={<ListTools list={list} />} />
      <DataList<Row>
        key={show}
        list={list}
        caption={t.due}
        tabs={tabs}
        columns={dueColumns}
        rowKey={({ claimId }) => claimId}
        unit={labels.claims}
        isOverdue={({ ranOut }) => ranOut === 'lawful'}
        href={({ caseId }) => moneyHref(caseId) ?? '/funds/due'}
        empty={<EmptyState title={t.noDue} next={t.noDueNext} />}
      />
    </>
  )
}

const dueColumns: readonly Column<Row>[] = [
  {
    id: 'case',
    title: labels.caseNumber,
    width: 178,
    cell: ({ caseNumber, caseId }) =>
      caseNumber === null ? '—' : <CaseNumber number={caseNumber} href={moneyHref(caseId)} />,
  },
  { id: 'payer', title: labels.payer, cell: ({ payer }) => <span title={payer ?? ''}>{payer ?? '—'}</span> },
  {
    id: 'left',
    title: labels.left,
    width: 122,
    right: true,
    sort: 'leftFen',
    sum: 'leftFen',
    cell: ({ leftFen }) => <Money amount={leftFen} />,
  },
  { id: 'arrived', title: labels.arrived, width: 104, cell: ({ arrivedOn }) => arrivedOn.toString() },
  { id: 'known', title: labels.known, width: 104, cell: ({ knownOn }) => knownOn.toString() },
  { id: 'days', title: labels.days, width: 64, right: true, sort: 'daysHeld', cell: ({ daysHeld }) => daysHeld },
  {
    id: 'lawful',
    title: labels.lawful,
    width: 122,
    sort: 'lawfulDueOn',
    cell: ({ lawfulDueOn, ranOut }) => <DueDay on={lawfulDueOn} over={ranOut === 'lawful'} />,
  },
  {
    id: 'own',
    title: labels.own,
    width: 122,
    cell: ({ ownDueOn, ranOut }) => (ownDueOn === null ? '—' : <DueDay on={ownDueOn} over={ranOut !== 'none'} own />),
  },
  {
    id: 'deferred',
    title: labels.deferred,
    width: 124,
    cell: ({ deferred, ground }) =>
      deferred ? <Deferred ground={ground} /> : <span title={ground ?? ''}>{ground ?? '—'}</span>,
  },
  {
    id: 'inChain',
    title: labels.inChain,
    width: 104,
    right: true,
    cell: ({ inChainFen }) => <Money amount={inChainFen} />,
  },
  { id: 'handler', title: labels.handler, width: 84, cell: ({ handlerName }) => handlerName ?? '—' },
]

function Deferred({ ground }: { readonly ground: string | null }) {
  const t = useLabels(labels)
  return (
    <StatusTag tone="hold" title={ground ?? undefined}>
      {ground ?? t.deferred}
    </StatusTag>
  )
}
