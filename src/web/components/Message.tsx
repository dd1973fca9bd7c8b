import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
  PauseOutlined,
} from '@ant-design/icons'
import type { ReactNode, Ref } from 'react'
import './states.css'

export type Tone = 'fault' | 'info' | 'due' | 'ok' | 'hold'
const icons = {
  fault: ExclamationCircleOutlined,
  info: InfoCircleOutlined,
  due: ClockCircleOutlined,
  ok: CheckCircleOutlined,
  hold: PauseOutlined,
}

type Props = {
  readonly tone: Tone
  readonly children: ReactNode
  readonly ref?: Ref<HTMLDivElement>
  readonly role?: 'alert' | 'status'
}

/** A band of one tone with its sign: plum for mistakes, never red. */
export function Message({ tone, children, ref, role }: Props) {
  const Icon = icons[tone]
  return (
    <div className={`dx-msg dx-${tone}`} role={role} ref={ref} tabIndex={ref ? -1 : undefined}>
      <Icon aria-hidden />
      <div className="dx-msg-body">{children}</div>
    </div>
  )
}
