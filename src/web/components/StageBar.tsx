import './marks.css'

export type Stage = {
  readonly title: string
  /** Since when, `04-08`; a stage not reached has none. */
  readonly since?: string | undefined
  readonly state: 'done' | 'now' | 'ahead'
}

type Props = { readonly stages: readonly Stage[]; readonly label: string; readonly onOpen?: (stage: Stage) => void }

/** The computed course of a case; a stage reached opens the events that made it. */
export function StageBar({ stages, label, onOpen }: Props) {
  return (
    <ol className="dx-stage-bar" aria-label={label}>
      {stages.map((stage) => (
        <li
          key={stage.title}
          className={stage.state === 'done' ? 'dx-done' : ''}
          aria-current={stage.state === 'now' ? 'step' : undefined}
        >
          {onOpen && stage.state !== 'ahead' ? (
            <button type="button" onClick={() => onOpen(stage)}>
              {stage.title}
            </button>
          ) : (
            stage.title
          )}
          {stage.since && <span>{stage.since}</span>}
        </li>
      ))}
    </ol>
  )
}
