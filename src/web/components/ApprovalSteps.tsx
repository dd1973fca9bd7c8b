import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import './record.css'

export type ApprovalStep = {
  readonly title: string
  /** Shown as a name, so that nobody need know the rule that no one may appear twice. */
  readonly who: string
  readonly state: 'done' | 'now' | 'wait'
  /** When it was done, or how long it has been waiting. */
  readonly when?: string | undefined
  /** Why this reader may not take the step. */
  readonly whyNot?: string | undefined
}

/** Who has agreed, whose turn it is, what follows. */
export function ApprovalSteps({ steps }: { readonly steps: readonly ApprovalStep[] }) {
  const t = useLabels({ course: label('审批经过', 'Course of approval') })
  return (
    <ol className="dx-approval" aria-label={t.course}>
      {steps.map(({ title, who, state, when, whyNot }) => (
        <li
          key={`${title}${who}`}
          className={state === 'wait' ? 'dx-wait' : ''}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <b>{title}</b>
          <span>{who}</span>
          {when && <span className="dx-t3">{when}</span>}
          {whyNot && <span style={{ color: 'var(--dx-fault)' }}>{whyNot}</span>}
        </li>
      ))}
    </ol>
  )
}
