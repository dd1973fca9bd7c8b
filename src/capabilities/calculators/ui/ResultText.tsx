import { Link } from '@tanstack/react-router'
import type { CalculatorName, Explanation } from '#law/calc.ts'
import { Message } from '#web/components/Message.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import type { CalendarInUse } from './court-calendar.ts'
import { leansOnCalendar } from './field-notes.ts'
import { labels } from './labels.ts'
import { answerOf, type Part, refusalCode } from './result.ts'
import { RulesBehind } from './RulesBehind.tsx'

type Props = {
  readonly name: CalculatorName
  readonly input: Readonly<Record<string, unknown>>
  readonly outcome: Explanation
  readonly inUse: CalendarInUse
}

/** The value, large; how it came about; on which rules; and what the court should look at first. */
export function ResultText({ name, input, outcome, inUse }: Props) {
  const t = useLabels(labels)
  const code = refusalCode(outcome)
  return (
    <>
      {code === undefined ? <Value name={name} outcome={outcome} /> : <Refused code={code} outcome={outcome} />}
      {code === undefined && <Workings lines={outcome.workings} />}
      <RulesBehind name={name} input={input} citations={outcome.citations} />
      {outcome.checks.length > 0 && <Checks lines={outcome.checks} />}
      {code === undefined && leansOnCalendar(name) && (
        <p className="calc-foot">{inUse.ofCourt ? t.courtCalendar : t.publishedCalendar}</p>
      )}
    </>
  )
}

function Value({ name, outcome }: Pick<Props, 'name' | 'outcome'>) {
  const t = useLabels(labels)
  const text = useText()
  const { large, parts, provisional } = answerOf(name, outcome)
  return (
    <div className="calc-value" role="status">
      <div className="calc-large">
        {large.map((part) => (
          <LargePart key={part.title.en} part={part} />
        ))}
        {provisional && <StatusTag tone="due">{t.provisional}</StatusTag>}
      </div>
      {parts.length > 0 && (
        <dl className="dx-kv calc-parts">
          {parts.map(({ title, text: said, unit }) => (
            <div key={title.en}>
              <dt>{text(title)}</dt>
              <dd className={unit?.en === 'yuan' ? 'dx-right' : ''}>
                {text(said)} {unit && text(unit)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function LargePart({ part: { title, text: said, unit, tone } }: { readonly part: Part }) {
  const text = useText()
  return (
    <div>
      <p className="dx-13 dx-t2">{text(title)}</p>
      <p className={`dx-fig ${tone ? `calc-${tone}` : ''}`}>
        {text(said)}
        {unit && <small> {text(unit)}</small>}
      </p>
    </div>
  )
}

function Refused({ code, outcome }: { readonly code: string; readonly outcome: Explanation }) {
  const t = useLabels(labels)
  return (
    <div className="calc-value" role="status">
      <p className="dx-fig calc-fault">{t.refused}</p>
      {outcome.workings.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="dx-13 dx-t3">
        {t.code} {code}
      </p>
    </div>
  )
}

function Workings({ lines }: { readonly lines: readonly string[] }) {
  const t = useLabels(labels)
  return (
    <section className="calc-part">
      <h3>{t.workings}</h3>
      {lines.length === 0 ? (
        <p className="dx-t2">{t.noWorkings}</p>
      ) : (
        <ol className="calc-workings">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** A year without its notice can be mended by importing it; the other checks are for the eye. */
function Checks({ lines }: { readonly lines: readonly string[] }) {
  const t = useLabels(labels)
  const may = useMay()
  return (
    <section className="calc-part">
      <h3>{t.checks}</h3>
      {lines.map((line) => {
        const year = /^(\d{4})年的放假安排没有收录/.exec(line)?.[1]
        return (
          <Message key={line} tone={year ? 'due' : 'info'}>
            {line}
            {year && may('deadlines.propose-notice') && (
              <Link className="dx-gap dx-noprint" to={`/calendar?year=${year}`}>
                {t.importNotice}
              </Link>
            )}
          </Message>
        )
      })}
    </section>
  )
}
