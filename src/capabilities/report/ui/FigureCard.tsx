import { Link } from '@tanstack/react-router'
import { useLabels, useText } from '#web/language.ts'
import type { ReportFigure } from '../contract.ts'
import { labels } from './labels.ts'

/** One figure: what it is made of, its formula, its period and who keeps or published it. */
export function FigureCard({ figure }: { readonly figure: ReportFigure }) {
  const t = useLabels(labels)
  const text = useText()
  const { id, title, printed, parts, formula, periodText, source, published, publishedIn, ground, doubt } = figure
  return (
    <section aria-label={text(title)}>
      <h2>
        {text(title)}
        <span>{id}</span>
      </h2>
      <p className="dx-fig">{printed ?? '—'}</p>
      {doubt !== null && <p className="rp-fault">{doubt}</p>}
      <dl className="dx-kv">
        {parts.map((part) => (
          <Part key={text(part.title)} title={text(part.title)} shown={part.text} href={part.href} />
        ))}
        <dt>{t.formula}</dt>
        <dd>{formula}</dd>
        <dt>{t.period}</dt>
        <dd>{periodText}</dd>
        <dt>{t.source}</dt>
        <dd>
          {ground === 'imported' && <i className="dx-hollow" role="img" aria-label={t.imported} />} {source}
        </dd>
        {published !== null && (
          <>
            <dt>{t.published}</dt>
            <dd title={publishedIn ?? undefined}>
              {published}
              <span className="dx-t3"> {publishedIn}</span>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

type PartProps = { readonly title: string; readonly shown: string; readonly href: string | null }

const Part = ({ title, shown, href }: PartProps) => (
  <>
    <dt>{title}</dt>
    <dd>{href === null ? shown : <Link to={href}>{shown}</Link>}</dd>
  </>
)
