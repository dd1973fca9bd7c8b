import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { z } from 'zod'
import { queryOptionsFor, rowsOptions } from '#web/api.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { useLabels } from '#web/language.ts'
import { useGo, usePageSearch } from '#web/navigation.ts'
import { useMay } from '#web/session.ts'
import { draft, preview, reports, years } from './api.ts'
import { labels } from './labels.ts'
import { ReportView } from './ReportView.tsx'

const Search = z.object({
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})

/** The report of a period as it would be drafted now; a draft of it that exists is opened instead of made again. */
export function ReportPage() {
  const t = useLabels(labels)
  const go = useGo()
  const may = useMay()
  const period = usePeriod()
  const { data: content } = useSuspenseQuery(queryOptionsFor(preview, period))
  const { data: listed } = useSuspenseInfiniteQuery(rowsOptions(reports, {}))
  const existing = listed.pages
    .flatMap(({ rows }) => rows)
    .find(({ periodFrom, periodTo }) => periodFrom === content.from && periodTo === content.to)
  const open = (id: string) => go(`/report/${id}`)
  return (
    <ReportView
      content={content}
      state={t.preview}
      actions={
        existing ? (
          <Button type="primary" onClick={() => open(existing.reportId)}>
            {existing.state === 'final' ? t.final : t.openDraft}
          </Button>
        ) : (
          may('report.write') && (
            <CommandButton contract={draft} input={period} primary onDone={({ answer }) => open(answer.reportId)} />
          )
        )
      }
    />
  )
}

/** The period in the address, else the last whole year. */
function usePeriod() {
  const [{ from, to }] = usePageSearch(Search)
  const { last } = useSuspenseQuery(queryOptionsFor(years, {})).data
  return {
    from: from === undefined ? last.from : Temporal.PlainDate.from(from),
    to: to === undefined ? last.to : Temporal.PlainDate.from(to),
  }
}
