import type { z } from 'zod'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { Column } from '#web/components/columns.ts'
import { Money } from '#web/components/Money.tsx'
import { StatusTag, type TagTone } from '#web/components/StatusTag.tsx'
import { useText } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import { payoutKinds, payoutStates, type PayoutKind, type PayoutRow, type PayoutState } from '../payouts/contract.ts'
import { payoutLabels as labels } from './payout-labels.ts'

type Row = z.output<typeof PayoutRow>

const tones: Readonly<Record<PayoutState, TagTone>> = {
  proposed: 'outline',
  checked: 'outline',
  approved: 'primary',
  ordered: 'primary',
  paid: 'ok',
  bounced: 'due',
  refused: 'neutral',
  cancelled: 'neutral',
}

export function StateOfPayout({ state }: { readonly state: PayoutState }) {
  const text = useText()
  return <StatusTag tone={tones[state]}>{text(payoutStates[state])}</StatusTag>
}

export function KindOfPayout({ kind }: { readonly kind: PayoutKind }) {
  return useText()(payoutKinds[kind])
}

export const moneyHref = (caseId: string | null): string | undefined =>
  caseId === null ? undefined : `/funds/cases/${caseId}`

export const payoutColumns: readonly Column<Row>[] = [
  {
    id: 'case',
    title: labels.caseNumber,
    width: 190,
    cell: ({ caseNumber, caseId }) =>
      caseNumber === null ? '—' : <CaseNumber number={caseNumber} href={moneyHref(caseId)} />,
  },
  { id: 'payee', title: labels.payee, cell: ({ payee }) => <span title={payee}>{payee}</span> },
  { id: 'account', title: labels.account, width: 120, cell: ({ accountMasked }) => accountMasked ?? '—' },
  {
    id: 'amount',
    title: labels.amount,
    width: 132,
    right: true,
    sort: 'amountFen',
    sum: 'amountFen',
    cell: ({ amountFen }) => <Money amount={amountFen} />,
  },
  { id: 'kind', title: labels.kind, width: 112, cell: ({ kind }) => <KindOfPayout kind={kind} /> },
  { id: 'state', title: labels.state, width: 92, cell: ({ state }) => <StateOfPayout state={state} /> },
  { id: 'waitsFor', title: labels.waitsFor, width: 150, cell: ({ waitsFor }) => waitsFor ?? '—' },
  {
    id: 'proposedAt',
    title: labels.proposedAt,
    width: 140,
    sort: 'proposedAt',
    cell: ({ proposedAt }) => momentText(proposedAt),
  },
  { id: 'proposedBy', title: labels.proposedBy, width: 84, cell: ({ proposedBy }) => proposedBy ?? '—' },
]
