import type { ReactNode } from 'react'
import './states.css'

type Props = {
  /** Why there is nothing: 今日无必办事项. */
  readonly title: string
  /** What comes next: 下一期限：9月18日（3件）。 */
  readonly next?: ReactNode
  /** One button. */
  readonly act?: ReactNode
}

/** Nothing to show, why, and what to do. Never 暂无数据. */
export function EmptyState({ title, next, act }: Props) {
  return (
    <div className="dx-state" role="status">
      <p className="dx-strong">{title}</p>
      {next && <p className="dx-t2">{next}</p>}
      {act}
    </div>
  )
}
