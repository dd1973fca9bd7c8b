import { useLabels } from '#web/language.ts'
import type { Mark, ReportContent } from '../contract.ts'
import { labels } from './labels.ts'

type Section = ReportContent['sections'][number]
type Sentence = Section['sentences'][number]
type Words = Sentence['parts'][number]

type Choosing = { readonly chosen: string | null; readonly onChoose: (figure: string) => void }
type Props = Choosing & { readonly content: ReportContent }

/** The report as it will stand on paper; every figure opens what it rests on. */
export function Sheet({ content, ...choosing }: Props) {
  return (
    <div className="rp-desk" tabIndex={0} role="region" aria-label={content.title}>
      <article className="rp-paper">
        <h2 id="rp-title">{content.title}</h2>
        {content.remarks.map((remark) => (
          <p key={remark} className="rp-blank">
            {remark}
          </p>
        ))}
        {content.sections.map((section) => (
          <Chapter key={section.id} section={section} {...choosing} />
        ))}
        <Differences content={content} />
      </article>
    </div>
  )
}

function Chapter({ section, ...choosing }: Choosing & { readonly section: Section }) {
  const { id, heading, lead, level, sentences } = section
  return (
    <section id={`rp-${id}`}>
      {level === 1 && <h3>{heading}</h3>}
      {sentences.length > 0 && (
        <p>
          {lead && <span className="rp-lead">{lead}</span>}
          {sentences.map((sentence) => (
            <span key={sentence.id} id={`rp-s-${sentence.id}`}>
              {sentence.parts.map((words, index) => (
                <Part key={index} words={words} {...choosing} />
              ))}
              <Standing sentence={sentence} />
            </span>
          ))}
        </p>
      )}
    </section>
  )
}

/** Once per sentence: that nothing stands behind it, or who answers for it. */
function Standing({ sentence: { lacks, signedBy } }: { readonly sentence: Sentence }) {
  const t = useLabels(labels)
  if (lacks.length === 0) return null
  return signedBy === null ? <sup className="rp-fault">{t.unbound}</sup> : <sup title={signedBy}>{t.signed}</sup>
}

const signs: Readonly<Partial<Record<Mark, string>>> = { changed: '变', differs: '不一致', doubtful: '不可信' }

function Part({ words: { text, figure, mark }, chosen, onChoose }: Choosing & { readonly words: Words }) {
  const sign = mark === null ? undefined : signs[mark]
  const raised = sign && <sup>{sign}</sup>
  if (figure === null) return mark === null ? text : <span className="rp-blank">{text}</span>
  return (
    <>
      <button
        type="button"
        className={`rp-figure ${mark ? `rp-${mark}` : ''}`}
        aria-pressed={figure === chosen}
        onClick={() => onChoose(figure)}
      >
        {text}
      </button>
      {raised}
    </>
  )
}

/** What does not agree stands at the end; both values are kept. */
function Differences({ content: { differences } }: { readonly content: ReportContent }) {
  const t = useLabels(labels)
  return (
    <aside id="rp-notes" className="rp-footnote" aria-label={t.notes}>
      {differences.map(({ figure, text }, index) => (
        <p key={figure}>
          注{index + 1}　{text}
        </p>
      ))}
    </aside>
  )
}
