import type { CalculatorName, Explanation } from '#law/calc.ts'
import { formatCitation } from '#law/citation.ts'
import type { Field } from './fields.ts'
import { inputLines } from './input-text.ts'
import { labels } from './labels.ts'
import { answerOf, type Part, refusalCode } from './result.ts'
import { figureOf } from './rule-figure.ts'
import { citedBeside, rulesBehind } from './rules-behind.ts'
import { titleOf } from './subjects.ts'
import type { Values } from './values.ts'

type Reckoned = {
  readonly name: CalculatorName
  readonly fields: readonly Field[]
  readonly reckoned: Values
  readonly input: Readonly<Record<string, unknown>>
  readonly outcome: Explanation
}

/** The whole calculation as plain text, for a paper or a message; always in Chinese, as papers are. */
export function resultText({ name, fields, reckoned, input, outcome }: Reckoned, link: string): string {
  const rules = rulesBehind(name, input, outcome.citations)
  const answer = answerOf(name, outcome)
  const said =
    refusalCode(outcome) === undefined ? [...answer.large, ...answer.parts].map(partText) : [labels.refused.zh]
  return [
    `【${titleOf(name).zh}】`,
    ...section(
      labels.input.zh,
      inputLines(fields, reckoned).map(({ title, text }) => `${title.zh} ${text}`),
    ),
    ...section(labels.result.zh, answer.provisional ? [...said, `（${labels.provisional.zh}）`] : said),
    ...section(labels.workings.zh, outcome.workings),
    ...section(labels.rules.zh, [
      ...rules.map((rule) =>
        [rule.titleZh, figureOf(rule), rule.citation.map(formatCitation).join('、')].filter(Boolean).join('　'),
      ),
      ...citedBeside(rules, outcome.citations).map(({ text }) => text),
    ]),
    ...section(labels.checks.zh, outcome.checks),
    link,
  ].join('\n')
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}：`, ...lines.map((line) => `  ${line}`)]

const partText = ({ title, text, unit }: Part): string => `${title.zh} ${text.zh}${unit ? ` ${unit.zh}` : ''}`
