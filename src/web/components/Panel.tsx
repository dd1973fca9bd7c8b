import { Suspense, useId, type ReactNode } from 'react'
import { LoadingState } from './LoadingState.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import './panel.css'

type Props = {
  readonly title: string
  readonly count?: ReactNode
  /** At the right of the head: one quiet link or button. */
  readonly extra?: ReactNode
  readonly lines?: number
  /** Fills the height it is given and scrolls by itself. */
  readonly scrolls?: boolean
  readonly children: ReactNode
}

/** A part of a page under a 36 px head. It loads and fails alone. */
export function Panel({ title, count, extra, lines = 4, scrolls = false, children }: Props) {
  const id = useId()
  return (
    <section className={`dx-panel ${scrolls ? 'dx-scrolls' : ''}`} aria-labelledby={id}>
      <h2 className="dx-h2">
        <span id={id}>{title}</span>
        {count !== undefined && <span className="dx-n">{count}</span>}
        {extra && <span className="dx-x">{extra}</span>}
      </h2>
      <div className="dx-panel-body">
        <PanelBoundary what={title}>
          <Suspense fallback={<LoadingState lines={lines} />}>{children}</Suspense>
        </PanelBoundary>
      </div>
    </section>
  )
}
