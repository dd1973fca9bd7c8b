import { useEffect, type ReactNode } from 'react'

type Props = {
  readonly title: string
  /** `96件`, behind the title. */
  readonly count?: string | undefined
  /** Chips, dates, switches: what narrows or dates the page. */
  readonly children?: ReactNode
  /** At the right; the one filled button last. */
  readonly actions?: ReactNode
}

/** The head of a page, 44 px: its only `h1`, what narrows it, and at most one filled button. */
export function PageHead({ title, count, children, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · 兑现`
  }, [title])
  return (
    <div className="dx-head">
      <h1>
        {title}
        {count !== undefined && <small>{count}</small>}
      </h1>
      {children}
      <span className="dx-space" />
      {actions}
    </div>
  )
}
