import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import { DeadlineChip } from '#web/components/DeadlineChip.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Message } from '#web/components/Message.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { weekdayIn } from '#web/time.ts'
import type { ClockRow } from '../../clocks/contract.ts'
import { labels } from '../../clocks/labels.ts'
import { clockList, courtYear } from './api.ts'
import { chipOf } from './columns.tsx'
import { clockKey } from './ClockDrawer.tsx'
import { mondayShown, type Search } from './filters.ts'
import './clocks.css'

type Props = { readonly search: Search; readonly change: (next: Partial<Search>) => void }

/** A week of the court: what is due on each day, with days off and days worked in lieu. It prints. */
export function WeekBoard({ search, change }: Props) {
  const t = useLabels(labels)
  const { today } = useSession()
  const monday = mondayShown(search.week, today)
  const days = Array.from({ length: 7 }, (_, i) => monday.add({ days: i }))
  const list = useList(clockList, {
    ...(search.whose === 'mine' && { mine: true }),
    ...(search.ruleId && { ruleId: search.ruleId }),
    dueFrom: monday,
    dueTo: monday.add({ days: 6 }),
  })
  const show = (weeks: number) => change({ week: monday.add({ weeks }).toString() })
  return (
    <div className="dx-week-page">
      <div className="dx-row">
        <Button onClick={() => show(-1)}>{t.previous}</Button>
        <Button onClick={() => change({ week: undefined })}>{t.thisWeek}</Button>
        <Button onClick={() => show(1)}>{t.next}</Button>
        <Unpublished years={new Set(days.map(({ year }) => year))} />
      </div>
      {list.error ? (
        <ErrorState error={list.error} what={t.title} onRetry={list.retry} />
      ) : list.isPending ? (
        <LoadingState lines={8} />
      ) : (
        <div className="dx-week">
          {days.map((date) => (
            <WeekDay
              key={date.toString()}
              date={date}
              isToday={date.equals(today)}
              rows={list.rows.filter(({ dueOn }) => dueOn.equals(date))}
              whose={`whose=${search.whose}`}
            />
          ))}
        </div>
      )}
      {list.hasBelow && <Button onClick={list.below}>…</Button>}
    </div>
  )
}

function Unpublished({ years }: { readonly years: ReadonlySet<number> }) {
  return [...years].map((year) => <YearNote key={year} year={year} />)
}

function YearNote({ year }: { readonly year: number }) {
  const { data } = useQuery(queryOptionsFor(courtYear, { year }))
  return data?.known === false ? <Message tone="due">{year}年放假安排尚未导入，届满日为暂定</Message> : null
}

type DayProps = {
  readonly date: Temporal.PlainDate
  readonly isToday: boolean
  readonly rows: readonly ClockRow[]
  /** As in the address of the list. */
  readonly whose: string
}

function WeekDay({ date, isToday, rows, whose }: DayProps) {
  const t = useLabels(labels)
  const rules = [...new Set(rows.map(({ ruleId }) => ruleId))]
  const { data } = useQuery(queryOptionsFor(courtYear, { year: date.year }))
  const mark = data?.days.find(({ date: marked }) => marked === date.toString())
  const rest = mark ? mark.off : date.dayOfWeek > 5
  return (
    <section className={`dx-week-day ${isToday ? 'dx-today' : ''} ${rest ? 'dx-rest' : ''}`}>
      <h2>
        {date.month}月{date.day}日 {weekdayIn(date)}
        {mark && (
          <small>
            {mark.name} {mark.off ? t.off : t.worked}
          </small>
        )}
      </h2>
      {rows.length === 0 && <p className="dx-t3">{t.noneThisDay}</p>}
      {rules.map((ruleId) => (
        <Alike
          key={ruleId}
          rows={rows.filter((row) => row.ruleId === ruleId)}
          more={`/deadlines?${whose}&ruleId=${ruleId}&dueOn=${date.toString()}`}
        />
      ))}
    </section>
  )
}

const shownOfAlike = 3

/** Clocks of one rule that end on one day: the first few by name, the rest by number. */
function Alike({ rows, more }: { readonly rows: readonly ClockRow[]; readonly more: string }) {
  const [first] = rows
  const t = useLabels({
    many: label(`${rows.length}件`, `× ${rows.length}`),
    rest: label(`还有 ${rows.length - shownOfAlike} 件`, `${rows.length - shownOfAlike} more`),
  })
  if (!first) return null
  return (
    <>
      <h3>
        <DeadlineChip clock={chipOf(first)} /> {first.title} {t.many}
      </h3>
      <ul>
        {rows.slice(0, shownOfAlike).map((row) => (
          <li key={clockKey(row)}>
            <CaseNumber number={row.caseNumber} href={`/cases/${row.caseId}`} hang={false} />
            <div className="dx-t2">{row.parties}</div>
          </li>
        ))}
        {rows.length > shownOfAlike && (
          <li>
            <Link to={more}>{t.rest}</Link>
          </li>
        )}
      </ul>
    </>
  )
}
