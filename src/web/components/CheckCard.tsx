import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Remedy } from '../problem.ts'
import { RemedyButton } from './RemedyButton.tsx'
import './record.css'

export type Check = {
  readonly title: string
  readonly state: 'met' | 'attention' | 'missing' | 'not-applicable'
  /** 可以, 注意, 不得; 满足, 缺, 不适用. */
  readonly word: string
  readonly detail?: string | undefined
  readonly remedy?: Remedy | undefined
}

const signs: Readonly<Record<Check['state'], ReactNode>> = {
  met: <CheckCircleOutlined style={{ color: 'var(--dx-ok)' }} aria-hidden />,
  attention: <ExclamationCircleOutlined style={{ color: 'var(--dx-due)' }} aria-hidden />,
  missing: <CloseCircleOutlined style={{ color: 'var(--dx-fault)' }} aria-hidden />,
  'not-applicable': <MinusCircleOutlined style={{ color: 'var(--dx-text-3)' }} aria-hidden />,
}

/** A check list read as words with signs; each missing item carries its button. */
export function CheckCard({ checks, label }: { readonly checks: readonly Check[]; readonly label: string }) {
  return (
    <ul className="dx-checks" aria-label={label}>
      {checks.map(({ title, state, word, detail, remedy }) => (
        <li key={title}>
          {signs[state]}
          <div>
            {title}　<span className="dx-t2">{word}</span>
            {detail && <p className="dx-t2 dx-13">{detail}</p>}
          </div>
          {remedy && <RemedyButton remedy={remedy} />}
        </li>
      ))}
    </ul>
  )
}
