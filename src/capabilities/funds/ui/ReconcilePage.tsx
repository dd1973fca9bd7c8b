import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Suspense } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { DateField } from '#web/components/DateField.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import { useSession } from '#web/session.ts'
import { dayReading, monthReading } from './api.ts'
import { DayView } from './DayView.tsx'
import { MonthView } from './MonthView.tsx'
import './funds.css'

const labels = {
  title: label('对账与日结', 'Reconciliation'),
  day: label('日结', 'Day'),
  month: label('月清', 'Month'),
  before: label('前一天', 'Day before'),
  after: label('后一天', 'Day after'),
  monthBefore: label('前一月', 'Month before'),
  monthAfter: label('后一月', 'Month after'),
  date: label('对账日', 'Day'),
  print: label('打印', 'Print'),
}
const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const Search = z.object({
  view: z.enum(['day', 'month']).default('day').catch('day'),
  day: Day.optional().catch(undefined),
})

/** U30 对账与日结: what the bank holds against what everybody is owed, to the fen, day by day and for the month. */
export function ReconcilePage() {
  const t = useLabels(labels)
  const { today } = useSession()
  const [{ view, day: wanted }, change] = usePageSearch(Search)
  const day = wanted === undefined ? today : Temporal.PlainDate.from(wanted)
  const move = (by: number) =>
    change({ day: (view === 'day' ? day.add({ days: by }) : day.add({ months: by })).toString() })
  useKeys('record', [
    { keys: '[', title: labels.before, run: () => move(-1) },
    { keys: ']', title: labels.after, run: () => move(1) },
  ])
  return (
    <>
      <PageHead title={t.title} actions={<Button onClick={() => window.print()}>{t.print}</Button>}>
        <Button onClick={() => move(-1)}>
          {view === 'day' ? t.before : t.monthBefore} <kbd>[</kbd>
        </Button>
        {view === 'day' ? (
          <>
            <label htmlFor="funds-day" className="dx-hidden">
              {t.date}
            </label>
            <DateField
              key={day.toString()}
              id="funds-day"
              value={day.toString()}
              today={today}
              onChange={(iso) => Day.safeParse(iso).success && change({ day: iso })}
            />
          </>
        ) : (
          <b>
            {day.year}年{day.month}月
          </b>
        )}
        <Button onClick={() => move(1)}>
          {view === 'day' ? t.after : t.monthAfter} <kbd>]</kbd>
        </Button>
      </PageHead>
      <Tabs
        tabs={[
          { id: 'day', title: t.day },
          { id: 'month', title: t.month },
        ]}
        chosen={view}
        onChoose={(id) => change({ view: id === 'month' ? 'month' : 'day' })}
        label={t.title}
        keys
      />
      <div className="dx-scroll dx-funds-case" tabIndex={0} role="region" aria-label={view === 'day' ? t.day : t.month}>
        <PanelBoundary what={t.title}>
          <Suspense fallback={<LoadingState lines={12} />}>
            {view === 'day' ? (
              <DayOf key={day.toString()} day={day} />
            ) : (
              <MonthOf month={day.toPlainYearMonth().toString()} onDay={(on) => change({ view: 'day', day: on })} />
            )}
          </Suspense>
        </PanelBoundary>
      </div>
    </>
  )
}

function DayOf({ day }: { readonly day: Temporal.PlainDate }) {
  const { data } = useSuspenseQuery(queryOptionsFor(dayReading, { day }))
  return <DayView reckoning={data} />
}

function MonthOf({ month, onDay }: { readonly month: string; readonly onDay: (day: string) => void }) {
  const { data } = useSuspenseQuery(queryOptionsFor(monthReading, { month }))
  return <MonthView board={data} onDay={onDay} />
}
