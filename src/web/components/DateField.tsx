import { CalendarOutlined } from '@ant-design/icons'
import { Input, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { weekdayIn } from '../time.ts'
import { readDay } from './date-text.ts'
import './form.css'

const CalendarPanel = lazy(() => import('./CalendarPanel.tsx'))

/** What the court's calendar says of a day. */
export type DayNote = {
  readonly workingDay: boolean
  readonly name?: string | undefined
  readonly provisional?: boolean
}

const labels = {
  calendar: label('日历', 'Calendar'),
  none: label('日期不存在。可填 1231、2024-12-31 或 今天', 'No such day. Try 1231 or 2024-12-31'),
  working: label('工作日', 'working day'),
  rest: label('休息日', 'day off'),
  provisional: label('暂定：这一年的节假日通知尚未导入', 'provisional: no holiday notice for that year'),
}

type Props = {
  readonly id: string
  /** ISO text or empty. */
  readonly value: string
  readonly onChange: (iso: string) => void
  readonly today: Temporal.PlainDate
  readonly noteOf?: ((day: Temporal.PlainDate) => DayNote | undefined) | undefined
  readonly describedBy?: string | undefined
}

/** Typed as 1231 or 今天, or picked; shows the weekday and whether it is a working day. */
export function DateField({ id, value, onChange, today, noteOf, describedBy }: Props) {
  const t = useLabels(labels)
  const [typed, setTyped] = useState(value)
  const [picking, setPicking] = useState(false)
  const day = typed === '' ? undefined : readDay(typed, today)
  const take = (iso: string) => {
    setTyped(iso)
    setPicking(false)
    onChange(iso)
  }
  const note = day && noteOf?.(day)
  return (
    <>
      <span className="dx-date">
        <Input
          id={id}
          value={typed}
          aria-describedby={describedBy}
          placeholder="2024-12-31"
          onChange={({ target }) => {
            setTyped(target.value)
            onChange(readDay(target.value, today)?.toString() ?? target.value)
          }}
          onBlur={() => day && setTyped(day.toString())}
        />
        <Popover
          trigger="click"
          open={picking}
          onOpenChange={setPicking}
          content={
            <Suspense>
              {picking && <CalendarPanel value={day ?? today} onPick={(picked) => take(picked.toString())} />}
            </Suspense>
          }
        >
          <button type="button" className="dx-icon-button" aria-label={t.calendar}>
            <CalendarOutlined />
          </button>
        </Popover>
      </span>
      <p className="dx-hint" role="status">
        {day && `${day.toString()} ${weekdayIn(day)}`}
        {note && `，${note.name ?? (note.workingDay ? t.working : t.rest)}`}
        {note?.provisional && `　${t.provisional}`}
        {!day && typed !== '' && t.none}
      </p>
    </>
  )
}
