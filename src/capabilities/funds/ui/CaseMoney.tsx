import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense, useState } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor, rowsOptions } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { Figures } from '#web/components/Figures.tsx'
import { Money } from '#web/components/Money.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { PrintFoot } from '#web/components/PrintFrame.tsx'
import { StatusTag, type TagTone } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { momentText } from '#web/time.ts'
import { claimKinds, type ClaimRow } from '../claims/contract.ts'
import type { DueRow, PayoutRow, WhereIsMoney } from '../payouts/contract.ts'
import { claimList, dueList, fileHref, payoutList, whereReading } from './api.ts'
import { CaseSides } from './CaseSides.tsx'
import { DueDay } from './DueDay.tsx'
import { claimKindLabels } from './labels.ts'
import { Papers } from './Papers.tsx'
import { KindOfPayout, StateOfPayout } from './payout-columns.tsx'
import { payoutLabels } from './payout-labels.ts'
import { UndoClaimDialog } from './UndoClaimDialog.tsx'
import './funds.css'

const labels = {
  ...payoutLabels,
  cameIn: label('到账待发', 'Arrived'),
  approving: label('审批中', 'Being approved'),
  onOrder: label('已交银行', 'With the bank'),
  paid: label('已发放', 'Paid'),
  aside: label('提存', 'Put aside'),
  where: label('案款在哪里', 'Where the money is'),
  since: label('自', 'Since'),
  heldBy: label('在谁处', 'Held by'),
  why: label('说明', 'Why'),
  claims: label('认领', 'Claims'),
  manner: label('方式', 'How'),
  certain: label('自动', 'By itself'),
  confirmed: label('复核', 'Confirmed'),
  direct: label('自行履行', 'Direct'),
  inKind: label('以物抵债', 'In kind'),
  paidOut: label('已发放(元)', 'Paid out (yuan)'),
  undo: label('撤销认领', 'Undo'),
  undone: label('已撤销', 'Undone'),
  noMoney: label('本案还没有案款', 'No money yet'),
  noMoneyNext: label('到账认领后列在这里。', 'Claims are listed here.'),
  papers: label('凭证', 'Papers'),
  around: label('暂停、联系与解控', 'Holds, attempts, releases'),
  payoutsOf: label('发放', 'Payouts'),
  noPayouts: label('还没有申请发放', 'No payouts yet'),
  clocks: label('发放期限', 'Clocks'),
  claimedOn: label('认领', 'Claimed'),
}

type OfCase = { readonly caseId: string }
type Claim = z.output<typeof ClaimRow>
type Payout = z.output<typeof PayoutRow>
type Due = z.output<typeof DueRow>
type Where = z.output<typeof WhereIsMoney>

/** What came for a case, where it is now, both clocks, and what was paid out. For its page and for the cockpit. */
export function CaseMoney({ caseId }: OfCase) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(whereReading, { caseId }))
  const { arrived, approving, ordered, paid, aside } = data.sums
  return (
    <div className="dx-scroll dx-funds-case" tabIndex={0} role="region" aria-label={t.cases}>
      <Figures
        figures={[
          { title: t.cameIn, value: <Money amount={arrived} />, unit: '元' },
          { title: t.approving, value: <Money amount={approving} />, unit: '元' },
          { title: t.onOrder, value: <Money amount={ordered} />, unit: '元' },
          { title: t.paid, value: <Money amount={paid} />, unit: '元' },
          { title: t.aside, value: <Money amount={aside} />, unit: '元' },
        ]}
      />
      <Panel title={t.where} count={data.lines.length}>
        <WhereTable lines={data.lines} />
      </Panel>
      <Panel title={t.clocks}>
        <Clocks caseNumber={data.caseNumber} />
      </Panel>
      <Panel title={t.claims}>
        <Claims caseId={caseId} />
      </Panel>
      <Panel title={t.payoutsOf}>
        <Payouts caseNumber={data.caseNumber} />
      </Panel>
      <PanelBoundary what={t.around}>
        <Suspense>
          <CaseSides caseId={caseId} />
        </Suspense>
      </PanelBoundary>
      <PrintFoot />
    </div>
  )
}

