import { BellFilled, ClockCircleOutlined } from '@ant-design/icons'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '#web/language.ts'

const labels = { over: label('已超期', 'overdue') }

type Props = {
  readonly on: Temporal.PlainDate
  /** As the server says; the court's own limit is amber, the law's is red. */
  readonly over: boolean
  readonly own?: boolean
}

/** The day by which money must leave, and whether it is past. */
export function DueDay({ on, over, own = false }: Props) {
  const t = useLabels(labels)
  if (!over) return <span className="dx-t2">{on.toString()}</span>
  const Sign = own ? ClockCircleOutlined : BellFilled
  return (
    <span className={`dx-chip ${own ? 'dx-urgent' : 'dx-overdue'}`}>
      <Sign aria-hidden />
      {on.toString()}
      <span className="dx-hidden">{t.over}</span>
    </span>
  )
}
