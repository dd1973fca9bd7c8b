import { Suspense, type ReactNode } from 'react'
import type { z } from 'zod'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { DataList, type DrawerPlace } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { Money } from '#web/components/Money.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { RecordDrawer } from '#web/components/RecordDrawer.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels, useText } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import type { DeferralRow } from '../screens/contract.ts'
import { deferralActs, deferralList } from './api.ts'
import { moneyHref } from './payout-columns.tsx'
import { deferralStateLabels, payoutLabels as labels } from './payout-labels.ts'
import { RecordActs, WhyNot } from './RecordActs.tsx'

type Row = z.output<typeof DeferralRow>

function State({ state }: Pick<Row, 'state'>) {
  const text = useText()
  return <StatusTag tone={state === 'standing' ? 'hold' : 'outline'}>{text(deferralStateLabels[state])}</StatusTag>
}

const columns: readonly Column<Row>[] = [
  {
    id: 'case',
    title: labels.caseNumber,
    width: 190,
    cell: ({ caseNumber, caseId }) =>
      caseNumber === null ? '—' : <CaseNumber number={caseNumber} href={moneyHref(caseId)} />,
  },
  {
    id: 'left',
    title: labels.left,
    width: 128,
    right: true,
    sort: 'leftFen',
    sum: 'leftFen',
    cell: ({ leftFen }) => <Money amount={leftFen} />,
  },
  {
    id: 'arrived',
    title: labels.arrived,
    width: 108,
    sort: 'arrivedOn',
    cell: ({ arrivedOn }) => arrivedOn.toString(),
  },
  { id: 'ground', title: labels.ground, cell: ({ ground, reason }) => <span title={reason}>{ground ?? reason}</span> },
  { id: 'until', title: labels.until, width: 108, cell: ({ untilOn }) => untilOn?.toString() ?? '—' },
  { id: 'state', title: labels.state, width: 124, cell: (row) => <State {...row} /> },
  { id: 'by', title: labels.askedBy, width: 84, cell: ({ recordedBy }) => recordedBy ?? '—' },
  { id: 'director', title: labels.director, width: 84, cell: ({ reviewedBy }) => reviewedBy ?? '—' },
  { id: 'leader', title: labels.leader, width: 84, cell: ({ approvedBy }) => approvedBy ?? '—' },
]

/** 延缓申请: who asks, why, until when; the director agrees first, the leader after him. */
export function Deferrals({ tabs }: { readonly tabs: ReactNode }) {
  const t = useLabels(labels)
  const list = useList(deferralList, { open: true }, { sort: '-recordedAt' })
  return (
    <>
      <PageHead title={t.due} actions={<ListTools list={list} />} />
      <DataList<Row>
        list={list}
        caption={t.asked}
        tabs={tabs}
        columns={columns}
        rowKey={({ deferralId }) => deferralId}
        unit={labels.claims}
        drawer={(key, place) => (
          <DeferralDrawer deferralId={key} place={place} row={list.rows.find((row) => row.deferralId === key)} />
        )}
        empty={<EmptyState title={t.noDeferral} next={t.noDeferralNext} />}
      />
    </>
  )
}

type Props = { readonly deferralId: string; readonly place: DrawerPlace; readonly row: Row | undefined }

function DeferralDrawer({ deferralId, place, row }: Props) {
  const t = useLabels(labels)
  const asked = { kind: 'payout-deferral', id: deferralId } as const
  const href = row && moneyHref(row.caseId)
  return (
    <RecordDrawer
      label={t.asked}
      place={place}
      unit="笔"
      title={row?.ground ?? t.asked}
      subtitle={row?.caseNumber && <CaseNumber number={row.caseNumber} href={href} hang={false} />}
      {...(href && { full: { href, title: t.openCase } })}
      foot={
        <Suspense>
          <RecordActs
            key={deferralId}
            asked={asked}
            idField="deferralId"
            contracts={deferralActs}
            confirm={(title) => `${title}：${row?.ground ?? ''}，${row?.untilOn?.toString() ?? t.until}。`}
          />
        </Suspense>
      }
    >
      {row && (
        <section className="dx-funds-facts">
          <p className="dx-funds-amount">
            <Money amount={row.leftFen} /> <small>元</small>
          </p>
          <WhyNot asked={asked} title={t.notYou} />
          <dl className="dx-kv">
            <dt>{t.reason}</dt>
            <dd>{row.reason}</dd>
            <dt>{t.arrived}</dt>
            <dd>{row.arrivedOn.toString()}</dd>
            <dt>{t.until}</dt>
            <dd>{row.untilOn?.toString() ?? '—'}</dd>
            <dt>{t.askedBy}</dt>
            <dd>
              {row.recordedBy ?? '—'}　{momentText(row.recordedAt)}
            </dd>
          </dl>
        </section>
      )}
    </RecordDrawer>
  )
}
