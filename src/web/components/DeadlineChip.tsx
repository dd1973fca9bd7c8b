import { BellFilled, CheckCircleOutlined, ClockCircleOutlined, PauseOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import type { ComponentType } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { DerivationText, type Derivation } from './Derivation.tsx'
import './marks.css'

/** As the server reckoned it. Which state a clock is in is law, so it is never worked out here. */
export type Clock = {
  readonly state: 'far' | 'due' | 'urgent' | 'overdue' | 'paused' | 'met'
  /** Days to the limit, 0 on the last day, negative past it. */
  readonly daysLeft: number
  /** Rests on a year without a holiday notice. */
  readonly provisional?: boolean
}

const signs: Readonly<Record<Clock['state'], ComponentType>> = {
  far: ClockCircleOutlined,
  due: ClockCircleOutlined,
  urgent: ClockCircleOutlined,
  overdue: BellFilled,
  paused: PauseOutlined,
  met: CheckCircleOutlined,
}

const labels = {
  paused: label('已暂停', 'Paused'),
  met: label('已办', 'Done'),
  urgent: label('紧急', 'Urgent'),
  today: label('今天', 'today'),
  provisional: label('暂定', 'provisional'),
  how: label('怎样算出来的', 'How it was reckoned'),
}

type Props = { readonly clock: Clock; readonly derivation?: Derivation | undefined }

/** What is left of a limit. With a derivation it opens start, days, excluded days and article. */
export function DeadlineChip({ clock, derivation }: Props) {
  const t = useLabels(labels)
  const text = useChipText(clock)
  const Sign = signs[clock.state]
  const className = `dx-chip dx-${clock.state}`
  const inside = (
    <>
      <Sign aria-hidden />
      {text}
      {clock.provisional && ` ${t.provisional}`}
    </>
  )
  if (!derivation) return <span className={className}>{inside}</span>
  return (
    <Popover trigger="click" content={<DerivationText derivation={derivation} />} title={t.how}>
      <button type="button" className={className} title={t.how} data-key-r>
        {inside}
      </button>
    </Popover>
  )
}

function useChipText({ state, daysLeft }: Clock): string {
  const t = useLabels(labels)
  const days = useLabels({
    left: label(`剩${daysLeft}天`, `${daysLeft} d left`),
    over: label(`超期${-daysLeft}天`, `${-daysLeft} d overdue`),
    past: label(`过${-daysLeft}天`, `${-daysLeft} d past`),
  })
  if (state === 'paused') return t.paused
  if (state === 'met') return t.met
  if (state === 'overdue') return days.over
  // A limit of the court's own may be past while the law's is not: that is urgent, and not yet overdue.
  const left = daysLeft === 0 ? t.today : daysLeft < 0 ? days.past : days.left
  return state === 'urgent' ? `${t.urgent} ${left}` : left
}
