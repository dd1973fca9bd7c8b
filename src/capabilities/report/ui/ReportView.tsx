import { useState, type ReactNode } from 'react'
import { PageHead } from '#web/components/PageHead.tsx'
import { useLabels } from '#web/language.ts'
import type { ReportContent } from '../contract.ts'
import { labels } from './labels.ts'
import { Outline } from './Outline.tsx'
import { Rail } from './Rail.tsx'
import { Sheet } from './Sheet.tsx'
import '#web/components/panel.css'
import './report.css'

type Props = { readonly content: ReportContent; readonly state: ReactNode; readonly actions: ReactNode }

/** U44 工作报告: outline left, text in the middle, figures right. */
export function ReportView({ content, state, actions }: Props) {
  const t = useLabels(labels)
  const [chosen, choose] = useState<string | null>('F03')
  const [, name = ''] = content.title.split('\n')
  return (
    <div className="rp-page">
      <PageHead title={t.title} actions={actions}>
        <span className="dx-t2">{name.replace(/报告$/, '')}</span>
        <span className="dx-t2">{state}</span>
      </PageHead>
      <div className="rp-columns">
        <Outline content={content} />
        <Sheet content={content} chosen={chosen} onChoose={choose} />
        <Rail content={content} chosen={chosen} />
      </div>
    </div>
  )
}
