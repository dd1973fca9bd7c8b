import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { queryOptionsFor } from '#web/api.ts'
import { Panel } from '#web/components/Panel.tsx'
import { useLabels, useText } from '#web/language.ts'
import { plansReading } from './api.ts'
import { Attempts, Holds, useAttempts, useHolds } from './Holding.tsx'
import { standingLabels } from './plan/plan-labels.ts'
import { isReleasing, Releases, useReleases } from './Releases.tsx'

const labels = {
  plan: label('分配方案', 'Distribution plan'),
  fund: label('分配款', 'Fund'),
  window: label('异议期至', 'objections until'),
  open: label('打开方案', 'Open the plan'),
  holds: label('暂停发放', 'Holds'),
  attempts: label('联系经过', 'Attempts'),
  releases: label('解控清单', 'Release checklist'),
}
type OfCase = { readonly caseId: string }

/** What bears on the money of this case beside its receipts and payouts; each shows only where there is something. */
export function CaseSides({ caseId }: OfCase) {
  const t = useLabels(labels)
  const holds = useHolds(caseId)
  const { attempts } = useAttempts(caseId)
  const releases = useReleases(caseId)
  return (
    <>
      <PlanLine caseId={caseId} />
      {holds.length > 0 && (
        <Panel title={t.holds} count={holds.length}>
          <Holds caseId={caseId} />
        </Panel>
      )}
      {attempts.length > 0 && (
        <Panel title={t.attempts} count={attempts.length}>
          <Attempts caseId={caseId} />
        </Panel>
      )}
      {isReleasing(releases) && (
        <Panel title={t.releases} count={releases.items.length}>
          <Releases caseId={caseId} />
        </Panel>
      )}
    </>
  )
}

function PlanLine({ caseId }: OfCase) {
  const t = useLabels(labels)
  const text = useText()
  const { data } = useSuspenseQuery(queryOptionsFor(plansReading, { caseId }))
  const [plan] = data.plans
  if (!plan) return null
  return (
    <Panel title={t.plan} extra={<Link to={`/funds/cases/${caseId}/plan`}>{t.open}</Link>}>
      <p className="dx-funds-note">
        {plan.planNumber}　{t.fund} {formatYuan(plan.fundFen)} 元　{text(standingLabels[plan.standing])}
        {plan.windowEndsOn && `　${t.window} ${plan.windowEndsOn.toString()}`}
      </p>
    </Panel>
  )
}
