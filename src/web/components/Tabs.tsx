import type { KeyboardEvent, ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useKeys } from '../keys/useKeys.tsx'
import './panel.css'

export type Tab = { readonly id: string; readonly title: string; readonly count?: string | number | undefined }

type Props = {
  readonly tabs: readonly Tab[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
  readonly label: string
  /** At the right end of the strip. */
  readonly extra?: ReactNode
  /** Number keys 1 to 9 choose a tab. */
  readonly keys?: boolean
  /** Id of what the tabs change. */
  readonly controls?: string
}

/** A strip of 36 px with counts; 0 is shown. Left and right move between tabs. */
export function Tabs({ tabs, chosen, onChoose, label: name, extra, keys = false, controls }: Props) {
  useKeys(
    'record',
    tabs.slice(0, 9).map(({ id, title }, index) => ({
      keys: String(index + 1),
      title: label(title, title),
      run: () => onChoose(id),
    })),
    { active: keys },
  )
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
      <div role="tablist" aria-label={name} onKeyDown={press}>
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
