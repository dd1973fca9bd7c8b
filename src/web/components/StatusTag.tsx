import { CheckOutlined, PauseOutlined, RedoOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import './marks.css'

export type TagTone =
  | 'neutral'
  | 'outline'
  | 'dotted'
  | 'primary'
  | 'started'
  | 'ok'
  | 'done'
  | 'hold'
  | 'info'
  | 'due'
  | 'fault'

const classes: Readonly<Record<TagTone, string>> = {
  neutral: '',
  outline: 'dx-outline',
  dotted: 'dx-dotted',
  primary: 'dx-primary',
  started: 'dx-primary dx-outline',
  ok: 'dx-ok',
  done: 'dx-ok-filled',
  hold: 'dx-hold',
  info: 'dx-info',
  due: 'dx-due',
  fault: 'dx-fault',
}
const signs: Partial<Readonly<Record<TagTone, ReactNode>>> = {
  done: <CheckOutlined aria-hidden />,
  hold: <PauseOutlined aria-hidden />,
  dotted: <RedoOutlined aria-hidden />,
}

type Props = { readonly tone?: TagTone; readonly title?: string | undefined; readonly children: ReactNode }

/** A state or flag as a word with its tone and sign; the state itself is computed by the server. */
export function StatusTag({ tone = 'neutral', title, children }: Props) {
  return (
    <span className={`dx-tag ${classes[tone]}`} title={title}>
      {signs[tone]}
      {children}
    </span>
  )
}

/** How far a case has come, 1 to 7 cells of one hue, and the word. */
export function StageMark({
  filled,
  hold = false,
  children,
}: {
  readonly filled: number
  readonly hold?: boolean
  readonly children: ReactNode
}) {
  return (
    <span className={`dx-stage ${hold ? 'dx-hold' : ''}`}>
      <i className="dx-stage-mark" style={{ ['--k' as string]: filled }} aria-hidden />
      {children}
    </span>
  )
}
