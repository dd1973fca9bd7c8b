import { DeadlineChip, type Clock } from './DeadlineChip.tsx'
import type { Derivation } from './Derivation.tsx'
import { RuleCitation } from './RuleCitation.tsx'
import './record.css'

export type RunningClock = {
  readonly id: string
  readonly title: string
  readonly clock: Clock
  /** 4月8日立案，六个月，10月8日届满. */
  readonly text: string
  readonly citation?: { readonly text: string; readonly rule?: string | undefined } | undefined
  readonly derivation?: Derivation | undefined
}

/** Clocks of a record with start, days and article under each. */
export function ClockList({ clocks }: { readonly clocks: readonly RunningClock[] }) {
  return clocks.map(({ id, title, clock, text, citation, derivation }) => (
    <div className="dx-clock" key={id}>
      <div className="dx-row">
        <b>{title}</b>
        <span className="dx-space" />
        <DeadlineChip clock={clock} derivation={derivation} />
      </div>
      <p>{text}</p>
      {citation && (
        <p>
          <RuleCitation {...citation} blue />
        </p>
      )}
    </div>
  ))
}
