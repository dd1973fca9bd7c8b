import type { KeyboardEvent, ReactNode } from 'react'
import './panel.css'

export type Tab = { readonly id: string; readonly title: string; readonly count?: string | number | undefined }

type Props = {
  readonly tabs: readonly Tab[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
  readonly label: string
  /** At the right end of the strip. */
  readonly extra?: ReactNode
  /** Id of what the tabs change. */
  readonly controls?: string
}

/** A strip of 36 px with counts; 0 is shown. Left and right move between tabs. */
export function Tabs({ tabs, chosen, onChoose, label, extra, controls }: Props) {
  const press = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const index = tabs.findIndex(({ id }) => id === chosen)
    const next = tabs[(index + step + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus()
  }
  return (
    <div className="dx-tabs">
      <div role="tablist" aria-label={label} onKeyDown={press}>
        {tabs.map(({ id, title, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            data-tab={id}
            aria-selected={id === chosen}
            aria-controls={controls}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {title}
            {count !== undefined && <span className="dx-n">{count}</span>}
          </button>
        ))}
      </div>
      {extra && <div className="dx-tabs-extra">{extra}</div>}
    </div>
  )
}
