import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { queryOptionsFor } from '#web/api.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { useLabels } from '#web/language.ts'
import { useParam } from '#web/navigation.ts'
import { useMay } from '#web/session.ts'
import type { ReportContent } from '../contract.ts'
import { fileHref, finalise, reportPage } from './api.ts'
import { labels } from './labels.ts'
import { ReportView } from './ReportView.tsx'

/** A drafted report, until it is final and afterwards. */
export function DraftPage() {
  const reportId = useParam('reportId')
  const { data: content } = useSuspenseQuery(queryOptionsFor(reportPage, { reportId }))
  return <ReportView content={content} state={<State content={content} />} actions={<Acts content={content} />} />
}

function State({ content: { state, version, counts } }: { readonly content: ReportContent }) {
  const t = useLabels(labels)
  if (state === 'final') return t.final
  const open = counts.unbound + counts.changed
  return (
    <>
      {t.draft}第{version}稿{open > 0 && `　${t.missing} ${counts.unbound}${t.places}，${counts.changed} ${t.changed}`}
    </>
  )
}

/** Ready, the filled button makes it final; until then it leads to the first passage that is open. */
function Acts({ content: { reportId, state, version, counts } }: { readonly content: ReportContent }) {
  const t = useLabels(labels)
  const may = useMay()
  if (reportId === null) return null
  const isReady = counts.unbound + counts.changed === 0
  return (
    <>
      <Button href={fileHref(reportId, 'docx')} download>
        {t.word}
      </Button>
      <Button href={fileHref(reportId, 'pdf')} download>
        {t.pdf}
      </Button>
      {state === 'draft' && may('report.finalise') && (
        <CommandButton contract={finalise} input={{ reportId }} version={version} primary={isReady} />
      )}
      {state === 'draft' && !isReady && (
        <Button type="primary" onClick={showFirstOpen}>
          {t.settle}
        </Button>
      )}
    </>
  )
}

function showFirstOpen(): void {
  document.querySelector('.rp-rail blockquote, .rp-rail s')?.closest('section')?.scrollIntoView({ block: 'start' })
}
