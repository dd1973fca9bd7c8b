import type { CalculatorName, Explanation } from '#law/calc.ts'
import { formatCitation } from '#law/citation.ts'
import type { Rule } from '#law/rules.ts'
import { RuleCitation } from '#web/components/RuleCitation.tsx'
import { useLabels } from '#web/language.ts'
import { labels } from './labels.ts'
import { figureOf } from './rule-figure.ts'
import { citedBeside, rulesBehind } from './rules-behind.ts'

type Props = {
  readonly name: CalculatorName
  readonly input: Readonly<Record<string, unknown>>
  readonly citations: Explanation['citations']
}

/** Every rule that was used: its rate or period, since when, and its articles, each of which opens the text. */
export function RulesBehind({ name, input, citations }: Props) {
  const t = useLabels(labels)
  const rules = rulesBehind(name, input, citations)
  const beside = citedBeside(rules, citations)
  if (citations.length === 0) return null
  return (
    <section className="calc-part">
      <h3>{t.rules}</h3>
      <ul className="calc-rules">
        {rules.map((rule) => (
          <RuleLine key={rule.id} rule={rule} />
        ))}
        {beside.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

function RuleLine({ rule }: { readonly rule: Rule }) {
  const t = useLabels(labels)
  const figure = figureOf(rule)
  const { from, to } = forceOf(rule)
  return (
    <li>
      <p>
        <b>{rule.titleZh}</b>
        {figure && <span className="calc-figure">{figure}</span>}
      </p>
      <p className="calc-articles">
        {rule.citation.map((citation) => {
          const text = formatCitation(citation)
          return <RuleCitation key={text} text={text} rule={rule.id} on={from} blue whole />
        })}
        <span className="dx-t3">
          {from ? `${t.since} ${from}` : t.sinceAlways}
          {to && ` ${t.until} ${to}`}
        </span>
      </p>
    </li>
  )
}

const forceOf = ({ sameContentSince, effectiveFrom, effectiveTo }: Rule) => ({
  from: (sameContentSince ?? effectiveFrom)?.toString(),
  to: effectiveTo?.toString(),
})
