import { z } from 'zod'
import { type Calendar, publishedCalendar } from './calendar.ts'
import { disposalCalculators } from './calculators/disposal.ts'
import { identifierCalculators } from './calculators/identifiers.ts'
import { type Json, parseJson, printJson } from './calculators/json.ts'
import { measureCalculators } from './calculators/measures.ts'
import { moneyCalculators } from './calculators/money.ts'
import type { CalcFailure, CalcProblem, Calculator } from './calculators/outcome.ts'
import { periodCalculators } from './calculators/periods.ts'
import { type Citation, formatCitation } from './citation.ts'
import type { Finding } from './finding.ts'

export type { CalcFailure, Calculator, Json }

/** Every calculation, by its name in the contract of the rule book. */
export const calculators = {
  ...moneyCalculators,
  ...periodCalculators,
  ...measureCalculators,
  ...disposalCalculators,
  ...identifierCalculators,
} satisfies Readonly<Record<string, Calculator>>

export type CalculatorName = keyof typeof calculators

export const isCalculatorName = (name: string): name is CalculatorName => Object.hasOwn(calculators, name)

/** A line of text in, a line of text out; integers of any size are read and written digit by digit. */
export function calculateLine(text: string, calendar: Calendar = publishedCalendar): string {
  let line: unknown
  try {
    line = parseJson(text)
  } catch {
    return printJson({ problem: notJson })
  }
  const outcome = ask(line, calendar)
  return 'problem' in outcome ? printJson({ problem: outcome.problem }) : `{"value":${printJson(outcome.value)}}`
}

export type Explanation = {
  readonly value: Json
  readonly citations: readonly (Citation & { readonly text: string })[]
  readonly workings: readonly string[]
  readonly checks: readonly string[]
}

/** The same with articles, derivation and warnings, for the page. */
export function explain(
  name: string,
  input: unknown,
  calendar: Calendar = publishedCalendar,
): Explanation | CalcFailure {
  const outcome = ask({ function: name, input }, calendar)
  if ('problem' in outcome) return outcome
  const { value, citations, workings, checks } = outcome
  return {
    value,
    citations: citations.map((citation) => ({ ...citation, text: formatCitation(citation) })),
    workings,
    checks: [...checks, ...unusedFields(name, input)],
  }
}

function ask(line: unknown, calendar: Calendar): Finding<Json> | CalcFailure {
  if (typeof line !== 'object' || line === null || !('function' in line) || typeof line.function !== 'string') {
    return { problem: noFunction }
  }
  if (!isCalculatorName(line.function)) return { problem: unknownFunction(line.function) }
  return calculators[line.function].run('input' in line ? line.input : undefined, calendar)
}

/** A field nobody reads is more likely a slip of the pen than a remark. */
function unusedFields(name: string, input: unknown): string[] {
  if (!isCalculatorName(name) || typeof input !== 'object' || input === null) return []
  const known = fieldsOf(calculators[name])
  const unused = Object.keys(input).filter((field) => !known.has(field))
  return unused.length === 0 ? [] : [`没有使用的输入：${unused.join('、')}，请核对是否写错`]
}

function fieldsOf({ inputSchema }: Calculator): ReadonlySet<string> {
  const read = inputSchema instanceof z.ZodPipe ? inputSchema.in : inputSchema
  return new Set(read instanceof z.ZodObject ? Object.keys(read.shape) : [])
}

/** What a calculation reads, as JSON Schema, for the interface description. */
export const inputJsonSchema = (name: CalculatorName) =>
  z.toJSONSchema(calculators[name].inputSchema, { io: 'input', unrepresentable: 'any' })

const notJson: CalcProblem = {
  type: '/problems/law/not-json',
  status: 400,
  title: '这一行无法读取',
  detail: '这一行不是 JSON，应写作 {"function":"…","input":{…}}',
}

const noFunction: CalcProblem = {
  type: '/problems/law/no-function',
  status: 400,
  title: '这一行无法读取',
  detail: '缺少 function，应写作 {"function":"…","input":{…}}',
}

const unknownFunction = (name: string): CalcProblem => ({
  type: '/problems/law/unknown-function',
  status: 404,
  title: '没有这种计算',
  detail: `没有名为“${name.slice(0, 60)}”的计算；可用：${Object.keys(calculators).join('、')}`,
})
