import { shellLabels } from '../labels.ts'
import { useLabels } from '../language.ts'
import './states.css'

/** A skeleton as high as what is coming, after 200 ms; never a spinner over the page. */
export function LoadingState({ lines = 6 }: { readonly lines?: number }) {
  const t = useLabels(shellLabels)
  return (
    <div className="dx-skeleton" role="status" aria-label={t.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  )
}
