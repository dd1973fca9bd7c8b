import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense, useMemo } from 'react'
import { label } from '#kernel/values/labels.ts'
import { Acts } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { useLabels } from '#web/language.ts'
import { useParam } from '#web/navigation.ts'
import { fileHref, whereReading } from './api.ts'
import { CaseMoney } from './CaseMoney.tsx'
import { MoneyActs } from './MoneyActs.tsx'
import './funds.css'

const labels = {
  title: label('案件案款', 'Money of a case'),
  back: label('案件', 'The case'),
  print: label('打印', 'Print'),
  plan: label('分配方案', 'Plan'),
  statement: label('收支清单 PDF', 'Statement (PDF)'),
}

/** The money of one case: what came, where it is, what was paid out, and what may be done. */
export function CaseMoneyPage() {
  const caseId = useParam('caseId')
  const t = useLabels(labels)
  const known = useMemo(() => ({ caseId }), [caseId])
  return (
    <Acts known={known}>
      <PanelBoundary what={t.title}>
        <Suspense fallback={<LoadingState lines={14} />}>
          <Money key={caseId} caseId={caseId} />
        </Suspense>
      </PanelBoundary>
    </Acts>
  )
}

function Money({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(whereReading, { caseId }))
  return (
    <>
      <PageHead
        title={t.title}
        actions={
          <>
            <Link to={`/cases/${caseId}`}>
              <Button tabIndex={-1}>{t.back}</Button>
            </Link>
            <Link to={`/funds/cases/${caseId}/plan`}>
              <Button tabIndex={-1}>{t.plan}</Button>
            </Link>
            <Button onClick={() => window.print()}>{t.print}</Button>
            <Button href={fileHref('funds.case-statement', { caseId, format: 'pdf' })} download>
              {t.statement}
            </Button>
            <Suspense>
              <MoneyActs caseId={caseId} caseNumber={data.caseNumber} />
            </Suspense>
          </>
        }
      >
        <CaseNumber number={data.caseNumber} href={`/cases/${caseId}`} hang={false} copy />
      </PageHead>
      <CaseMoney caseId={caseId} />
    </>
  )
}
