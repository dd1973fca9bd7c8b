import { Button } from 'antd'
import { formatYuan } from '#kernel/values/money.ts'
import { useOpenAct } from '#pages/desk'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { Figures } from '#web/components/Figures.tsx'
import { Money } from '#web/components/Money.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { isOver, type Plan } from './use-plan.ts'
import { planLabels as labels } from './plan-labels.ts'

type Share = Plan['shares'][number]
type Props = { readonly caseId: string; readonly plan: Plan }

const courtItself = '本院'

/** 分配方案: the fund, who gets what of it and why, who was served and until when, and who objected. */
export function PlanSheet({ caseId, plan }: Props) {
  const t = useLabels(labels)
  return (
    <>
      <Figures
        figures={[
          { title: t.fund, value: <Money amount={plan.fundFen} />, unit: '元' },
          { title: t.surplus, value: <Money amount={plan.surplusFen} />, unit: '元' },
          { title: t.drawnOn, value: plan.drawnOn.toString() },
          { title: t.window, value: plan.windowEndsOn?.toString() ?? '—' },
        ]}
      />
      <section>
        <h3>{t.shares}</h3>
        <Shares caseId={caseId} plan={plan} />
      </section>
      <section>
        <h3>{t.services}</h3>
        <Services caseId={caseId} plan={plan} />
      </section>
      {plan.objections.length > 0 && (
        <section>
          <h3>{t.objections}</h3>
          <Objections plan={plan} />
        </section>
      )}
      <section>
        <h3>{t.workings}</h3>
        {plan.workings.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <h3 className="dx-funds-law">{t.law}</h3>
        {plan.citations.map((line) => (
          <p key={line} className="dx-t2">
            {line}
          </p>
        ))}
      </section>
    </>
  )
}

function Shares({ caseId, plan }: Props) {
  const t = useLabels(labels)
  const may = useMay()
  const open = useOpenAct()
  const payable = may('funds.propose') && !isOver(plan)
  const pay = ({ shareId, creditor, payableFen }: Share) =>
    creditor === courtItself
      ? open({ command: 'funds.propose-fee', input: { caseId, shareId, amountFen: payableFen.toString() } })
      : open({
          command: 'funds.propose-payout',
          input: { caseId, shareId, payee: creditor, payeeRole: 'creditor', amountFen: payableFen.toString() },
        })
  const money = (
    title: (typeof labels)[keyof typeof labels],
    id: 'claimFen' | 'awardedFen' | 'disputedFen' | 'proposedFen' | 'payableFen',
  ) => ({
    id,
    title,
    width: 124,
    right: true,
    cell: (share: Share) => <Money amount={share[id]} />,
  })
  const sum = (of: (share: Share) => bigint) => formatYuan(plan.shares.reduce((total, share) => total + of(share), 0n))
  return (
    <div className="dx-tw" tabIndex={0} role="region" aria-label={t.shares}>
      <PlainTable<Share>
        caption={t.shares}
        rows={plan.shares}
        rowKey={({ shareId }) => shareId}
        foot={[
          '',
          '',
          '',
          sum(({ claimFen }) => claimFen),
          sum(({ awardedFen }) => awardedFen),
          sum(({ disputedFen }) => disputedFen),
          sum(({ proposedFen }) => proposedFen),
          sum(({ payableFen }) => payableFen),
          '',
        ]}
        columns={[
          {
            id: 'rank',
            title: labels.rank,
            width: 76,
            cell: ({ kind, tier }) => (kind === 'cost' ? '费用' : `第${tier}顺位`),
          },
          { id: 'creditor', title: labels.creditor, cell: ({ creditor }) => <span title={creditor}>{creditor}</span> },
          {
            id: 'basis',
            title: labels.basis,
            cell: ({ basis, ownCaseNumber }) => (
              <span title={basis}>
                {ownCaseNumber === null || ownCaseNumber === basis ? basis : `${basis}　`}
                {ownCaseNumber !== null && ownCaseNumber !== basis && (
                  <CaseNumber number={ownCaseNumber} hang={false} />
                )}
              </span>
            ),
          },
          money(labels.claim, 'claimFen'),
          money(labels.awarded, 'awardedFen'),
          money(labels.disputed, 'disputedFen'),
          money(labels.proposed, 'proposedFen'),
          money(labels.payable, 'payableFen'),
          {
            id: 'act',
            title: labels.act,
            width: 108,
            cell: (share) =>
              payable && share.payableFen > 0n ? (
                <Button
                  size="small"
                  className="dx-noprint"
                  onClick={() => pay(share)}
                  aria-label={`${share.creditor === courtItself ? t.takeFee : t.pay} ${share.creditor}`}
                >
                  {share.creditor === courtItself ? t.takeFee : t.pay}
                </Button>
              ) : null,
          },
        ]}
      />
    </div>
  )
}

function Services({ caseId, plan }: Props) {
  const t = useLabels(labels)
  const may = useMay()
  const open = useOpenAct()
  const serving = may('funds.propose') && !isOver(plan)
  return (
    <PlainTable<Plan['services'][number]>
      caption={t.services}
      rows={plan.services}
      rowKey={({ person }) => person}
      columns={[
        { id: 'person', title: labels.person, cell: ({ person }) => person },
        {
          id: 'role',
          title: labels.role,
          width: 100,
          cell: ({ role }) => (role === 'debtor' ? t.isDebtor : t.isCreditor),
        },
        { id: 'servedOn', title: labels.servedOn, width: 120, cell: ({ servedOn }) => servedOn?.toString() ?? '—' },
        { id: 'window', title: labels.window, width: 120, cell: ({ windowEndsOn }) => windowEndsOn?.toString() ?? '—' },
        {
          id: 'act',
          title: labels.act,
          width: 108,
          cell: ({ person, servedOn }) =>
            serving && servedOn === null ? (
              <Button
                size="small"
                className="dx-noprint"
                aria-label={`${t.serve} ${person}`}
                onClick={() => open({ command: 'funds.serve-plan', input: { caseId, planId: plan.planId, person } })}
              >
                {t.serve}
              </Button>
            ) : null,
        },
      ]}
    />
  )
}

function Objections({ plan }: Pick<Props, 'plan'>) {
  const t = useLabels(labels)
  const may = useMay()
  const open = useOpenAct()
  const going = may('funds.propose') && !isOver(plan)
  return (
    <PlainTable<Plan['objections'][number]>
      caption={t.objections}
      rows={plan.objections}
      rowKey={({ objectionId }) => objectionId}
      columns={[
        { id: 'objector', title: labels.objector, width: 160, cell: ({ objector }) => objector },
        { id: 'raisedOn', title: labels.raisedOn, width: 116, cell: ({ raisedOn }) => raisedOn.toString() },
        { id: 'reason', title: labels.reason, cell: ({ reason }) => <span title={reason}>{reason}</span> },
        { id: 'standing', title: labels.state, width: 172, cell: ({ standing }) => standing },
        { id: 'nextBy', title: labels.nextBy, width: 112, cell: ({ nextBy }) => nextBy?.toString() ?? '—' },
        {
          id: 'act',
          title: labels.act,
          width: 108,
          cell: ({ objectionId, state, objector }) =>
            going && state !== 'dismissed' ? (
              <Button
                size="small"
                className="dx-noprint"
                aria-label={`${t.advance} ${objector}`}
                onClick={() => open({ command: 'funds.advance-plan-objection', input: { objectionId, state } })}
              >
                {t.advance}
              </Button>
            ) : null,
        },
      ]}
    />
  )
}
