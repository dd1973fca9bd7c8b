import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Suspense, useMemo } from 'react'
import { Acts, useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { PrintFrame } from '#web/components/PrintFrame.tsx'
import { StatusTag, type TagTone } from '#web/components/StatusTag.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useParam } from '#web/navigation.ts'
import { useMay } from '#web/session.ts'
import { fileHref, plansReading, whereReading } from '../api.ts'
import { isOver, type Plan } from './use-plan.ts'
import { planLabels as labels, standingLabels } from './plan-labels.ts'
import { PlanSheet } from './PlanSheet.tsx'
import '../funds.css'
import '#web/components/panel.css'

/** U29 分配方案: the plan by which the money of a case goes, and those before it. */
export function PlanPage() {
  const caseId = useParam('caseId')
  const t = useLabels(labels)
  const known = useMemo(() => ({ caseId }), [caseId])
  return (
    <Acts known={known}>
      <PanelBoundary what={t.plan}>
        <Suspense fallback={<LoadingState lines={14} />}>
          <Plans key={caseId} caseId={caseId} />
        </Suspense>
      </PanelBoundary>
    </Acts>
  )
}

const tones: Readonly<Record<Plan['standing'], TagTone>> = {
  serving: 'outline',
  open: 'due',
  disputed: 'hold',
  standing: 'ok',
  'to-revise': 'fault',
  revised: 'neutral',
  withdrawn: 'neutral',
}

function Plans({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const text = useText()
  const { data: where } = useSuspenseQuery(queryOptionsFor(whereReading, { caseId }))
  const { data } = useSuspenseQuery(queryOptionsFor(plansReading, { caseId }))
  const [first, ...earlier] = data.plans
  return (
    <>
      <PageHead title={t.plan} actions={<PlanActs caseId={caseId} plan={first} />}>
        <CaseNumber number={where.caseNumber} href={`/cases/${caseId}`} hang={false} copy />
        {first && (
          <>
            <span className="dx-t2">{first.planNumber}</span>
            <StatusTag tone={tones[first.standing]}>{text(standingLabels[first.standing])}</StatusTag>
          </>
        )}
      </PageHead>
      <div className="dx-scroll dx-funds-sheet dx-funds-plan" tabIndex={0} role="region" aria-label={t.plan}>
        {first ? (
          <PrintFrame title={`${t.plan}　${first.planNumber}　${where.caseNumber}`}>
            <PlanSheet caseId={caseId} plan={first} />
            {earlier.length > 0 && <Earlier plans={earlier} />}
          </PrintFrame>
        ) : (
          <EmptyState title={t.none} next={t.noneNext} />
        )}
      </div>
    </>
  )
}

/** The next lawful act is the filled button: draw, serve the next person, or pay by the shares. */
function PlanActs({ caseId, plan }: { readonly caseId: string; readonly plan: Plan | undefined }) {
  const t = useLabels(labels)
  const may = useMay()
  const open = useOpenAct()
  const mine = may('funds.propose')
  const stands = plan !== undefined && !isOver(plan)
  const unserved = stands ? plan.services.find(({ servedOn }) => servedOn === null) : undefined
  const draw = () => open({ command: 'funds.draw-plan', input: { caseId } })
  const onPlan = (command: string, more: object = {}) =>
    open({ command, input: { caseId, planId: plan?.planId ?? '', ...more } })
  const object = () => onPlan('funds.object-to-plan')
  useKeys('record', [
    ...(mine && stands ? [{ keys: 'o', title: labels.object, run: object }] : []),
    ...(mine && unserved
      ? [{ keys: 's', title: labels.serve, run: () => onPlan('funds.serve-plan', { person: unserved.person }) }]
      : []),
  ])
  const paper = (format: string) => (plan ? fileHref('funds.plan-document', { planId: plan.planId, format }) : '')
  return (
    <>
      <Link to={`/funds/cases/${caseId}`}>
        <Button tabIndex={-1}>{t.money}</Button>
      </Link>
      {plan && (
        <>
          <Button onClick={() => window.print()}>{t.print}</Button>
          <Button href={paper('pdf')} download>
            {t.pdf}
          </Button>
          <Button href={paper('docx')} download>
            {t.docx}
          </Button>
        </>
      )}
      {mine && stands && (
        <>
          <Button onClick={() => onPlan('funds.withdraw-plan')}>{t.withdraw}</Button>
          <Button onClick={draw}>{t.redraw}</Button>
          <Button onClick={object} aria-keyshortcuts="o">
            {t.object} <kbd>O</kbd>
          </Button>
        </>
      )}
      {mine && unserved && (
        <Button
          type="primary"
          aria-keyshortcuts="s"
          onClick={() => onPlan('funds.serve-plan', { person: unserved.person })}
        >
          {t.serve} <kbd>S</kbd>
        </Button>
      )}
      {mine && !stands && (
        <Button type="primary" onClick={draw}>
          {t.draw}
        </Button>
      )}
    </>
  )
}

function Earlier({ plans }: { readonly plans: readonly Plan[] }) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <section className="dx-noprint">
      <h3>{t.earlier}</h3>
      <ul>
        {plans.map(({ planId, planNumber, drawnOn, standing }) => (
          <li key={planId}>
            {planNumber}　{drawnOn.toString()}　{text(standingLabels[standing])}
          </li>
        ))}
      </ul>
    </section>
  )
}
