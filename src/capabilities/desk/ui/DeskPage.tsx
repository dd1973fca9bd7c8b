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
import { usePreferences } from '#web/preferences.ts'
import { useSession } from '#web/session.ts'
import { weekdayIn } from '#web/time.ts'
import { Suspense } from 'react'
import type { DeskRow } from '../contract.ts'
import { Acts } from './Acts.tsx'
import { countsReading, todayReading } from './api.ts'
import { Board } from './Board.tsx'
import { labels } from './labels.ts'
import { Side } from './Side.tsx'
import './desk.css'

/** U01 今日工作台: the decisions of the day, what waits for approval, what happened. */
export function DeskPage() {
  const t = useLabels(labels)
  const { language } = usePreferences()
  const { today, todayIsWorkingDay } = useSession()
  const [tab, setTab] = useState(everything)
  return (
    <Acts>
      <PageHead
        title={t.today}
        actions={
          <PanelBoundary>
            <Suspense>
              <Counters onLate={() => setTab(late)} />
            </Suspense>
          </PanelBoundary>
        }
      >
        <span className="dx-t2">
          {language === 'zh' ? formatDayZh(today) : today.toString()} {weekdayIn(today, language)}
          {todayIsWorkingDay === null ? '' : ` ${todayIsWorkingDay ? t.workingDay : t.restDay}`}
        </span>
      </PageHead>
      <div className="dx-columns dx-desk">
        <PanelBoundary what={t.all}>
          <Suspense fallback={<LoadingState lines={12} />}>
            <Work tab={tab} onTab={setTab} />
          </Suspense>
        </PanelBoundary>
        <Side />
      </div>
    </Acts>
  )
}

const tones = { plain: '', overdue: 'dx-late-count', due: 'dx-late' } as const
const everything = 'all'
const late = 'overdue'

/** Figures of the head. Where more than clocks are late, what is late on the board itself is counted and shown. */
function Counters({ onLate }: { readonly onLate: () => void }) {
  const text = useText()
  const { data: counts } = useSuspenseQuery(queryOptionsFor(countsReading, {}))
  const { data: work } = useSuspenseQuery(queryOptionsFor(todayReading, {}))
  const lateHere = work.rows.filter(isLate).length
  return (
    <div className="dx-counters">
      {counts.map(({ id, title, tone, href, count }) =>
        id === late && lateHere > count ? (
          <button key={id} type="button" className="dx-late-count" onClick={onLate}>
            {text(title)} <b>{lateHere}</b>
          </button>
        ) : (
          <Link key={id} to={href} className={count > 0 ? tones[tone] : ''}>
            {text(title)} <b>{count}</b>
          </Link>
        ),
      )}
    </div>
  )
}

const isLate = ({ state }: DeskRow): boolean => state === 'overdue'

type WorkProps = { readonly tab: string; readonly onTab: (tab: string) => void }

function Work({ tab, onTab }: WorkProps) {
  const t = useLabels(labels)
  const text = useText()
  const { data } = useSuspenseQuery(queryOptionsFor(todayReading, {}))
  const rows = data.rows.filter((row) => tab === everything || (tab === late ? isLate(row) : row.section === tab))
  const lateHere = data.rows.filter(isLate).length
  const tabs = [
    { id: everything, title: t.all, count: data.rows.length },
    ...(lateHere > 0 || tab === late ? [{ id: late, title: t.late, count: lateHere }] : []),
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
        onChoose={onTab}
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
