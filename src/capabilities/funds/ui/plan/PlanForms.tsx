import { label } from '#kernel/values/labels.ts'
import { textIn, type ActFormProps } from '#pages/desk'
import { useSession } from '#web/session.ts'
import { advanceObjection, objectToPlan, servePlan, withdrawPlan } from '../api.ts'
import { ActForm } from '../forms/act-form.tsx'
import { DisputedShares } from './DisputedShares.tsx'
import { planLabels, stepAfter, stepLabels, steps } from './plan-labels.ts'
import { usePlan } from './use-plan.ts'

const labels = {
  ...planLabels,
  by: label('谁反对', 'Who opposed'),
  outcome: label('诉讼结果', 'Outcome'),
  step: label('进展', 'Course'),
  on: label('日期', 'Day'),
  disputedShares: label('争议的份额和金额', 'Disputed shares'),
}
const same = (value: string) => ({ value, title: label(value, value) })

/** Who was served is known from the row; the day is asked. */
export function ServePlanForm(props: ActFormProps) {
  const { today } = useSession()
  return (
    <ActForm
      {...props}
      contract={servePlan}
      first={{ servedOn: today.toString() }}
      fields={{ servedOn: { title: labels.servedOn } }}
    >
      <p>
        <b>{textIn(props.input, 'person')}</b>
      </p>
    </ActForm>
  )
}

/** 登记方案异议: in writing and in time, of which shares and how much. */
export function ObjectToPlanForm(props: ActFormProps) {
  const { today } = useSession()
  const plan = usePlan(textIn(props.input, 'caseId'), textIn(props.input, 'planId'))
  return (
    <ActForm
      {...props}
      contract={objectToPlan}
      first={{ raisedOn: today.toString() }}
      fields={{
        objector: {
          title: labels.objector,
          kind: 'choice',
          options: plan?.services.map(({ person }) => same(person)) ?? [],
        },
        raisedOn: { title: labels.raisedOn },
        reason: { title: labels.reason, kind: 'long' },
        disputed: {
          title: labels.disputedShares,
          control: (control) => <DisputedShares {...control} shares={plan?.shares ?? []} />,
        },
      }}
    />
  )
}

/** 登记异议进展: the next step stands there already. */
export function AdvanceObjectionForm(props: ActFormProps) {
  const { today } = useSession()
  const next = stepAfter[textIn(props.input, 'state')] ?? 'withdrawn'
  return (
    <ActForm
      {...props}
      contract={advanceObjection}
      first={{ step: next, occurredOn: today.toString() }}
      fields={{
        step: { title: labels.step, options: steps.map((value) => ({ value, title: stepLabels[value] })) },
        occurredOn: { title: labels.on },
        by: { title: labels.by },
        outcome: {
          title: labels.outcome,
          options: [
            { value: 'upheld', title: label('支持异议', 'Upheld') },
            { value: 'dismissed', title: label('驳回', 'Dismissed') },
          ],
        },
      }}
    />
  )
}

export const WithdrawPlanForm = (props: ActFormProps) => (
  <ActForm {...props} contract={withdrawPlan} fields={{ reason: { title: labels.reason, kind: 'long' } }} />
)
