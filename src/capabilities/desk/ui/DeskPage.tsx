import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDayZh } from '#kernel/values/dates.ts'
import { queryOptionsFor } from '#web/api.ts'
import { KeyHint } from '#web/components/KeyHint.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { weekdayIn } from '#web/time.ts'
import { Suspense } from 'react'
import { Acts } from './Acts.tsx'
import { countsReading, todayReading } from './api.ts'
import { Board } from './Board.tsx'
import { labels } from './labels.ts'
import { Side } from './Side.tsx'
import './desk.css'

/** U01 今日工作台: the decisions of the day, what waits for approval, what happened. */
export function DeskPage() {
  const t = useLabels(labels)
  const { today } = useSession()
  return (
    <Acts>
      <PageHead
        title={t.today}
        actions={
          <PanelBoundary>
            <Suspense>
              <Counters />
            </Suspense>
          </PanelBoundary>
        }
      >
        <span className="dx-t2">
          {formatDayZh(today)} {weekdayIn(today)}
        </span>
      </PageHead>
      <div className="dx-columns dx-desk">
        <PanelBoundary what={t.all}>
          <Suspense fallback={<LoadingState lines={12} />}>
            <Work />
          </Suspense>
        </PanelBoundary>
        <Side />
      </div>
    </Acts>
  )
}

const tones = { plain: '', overdue: 'dx-late-count', due: 'dx-late' } as const

function Counters() {
  const text = useText()
  const { data: counts } = useSuspenseQuery(queryOptionsFor(countsReading, {}))
  return (
    <div className="dx-counters">
      {counts.map(({ id, title, tone, href, count }) => (
        <Link key={id} to={href} className={count > 0 ? tones[tone] : ''}>
          {text(title)} <b>{count}</b>
        </Link>
      ))}
    </div>
  )
}

const everything = 'all'

function Work() {
  const t = useLabels(labels)
  const text = useText()
  const { data } = useSuspenseQuery(queryOptionsFor(todayReading, {}))
  const [tab, setTab] = useState(everything)
  const rows = data.rows.filter(({ section }) => tab === everything || section === tab)
  const tabs = [
    { id: everything, title: t.all, count: data.rows.length },
    // A desk shows what lies on it: sections of other posts stay away.
    ...data.sections
      .filter(({ id, count }) => count > 0 || id === tab)
      .map(({ id, title, count }) => ({ id, title: text(title), count })),
  ]
  return (
    <div className="dx-view">
      <Tabs
        tabs={tabs}
        chosen={tab}
        onChoose={setTab}
        label={t.all}
        extra={
          <>
            {data.putOff > 0 && (
              <span>
                {t.putOff} {data.putOff}
                {t.items}
              </span>
            )}
            <KeyHint keys="j k">{t.move}</KeyHint>
            <KeyHint keys=".">{t.act}</KeyHint>
            <KeyHint keys="s">{t.later}</KeyHint>
            <KeyHint keys="b">{t.group}</KeyHint>
          </>
        }
      />
      <Board rows={rows} whole={tab === everything} next={data.next} />
    </div>
  )
}
