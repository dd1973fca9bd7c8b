import type { ReactNode } from 'react'
import { PageHead } from '#web/components/PageHead.tsx'
import { StepsLine } from '#web/components/StepsLine.tsx'
import { useLabels } from '#web/language.ts'
import { labels } from './labels.ts'

type Props = {
  readonly count: string
  readonly now: number
  readonly extra?: ReactNode
  readonly sheets?: ReactNode
  readonly actions: ReactNode
}

/** Head and steps of the wizard, the same on each of its pages. */
export function WizardHead({ count, now, extra, sheets, actions }: Props) {
  const t = useLabels(labels)
  return (
    <>
      <PageHead title={t.title} count={count} actions={actions}>
        {sheets}
      </PageHead>
      <StepsLine label={t.steps} steps={[t.choose, t.columns, t.check, t.difference, t.done]} now={now} extra={extra} />
    </>
  )
}

export const figure = (count: number): string => count.toLocaleString('en')
