import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Suspense } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { Acts, useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import type { Column } from '#web/components/columns.ts'
import { DataList, type DrawerPlace } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { RecordDrawer } from '#web/components/RecordDrawer.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useList } from '#web/components/useList.ts'
import { ViewTabs } from '#web/components/ViewTabs.tsx'
import { useLabels, useText } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import { useMay } from '#web/session.ts'
import { momentText } from '#web/time.ts'
import { payeeStates, type PayeeRow } from '../screens/contract.ts'
import { confirmPayee, payeeList, payeeReading, refusePayee } from './api.ts'
import { payeeStateLabels, payoutLabels } from './payout-labels.ts'
import { AccountHistory } from './PayoutSheet.tsx'
import { RecordActs, WhyNot } from './RecordActs.tsx'
import './funds.css'

const labels = {
  ...payoutLabels,
  title: label('收款账户', 'Payee accounts'),
  record: label('登记收款账户', 'Record an account'),
  history: label('历次账户', 'All accounts'),
  none: label('没有收款账户', 'No accounts'),
  noneNext: label('登记后由另一人回拨核实，过冷静期才能用。', 'A second person calls back; then a cooling time runs.'),
  unit: label('个', ' accounts'),
  by: label('登记人', 'Recorded by'),
  at: label('登记时间', 'Recorded at'),
  confirmedBy: label('复核人', 'Confirmed by'),
  agent: label('代理人', 'Agent'),
  usableFrom: label('可用自', 'Usable from'),
}
type Row = z.output<typeof PayeeRow>
const views = ['all', ...payeeStates] as const
const Search = z.object({ view: z.enum(views).default('all').catch('all') })

/** 收款账户: two people for every account, a call back, a cooling time, and the whole history. */
export function PayeesPage() {
  return (
    <Acts>
      <Payees />
    </Acts>
  )
}

function State({ state }: Pick<Row, 'state'>) {
  const text = useText()
  return (
    <StatusTag tone={state === 'usable' ? 'ok' : state === 'cooling' ? 'hold' : 'outline'}>
      {text(payeeStateLabels[state])}
    </StatusTag>
  )
}

const columns: readonly Column<Row>[] = [
  { id: 'payee', title: labels.payee, sort: 'payee', cell: ({ payee }) => payee },
  { id: 'holder', title: labels.holder, cell: ({ holder }) => <span title={holder}>{holder}</span> },
  { id: 'bank', title: labels.bank, cell: ({ bank }) => bank },
  { id: 'number', title: labels.number, width: 132, cell: ({ numberMasked }) => numberMasked },
  { id: 'state', title: labels.state, width: 92, cell: (row) => <State {...row} /> },
  { id: 'by', title: labels.by, width: 84, cell: ({ proposedBy }) => proposedBy ?? '—' },
  { id: 'at', title: labels.at, width: 144, sort: 'proposedAt', cell: ({ proposedAt }) => momentText(proposedAt) },
  { id: 'confirmed', title: labels.confirmedBy, width: 84, cell: ({ confirmedBy }) => confirmedBy ?? '—' },
]

function Payees() {
  const t = useLabels(labels)
  const text = useText()
  const may = useMay()
  const open = useOpenAct()
  const [{ view }, change] = usePageSearch(Search)
  const list = useList(payeeList, view === 'all' ? {} : { state: view }, { sort: '-proposedAt' })
  return (
    <>
      <PageHead
        title={t.title}
        actions={
          <>
            <ListTools list={list} />
            {may('funds.keep-payees') && (
              <Button onClick={() => open({ command: 'funds.propose-payee', input: {} })}>{t.record}</Button>
            )}
          </>
        }
      />
      <DataList<Row>
        list={list}
        caption={t.title}
        columns={columns}
        rowKey={({ payeeAccountId }) => payeeAccountId}
        unit={labels.unit}
        tabs={
          <ViewTabs
            views={views.map((id) => ({ id, title: id === 'all' ? t.all : text(payeeStateLabels[id]) }))}
            chosen={view}
            onChoose={(id) => change({ view: Search.shape.view.parse(id) })}
          />
        }
        drawer={(key, place) => (
          <PayeeDrawer id={key} place={place} row={list.rows.find(({ payeeAccountId }) => payeeAccountId === key)} />
        )}
        empty={<EmptyState title={t.none} next={t.noneNext} />}
      />
    </>
  )
}

type DrawerProps = { readonly id: string; readonly place: DrawerPlace; readonly row: Row | undefined }

function PayeeDrawer({ id, place, row }: DrawerProps) {
  const t = useLabels(labels)
  const asked = { kind: 'payee-account', id } as const
  return (
    <RecordDrawer
      label={t.title}
      place={place}
      unit="个"
      title={row ? `${row.payee}　${row.numberMasked}` : t.title}
      subtitle={row && <State state={row.state} />}
      foot={
        <Suspense>
          <RecordActs
            key={id}
            asked={asked}
            idField="payeeAccountId"
            contracts={[confirmPayee, refusePayee]}
            confirm={(title) => title}
          />
        </Suspense>
      }
    >
      {row && (
        <>
          <section className="dx-funds-facts">
            <WhyNot asked={asked} title={t.notYou} />
            <dl className="dx-kv">
              <dt>{t.holder}</dt>
              <dd>
                {row.holder}
                {row.holderIs === 'agent' && `（${t.agent}）`}
              </dd>
              <dt>{t.bank}</dt>
              <dd>{row.bank}</dd>
              <dt>{t.number}</dt>
              <dd>{row.numberMasked}</dd>
              {row.usableFrom !== null && (
                <>
                  <dt>{t.usableFrom}</dt>
                  <dd>{momentText(row.usableFrom)}</dd>
                </>
              )}
            </dl>
          </section>
          <section>
            <h3>{t.history}</h3>
            <History payee={row.payee} />
          </section>
        </>
      )}
    </RecordDrawer>
  )
}

function History({ payee }: { readonly payee: string }) {
  const { data } = useSuspenseQuery(queryOptionsFor(payeeReading, { payee }))
  return <AccountHistory accounts={data.accounts} />
}
