import { useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { Acts, useOpenAct } from '#pages/desk'
import { totalsOptions } from '#web/api.ts'
import { useShownColumns } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ColumnChooser, ListTools } from '#web/components/ListTools.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { useList } from '#web/components/useList.ts'
import { useOpenRecord } from '#web/components/useOpenRecord.ts'
import { ViewTabs } from '#web/components/ViewTabs.tsx'
import { useLabels, useText } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import { useMay } from '#web/session.ts'
import { payoutStates, type PayoutFilter, type PayoutRow } from '../payouts/contract.ts'
import { payoutList } from './api.ts'
import { MakeOrderDialog } from './MakeOrderDialog.tsx'
import { payoutColumns } from './payout-columns.tsx'
import { payoutLabels as labels } from './payout-labels.ts'
import { PayoutDrawer } from './PayoutDrawer.tsx'
import { useFollowing } from './useFollowing.ts'
import './funds.css'

const views = ['proposed', 'checked', 'approved', 'ordered', 'bounced', 'paid', 'all'] as const
type View = (typeof views)[number]
type Row = z.output<typeof PayoutRow>

const filterOf = (view: View): z.output<typeof PayoutFilter> => (view === 'all' ? {} : { state: view })

/** U06 发放: payouts by the step they wait at; one beside the list, `]` for the next. */
export function PayoutsPage() {
  return (
    <Acts>
      <Payouts />
    </Acts>
  )
}

/** Whoever decides begins with what waits for him. */
function useFirstView(): View {
  const may = useMay()
  if (may('funds.check')) return 'proposed'
  return may('funds.approve') || may('funds.approve-large') ? 'checked' : 'all'
}

function Payouts() {
  const t = useLabels(labels)
  const text = useText()
  const may = useMay()
  const openAct = useOpenAct()
  const first = useFirstView()
  const Search = useMemo(() => z.object({ view: z.enum(views).default(first).catch(first) }), [first])
  const [{ view }, change] = usePageSearch(Search)
  const list = useList(payoutList, filterOf(view), {
    sort: view === 'paid' || view === 'all' ? '-proposedAt' : 'proposedAt',
  })
  const [opened, open] = useOpenRecord()
  useFollowing({ keys: list.rows.map(({ payoutId }) => payoutId), pending: list.isPending, opened, open })
  const counts = useQueries({ queries: views.map((each) => totalsOptions(payoutList, filterOf(each))) })
  const chosen = useShownColumns('funds.payouts', payoutColumns)
  const [ordering, setOrdering] = useState<readonly Row[]>()
  return (
    <>
      <PageHead
        title={t.payouts}
        actions={
          <>
            <ListTools list={list} />
            {may('funds.propose') && (
              <Button onClick={() => openAct({ command: 'funds.propose-outlay', input: {} })}>{t.outlay}</Button>
            )}
          </>
        }
      />
      <DataList<Row>
        list={list}
        caption={t.payouts}
        columns={chosen.shown}
        rowKey={({ payoutId }) => payoutId}
        unit={labels.unit}
        href={({ payoutId }) => `/funds/payouts/${payoutId}`}
        tabs={
          <ViewTabs
            views={views.map((id, index) => ({
              id,
              title: id === 'all' ? t.all : text(payoutStates[id]),
              count: counts[index]?.data?.total,
            }))}
            chosen={view}
            onChoose={(id) => change({ view: Search.shape.view.parse(id) })}
            extra={<ColumnChooser columns={payoutColumns} {...chosen} />}
          />
        }
        {...(view === 'approved' &&
          may('funds.pay') && {
            bulk: [{ title: labels.makeOrder, run: (rows: readonly Row[]) => setOrdering(rows) }],
          })}
        drawer={(payoutId, place) => (
          <PayoutDrawer payoutId={payoutId} place={place} row={list.rows.find((row) => row.payoutId === payoutId)} />
        )}
        empty={<EmptyState title={t.none} next={t.noneNext} />}
      />
      {ordering && <MakeOrderDialog payouts={ordering} onClose={() => setOrdering(undefined)} />}
    </>
  )
}
