import { CheckOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import './record.css'

type Props = {
  readonly steps: readonly string[]
  readonly now: number
  readonly label: string
  readonly extra?: ReactNode
}

/** Where one is in a task of several steps: 选文件 — 对列 — 检查 — 差异 — 完成. */
export function StepsLine({ steps, now, label, extra }: Props) {
  return (
    <ol className="dx-steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} className={index < now ? 'dx-done' : ''} aria-current={index === now ? 'step' : undefined}>
          <i>{index < now ? <CheckOutlined aria-hidden /> : index + 1}</i>
          {step}
        </li>
      ))}
      {extra && <li className="dx-steps-extra">{extra}</li>}
    </ol>
  )
}
