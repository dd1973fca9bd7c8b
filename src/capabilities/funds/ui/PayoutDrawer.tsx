import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { z } from 'zod'
import { formatYuan } from '#kernel/values/money.ts'
import { queryOptionsFor } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { DrawerPlace } from '#web/components/DataList.tsx'
import { RecordDrawer } from '#web/components/RecordDrawer.tsx'
import { useLabels } from '#web/language.ts'
import type { PayoutCard, PayoutRow } from '../payouts/contract.ts'
import { payoutActs, payoutReading } from './api.ts'
import { moneyHref, StateOfPayout } from './payout-columns.tsx'
import { payoutLabels as labels } from './payout-labels.ts'
import { PayoutSheet } from './PayoutSheet.tsx'
import { RecordActs } from './RecordActs.tsx'

type Props = {
  readonly payoutId: string
  readonly place: DrawerPlace
  readonly row: z.output<typeof PayoutRow> | undefined
}

/** One payout: everything that whoever decides must see, and his step. */
export function PayoutDrawer({ payoutId, place, row }: Props) {
  const t = useLabels(labels)
  return (
    <RecordDrawer
      label={t.payouts}
      place={place}
      unit="笔"
      title={row ? `${row.payee}　${formatYuan(row.amountFen)} 元` : t.payouts}
      subtitle={
        row && (
          <>
            {row.caseNumber !== null && (
              <CaseNumber number={row.caseNumber} href={moneyHref(row.caseId)} hang={false} />
            )}
            <StateOfPayout state={row.state} />
          </>
        )
      }
      full={{ href: `/funds/payouts/${payoutId}`, title: t.full }}
      foot={
        <Suspense>
          <PayoutActs key={payoutId} payoutId={payoutId} />
        </Suspense>
      }
    >
      <PayoutSheet key={payoutId} payoutId={payoutId} waitsFor={row?.waitsFor ?? null} />
    </RecordDrawer>
  )
}

export function PayoutActs({ payoutId }: { readonly payoutId: string }) {
  const t = useLabels(labels)
  const { data: card } = useSuspenseQuery(queryOptionsFor(payoutReading, { payoutId }))
  return (
    <RecordActs
      asked={{ kind: 'payout', id: payoutId }}
      idField="payoutId"
      contracts={payoutActs}
      confirm={(title) => `${title}：${toWhom(card)} ${formatYuan(card.amountFen)} 元？${t.before}`}
    />
  )
}

const toWhom = ({ payee, accountMasked }: z.output<typeof PayoutCard>): string =>
  accountMasked === null ? payee : `${payee}（尾号${accountMasked.slice(-4)}）`
