import { DownOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { DateField } from '#web/components/DateField.tsx'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { labels } from './labels.ts'
import { useYears, type Span } from './period.ts'

type Props = { readonly span: Span; readonly onChange: (span: Span) => void }

/** 2024-01-01 至 2024-12-31: the usual periods by one click, any other by its two days. */
export function PeriodChooser({ span, onChange }: Props) {
  const t = useLabels(labels)
  const [isOpen, setOpen] = useState(false)
  const choose = (next: Span) => {
    setOpen(false)
    onChange(next)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Choices span={span} onChoose={choose} />}
    >
      <Button aria-label={`${t.period} ${span.from.toString()} 至 ${span.to.toString()}`}>
        {span.from.toString()} 至 {span.to.toString()} <DownOutlined aria-hidden />
      </Button>
    </Popover>
  )
}

function Choices({ span, onChoose }: { readonly span: Span; readonly onChoose: (span: Span) => void }) {
  const t = useLabels(labels)
  const { today } = useSession()
  const { last, current } = useYears()
  const [from, setFrom] = useState(span.from.toString())
  const [to, setTo] = useState(span.to.toString())
  const month = today.with({ day: 1 }).subtract({ months: 1 })
  const isReady = from !== '' && to !== '' && from <= to
  return (
    <form
      className="ind-period"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onChoose({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) })
      }}
    >
      <div className="dx-row">
        <Button onClick={() => onChoose(last)}>{t.lastYear}</Button>
        <Button onClick={() => onChoose({ from: current.from, to: today })}>{t.thisYear}</Button>
        <Button onClick={() => onChoose({ from: month, to: month.with({ day: month.daysInMonth }) })}>
          {t.lastMonth}
        </Button>
      </div>
      <label htmlFor="ind-from">{t.from}</label>
      <DateField id="ind-from" value={from} today={today} onChange={setFrom} />
      <label htmlFor="ind-to">{t.to}</label>
      <DateField id="ind-to" value={to} today={today} onChange={setTo} />
      <Button htmlType="submit" disabled={!isReady}>
        {t.apply}
      </Button>
    </form>
  )
}