const tones: Readonly<Record<Where['lines'][number]['state'], TagTone>> = {
  arrived: 'outline',
  approving: 'primary',
  ordered: 'primary',
  paid: 'ok',
  aside: 'hold',
}

function WhereTable({ lines }: Pick<Where, 'lines'>) {
  const t = useLabels(labels)
  const names = { arrived: t.cameIn, approving: t.approving, ordered: t.onOrder, paid: t.paid, aside: t.aside }
  if (lines.length === 0) return <EmptyState title={t.noMoney} next={t.noMoneyNext} />
  return (
    <PlainTable<Where['lines'][number] & { readonly index: number }>
      caption={t.where}
      rows={lines.map((line, index) => ({ ...line, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        { id: 'arrived', title: labels.arrived, width: 124, cell: ({ arrivedOn }) => arrivedOn.toString() },
        {
          id: 'amount',
          title: labels.amount,
          width: 132,
          right: true,
          cell: ({ amountFen }) => <Money amount={amountFen} />,
        },
        {
          id: 'state',
          title: labels.state,
          width: 100,
          cell: ({ state }) => <StatusTag tone={tones[state]}>{names[state]}</StatusTag>,
        },
        { id: 'since', title: labels.since, width: 108, cell: ({ since }) => since.toString() },
        { id: 'heldBy', title: labels.heldBy, width: 132, cell: ({ heldBy }) => heldBy },
        { id: 'dueOn', title: labels.lawful, width: 108, cell: ({ dueOn }) => dueOn?.toString() ?? '—' },
        { id: 'payee', title: labels.payee, width: 132, cell: ({ payee }) => payee ?? '—' },
        { id: 'why', title: labels.why, cell: ({ why }) => <span title={why ?? ''}>{why ?? ''}</span> },
      ]}
    />
  )
}

function Clocks({ caseNumber }: { readonly caseNumber: string }) {
  const t = useLabels(labels)
  const rows = rowsOf(useInfiniteQuery(rowsOptions(dueList, { show: 'all', kind: 'case', caseNumber })).data)
  if (rows.length === 0) return <EmptyState title={t.noDue} />
  return (
    <PlainTable<Due>
      caption={t.clocks}
      rows={rows}
      rowKey={({ claimId }) => claimId}
      columns={[
        { id: 'arrived', title: labels.arrived, width: 124, cell: ({ arrivedOn }) => arrivedOn.toString() },
        { id: 'left', title: labels.left, width: 132, right: true, cell: ({ leftFen }) => <Money amount={leftFen} /> },
        { id: 'days', title: labels.days, width: 100, cell: ({ daysHeld }) => <Days days={daysHeld} /> },
        {
          id: 'lawful',
          title: labels.lawful,
          width: 150,
          cell: ({ lawfulDueOn, ranOut }) => <DueDay on={lawfulDueOn} over={ranOut === 'lawful'} />,
        },
        {
          id: 'own',
          title: labels.own,
          width: 150,
          cell: ({ ownDueOn, ranOut }) =>
            ownDueOn === null ? '—' : <DueDay on={ownDueOn} over={ranOut !== 'none'} own />,
        },
        { id: 'ground', title: labels.ground, cell: ({ ground }) => ground ?? '' },
      ]}
    />
  )
}

function Days({ days }: { readonly days: number }) {
  const t = useLabels({ day: label(`第${days}天`, `day ${days}`) })
  return t.day
}

function Claims({ caseId }: OfCase) {
  const t = useLabels(labels)
  const text = useText()
  const may = useMay()
  const [undoing, setUndoing] = useState<Claim>()
  const standing = rowsOf(useInfiniteQuery(rowsOptions(claimList, { caseId })).data)
  const undone = rowsOf(useInfiniteQuery(rowsOptions(claimList, { caseId, undone: true })).data)
  const rows = [...standing, ...undone]
  if (rows.length === 0) return <EmptyState title={t.noMoney} next={t.noMoneyNext} />
  const kindText = (kind: string) => {
    const known = claimKinds.find((each) => each === kind)
    return known ? text(claimKindLabels[known]) : kind
  }
  const manners: Readonly<Record<string, string>> = {
    certain: t.certain,
    confirmed: t.confirmed,
    direct: t.direct,
    'in-kind': t.inKind,
  }
  return (
    <>
      <PlainTable<Claim>
        caption={t.claims}
        rows={rows}
        rowKey={({ claimId }) => claimId}
        columns={[
          { id: 'arrived', title: labels.arrived, width: 124, cell: ({ arrivedOn }) => arrivedOn.toString() },
          {
            id: 'amount',
            title: labels.amount,
            width: 132,
            right: true,
            cell: ({ amountFen }) => <Money amount={amountFen} />,
          },
          {
            id: 'paid',
            title: labels.paidOut,
            width: 120,
            right: true,
            cell: ({ paidFen }) => <Money amount={paidFen} />,
          },
          { id: 'kind', title: labels.kind, width: 100, cell: ({ kind }) => kindText(kind) },
          { id: 'payer', title: labels.payer, cell: ({ payer }) => <span title={payer ?? ''}>{payer ?? '—'}</span> },
          { id: 'claimed', title: labels.claimedOn, width: 108, cell: ({ claimedOn }) => claimedOn.toString() },
          {
            id: 'why',
            title: labels.why,
            cell: ({ reasons, manner, undoneBecause }) =>
              undoneBecause === null ? (
                <span title={reasons.join('；')}>
                  {manners[manner] ?? manner}　{reasons.join('；')}
                </span>
              ) : (
                <StatusTag title={undoneBecause}>{`${t.undone}：${undoneBecause}`}</StatusTag>
              ),
          },
          {
            id: 'papers',
            title: labels.papers,
            width: 132,
            cell: ({ claimId, papers }) =>
              papers.length === 0 ? (
                '—'
              ) : (
                <Papers papers={papers} hrefOf={(fileId) => fileHref('funds.claim-paper', { claimId, fileId })} />
              ),
          },
          {
            id: 'undo',
            title: labels.undo,
            width: 104,
            cell: (claim) =>
              may('funds.claim') && claim.undoneBecause === null && claim.paidFen === 0n ? (
                <Button size="small" onClick={() => setUndoing(claim)}>
                  {t.undo}
                </Button>
              ) : null,
          },
        ]}
      />
      {undoing && <UndoClaimDialog claim={undoing} onClose={() => setUndoing(undefined)} />}
    </>
  )
}

function Payouts({ caseNumber }: { readonly caseNumber: string }) {
  const t = useLabels(labels)
  const rows = rowsOf(useInfiniteQuery(rowsOptions(payoutList, { caseNumber })).data)
  if (rows.length === 0) return <EmptyState title={t.noPayouts} />
  return (
    <PlainTable<Payout>
      caption={t.payoutsOf}
      rows={rows}
      rowKey={({ payoutId }) => payoutId}
      columns={[
        { id: 'at', title: labels.proposedAt, width: 150, cell: ({ proposedAt }) => momentText(proposedAt) },
        {
          id: 'amount',
          title: labels.amount,
          width: 132,
          right: true,
          cell: ({ amountFen, payoutId }) => <Money amount={amountFen} href={`/funds/payouts/${payoutId}`} />,
        },
        {
          id: 'payee',
          title: labels.payee,
          cell: ({ payee, payoutId }) => <Link to={`/funds/payouts/${payoutId}`}>{payee}</Link>,
        },
        { id: 'kind', title: labels.kind, width: 112, cell: ({ kind }) => <KindOfPayout kind={kind} /> },
        { id: 'state', title: labels.state, width: 92, cell: ({ state }) => <StateOfPayout state={state} /> },
        { id: 'waits', title: labels.waitsFor, width: 150, cell: ({ waitsFor }) => waitsFor ?? '—' },
      ]}
    />
  )
}

type Paged<Row> = { readonly pages: readonly { readonly rows: readonly Row[] }[] }
const rowsOf = <Row,>(data: Paged<Row> | undefined): readonly Row[] => (data?.pages ?? []).flatMap(({ rows }) => rows)
