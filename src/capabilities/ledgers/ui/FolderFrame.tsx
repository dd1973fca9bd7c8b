import type { ReactNode } from 'react'
import { PageHead } from '#web/components/PageHead.tsx'
import { StepsLine } from '#web/components/StepsLine.tsx'
import { useLabels } from '#web/language.ts'
import { labels } from './labels.ts'
import './import.css'

type FrameProps = {
  readonly now: number
  readonly count: string
  readonly actions: ReactNode
  readonly children: ReactNode
}

/** Head and steps, the same while it is planned, comes in and is done. */
export function FolderFrame({ now, count, actions, children }: FrameProps) {
  const t = useLabels(labels)
  return (
    <div className="dx-import-page">
      <PageHead title={t.title} count={count} actions={actions} />
      <StepsLine label={t.folderSteps} steps={[t.choose, t.plan, t.running, t.result]} now={now} />
      <div className="dx-import-scroll">{children}</div>
    </div>
  )
}
