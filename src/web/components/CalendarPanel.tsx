import { Calendar } from 'antd'
import dayjs from 'dayjs'

type Props = { readonly value: Temporal.PlainDate; readonly onPick: (day: Temporal.PlainDate) => void }

/** The month to pick from. The stock calendar speaks dayjs; days leave it as legal days. */
export default function CalendarPanel({ value, onPick }: Props) {
  return (
    <div style={{ width: 300 }}>
      <Calendar
        fullscreen={false}
        defaultValue={dayjs(value.toString())}
        onSelect={(picked, { source }) =>
          source === 'date' && onPick(Temporal.PlainDate.from(picked.format('YYYY-MM-DD')))
        }
      />
    </div>
  )
}
