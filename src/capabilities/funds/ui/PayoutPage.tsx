import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Suspense } from 'react'
import { Acts } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { PrintFrame } from '#web/components/PrintFrame.tsx'
import { useLabels } from '#web/language.ts'
import { useParam } from '#web/navigation.ts'
import { fileHref, payoutReading } from './api.ts'
import { moneyHref, StateOfPayout } from './payout-columns.tsx'
import { PayoutActs } from './PayoutDrawer.tsx'
import { payoutLabels as labels } from './payout-labels.ts'
import { PayoutSheet } from './PayoutSheet.tsx'
import './funds.css'

/** One payout on a page of its own, as it is printed and signed. */
export function PayoutPage() {
  const payoutId = useParam('payoutId')
  const t = useLabels(labels)
  return (
    <Acts known={{ payoutId }}>
      <PanelBoundary what={t.payouts}>
        <Suspense fallback={<LoadingState lines={14} />}>
          <Sheet key={payoutId} payoutId={payoutId} />
        </Suspense>
      </PanelBoundary>
    </Acts>
  )
}

function Sheet({ payoutId }: { readonly payoutId: string }) {
  const t = useLabels(labels)
  const { data: card } = useSuspenseQuery(queryOptionsFor(payoutReading, { payoutId }))
  return (
    <>
      <PageHead
        title={`${t.full}　${card.payee}`}
        actions={
          <>
            <Button onClick={() => window.print()}>{t.print}</Button>
            {card.state === 'paid' && (
              <Button href={fileHref('funds.payout-receipt', { payoutId, format: 'pdf' })} download>
                {t.receipt}
              </Button>
            )}
            <PayoutActs payoutId={payoutId} />
          </>
        }
      >
        {card.caseNumber !== null && <CaseNumber number={card.caseNumber} href={moneyHref(card.caseId)} hang={false} />}
        <StateOfPayout state={card.state} />
      </PageHead>
      <div className="dx-scroll dx-funds-sheet" tabIndex={0} role="region" aria-label={t.full}>
        <PrintFrame title={t.full}>
          <PayoutSheet payoutId={payoutId} waitsFor={card.waitsFor} />
        </PrintFrame>
      </div>
    </>
  )
}
