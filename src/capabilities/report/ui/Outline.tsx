import { useLabels } from '#web/language.ts'
import type { ReportContent } from '../contract.ts'
import { labels } from './labels.ts'

/** The chapters with what is open in each, and what is left to check. */
export function Outline({ content }: { readonly content: ReportContent }) {
  const t = useLabels(labels)
  const { sections, counts } = content
  return (
    <nav className="rp-outline" aria-label={t.outline}>
      <h2>{t.outline}</h2>
      <a href="#rp-title">{t.heading}</a>
      {sections.map(({ id, heading, level, sentences }) => {
        const open = sentences.filter(({ lacks, signedBy }) => lacks.length > 0 && signedBy === null).length
        return (
          <a key={id} href={`#rp-${id}`} className={level === 2 ? 'rp-sub' : ''}>
            {heading}
            {open > 0 && <span className="rp-count rp-fault">{open}</span>}
          </a>
        )
      })}
      <a href="#rp-notes">
        {t.notes}
        {counts.differing > 0 && <span className="rp-count rp-info">{counts.differing}</span>}
      </a>
      <h2>{t.toCheck}</h2>
      <Count title={t.bound} count={counts.bound} />
      <Count title={t.unbound} count={counts.unbound} tone={counts.unbound > 0 ? 'rp-fault' : ''} />
      <Count title={t.changed} count={counts.changed} tone="rp-info" />
      <Count title={t.differing} count={counts.differing} tone="rp-info" />
    </nav>
  )
}

const Count = ({
  title,
  count,
  tone = '',
}: {
  readonly title: string
  readonly count: number
  readonly tone?: string
}) => (
  <p>
    {title}
    <span className={`rp-count ${tone}`}>{count}</span>
  </p>
)
