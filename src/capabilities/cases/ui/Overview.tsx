import { useSuspenseQuery } from '@tanstack/react-query'
import { useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { ActionMenu } from '#web/components/ActionMenu.tsx'
import { ClockList } from '#web/components/ClockList.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { Timeline, useTimeline, type TimelineEntry } from '#web/components/Timeline.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { Suspense } from 'react'
import type { TimelineRow } from '../contract.ts'
import { commandOf, useCaseActs } from './acts.ts'
import { timelineReading } from './api.ts'
import { caseClocks } from './clocks/api.ts'
import { runningClock } from './clocks/derivation.ts'
import { shortDay } from './days.ts'
import { labels } from './labels.ts'

/** 经过, 期限 and 下一步 side by side, each scrolling, loading and failing alone. */
export function Overview({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  return (
    <div className="dx-columns dx-cockpit-body">
      <PanelBoundary what={t.course}>
        <Suspense fallback={<LoadingState lines={8} />}>
          <Course caseId={caseId} />
        </Suspense>
      </PanelBoundary>
      <Panel title={t.clocks} scrolls>
        <Clocks caseId={caseId} />
      </Panel>
      <Panel title={t.next} scrolls>
        <Next caseId={caseId} />
      </Panel>
    </div>
  )
}

const mostShown = 200

function Course({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const text = useText()
  const { today } = useSession()
  const { data } = useSuspenseQuery(queryOptionsFor(timelineReading, { caseId, limit: mostShown }))
  const timeline = useTimeline(data.entries.map((row) => entryOf(row, caseId, text, today)))
  return (
    <Panel title={t.course} scrolls count={timeline.filters} extra={timeline.order}>
      <Timeline entries={timeline.shown} />
    </Panel>
  )
}

/** What another number of the same obligation tells opens that case. */
function entryOf(
  { id, on, at, kind, title, detail, by, href, caseNumber }: TimelineRow,
  caseId: string,
  text: ReturnType<typeof useText>,
  today: Temporal.PlainDate,
): TimelineEntry {
  const elsewhere = href !== null && href !== `/cases/${caseId}`
  const other = elsewhere && href.startsWith('/cases/')
  return {
    id,
    on: shortDay(on, today),
    at: at ?? undefined,
    kind: text(kind),
    title,
    detail: [other ? caseNumber : null, detail].filter((part) => part !== null).join('　') || undefined,
    by: by ?? undefined,
    link: elsewhere ? { href, title: text(other ? labels.cases : labels.open) } : undefined,
  }
}

function Clocks({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(caseClocks, { caseId }))
  if (data.length === 0)
    return (
      <p className="dx-t2" style={{ padding: '10px 16px' }}>
        {t.noClocks}
      </p>
    )
  return <ClockList clocks={data.map(runningClock)} />
}

function Next({ caseId }: { readonly caseId: string }) {
  const open = useOpenAct()
  const acts = useCaseActs(caseId)
  return (
    <ActionMenu
      acts={acts}
      onAct={(act) => {
        const found = acts.find(({ command }) => command === act.command)
        open({ command: commandOf(act), input: { caseId, ...found?.input } })
      }}
    />
  )
}
