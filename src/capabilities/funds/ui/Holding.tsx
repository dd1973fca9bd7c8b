import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { RuleCitation } from '#web/components/RuleCitation.tsx'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import type { AttemptList, HoldList } from '../payouts/case-contract.ts'
import { attemptsReading, holdsReading } from './api.ts'

const labels = {
  holds: label('暂停发放', 'Holds'),
  why: label('事由', 'Why'),
  about: label('所涉到账', 'About'),
  whole: label('全案', 'All of it'),
  receipts: label('笔', ' receipts'),
  placedBy: label('提出人', 'Placed by'),
  placedOn: label('日期', 'Day'),
  act: label('办理', 'Act'),
  lift: label('解除暂停', 'Lift'),
  rule: label('依据', 'Rule'),
  attempts: label('联系经过', 'Attempts'),
  payee: label('收款人', 'Payee'),
  how: label('方式', 'How'),
  outcome: label('结果', 'Outcome'),
  by: label('登记人', 'By'),
}
type OfCase = { readonly caseId: string }
type Hold = z.output<typeof HoldList>['holds'][number] & { readonly index: number }
type Attempt = z.output<typeof AttemptList>['attempts'][number]

export const useHolds = (caseId: string) => useSuspenseQuery(queryOptionsFor(holdsReading, { caseId })).data.holds
export const useAttempts = (caseId: string) => useSuspenseQuery(queryOptionsFor(attemptsReading, { caseId })).data

/** What stops the money today. What a person placed another person lifts; what the case itself says ends with it. */
export function Holds({ caseId }: OfCase) {
  const t = useLabels(labels)
  const may = useMay()
  const open = useOpenAct()
  return (
    <PlainTable<Hold>
      caption={t.holds}
      rows={useHolds(caseId).map((hold, index) => ({ ...hold, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        { id: 'why', title: labels.why, cell: ({ text }) => <span title={text}>{text}</span> },
        {
          id: 'rule',
          title: labels.rule,
          width: 180,
          cell: ({ rule, citation }) => <RuleCitation rule={rule} text={citation} />,
        },
        {
          id: 'about',
          title: labels.about,
          width: 88,
          cell: ({ receipts }) => (receipts === null ? t.whole : `${receipts}${t.receipts}`),
        },
        { id: 'by', title: labels.placedBy, width: 92, cell: ({ placedBy }) => placedBy ?? '—' },
        { id: 'on', title: labels.placedOn, width: 108, cell: ({ placedOn }) => placedOn?.toString() ?? '—' },
        {
          id: 'act',
          title: labels.act,
          width: 100,
          cell: ({ holdId, version }) =>
            holdId !== null && may('funds.approve') ? (
              <Button
                size="small"
                className="dx-noprint"
                onClick={() => open({ command: 'funds.lift-hold', input: { holdId, version } })}
              >
                {t.lift}
              </Button>
            ) : null,
        },
      ]}
    />
  )
}

/** Every try to reach a payee: before money is put aside or handed over, they are counted by days. */
export function Attempts({ caseId }: OfCase) {
  const t = useLabels(labels)
  const { attempts } = useAttempts(caseId)
  return (
    <PlainTable<Attempt>
      caption={t.attempts}
      rows={attempts}
      rowKey={({ attemptId }) => attemptId}
      columns={[
        { id: 'on', title: labels.placedOn, width: 124, cell: ({ occurredOn }) => occurredOn.toString() },
        { id: 'payee', title: labels.payee, width: 132, cell: ({ payee }) => payee },
        { id: 'how', title: labels.how, width: 84, cell: ({ how }) => how },
        { id: 'outcome', title: labels.outcome, cell: ({ outcome }) => <span title={outcome}>{outcome}</span> },
        { id: 'by', title: labels.by, width: 100, cell: ({ recordedBy }) => recordedBy ?? '—' },
      ]}
    />
  )
}
