import { useLabels } from '#web/language.ts'
import { labels } from '../labels.ts'
import { type DayCell, type DayMark, weeksOf } from './months.ts'
import './calendar.css'

type Props = {
  readonly year: number
  readonly days: readonly { readonly date: string; readonly name: string; readonly off: boolean }[]
  readonly today: string
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

/** A year at a glance: 放假 and 补班 by sign and word, not by colour alone. It prints. */
export function YearGrid({ year, days, today }: Props) {
  const marks = new Map<string, DayMark>(days.map(({ date, name, off }) => [date, { name, off }]))
  return (
    <div className="dx-year">
      {Array.from({ length: 12 }, (_, i) => (
        <Month key={i} year={year} month={i + 1} marks={marks} today={today} />
      ))}
    </div>
  )
}

type MonthProps = {
  readonly year: number
  readonly month: number
  readonly marks: ReadonlyMap<string, DayMark>
  readonly today: string
}

const Month = ({ year, month, marks, today }: MonthProps) => (
  <table className="dx-month">
    <caption>
      {year}年{month}月
    </caption>
    <thead>
      <tr>
        {weekdays.map((weekday) => (
          <th key={weekday} scope="col">
            {weekday}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeksOf(year, month).map((week) => (
        <tr key={week.find((cell) => cell !== null)?.date}>
          {week.map((cell, i) =>
            cell ? (
              <Day key={cell.date} cell={cell} mark={marks.get(cell.date)} isToday={cell.date === today} />
            ) : (
              <td key={`none ${i}`} />
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)

type DayProps = { readonly cell: DayCell; readonly mark: DayMark | undefined; readonly isToday: boolean }

function Day({ cell: { day, weekend }, mark, isToday }: DayProps) {
  const t = useLabels(labels)
  const kind = mark ? (mark.off ? 'dx-off' : 'dx-worked') : weekend ? 'dx-weekend' : ''
  return (
    <td
      className={`${kind} ${isToday ? 'dx-today' : ''}`}
      title={mark && `${mark.name} ${mark.off ? t.off : t.worked}`}
    >
      {day}
      {mark && <i>{mark.off ? t.offShort : t.workedShort}</i>}
    </td>
  )
}
