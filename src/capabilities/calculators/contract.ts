import { z } from 'zod'
import { PlainDateText } from '#kernel/values/wire.ts'

/** A rule of the law as it stood on a day, as a citation opens it. */
export const RuleText = z.object({
  title: z.string(),
  article: z.string(),
  text: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  source: z.string(),
  version: z.string(),
})
export type RuleText = z.output<typeof RuleText>

export const RuleQuestion = z.object({ rule: z.string().max(60), on: PlainDateText.optional() })

const LabelText = z.object({ zh: z.string(), en: z.string() })

/** A field of a calculation's form. Amounts are fen on the wire and yuan on the screen. */
export type CalculationField = {
  readonly name: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly kind: 'amount' | 'number' | 'day' | 'moment' | 'text' | 'flag' | 'choice' | 'list' | 'choices' | 'group'
  readonly optional: boolean
  readonly options: readonly { readonly value: string; readonly title: { readonly zh: string; readonly en: string } }[]
  /** The words of the choice are numbers on the wire. */
  readonly numeric: boolean
  /** Of one line of a list, or of a group. */
  readonly fields: readonly CalculationField[]
}
export const CalculationField: z.ZodType<CalculationField> = z.lazy(() =>
  z.object({
    name: z.string(),
    title: LabelText,
    kind: z.enum(['amount', 'number', 'day', 'moment', 'text', 'flag', 'choice', 'list', 'choices', 'group']),
    optional: z.boolean(),
    options: z.array(z.object({ value: z.string(), title: LabelText })),
    numeric: z.boolean(),
    fields: z.array(CalculationField),
  }),
)

export const Calculation = z.object({
  name: z.string(),
  subject: z.string(),
  title: LabelText,
  fields: z.array(CalculationField),
})
export type Calculation = z.output<typeof Calculation>

export const Calculations = z.object({
  subjects: z.array(z.object({ id: z.string(), title: LabelText })),
  calculations: z.array(Calculation),
})
export type Calculations = z.output<typeof Calculations>

export const Asked = z.object({
  name: z.string().max(60),
  input: z
    .record(z.string().max(60), z.json())
    .refine((input) => JSON.stringify(input).length <= 20_000, { error: '填写的内容太多' }),
})

/** A result as it is read aloud and printed. */
export const Reckoned = z.object({
  /** Whether a value came out; else the lines say why the contract refuses the input. */
  given: z.boolean(),
  lines: z.array(z.object({ title: z.string(), value: z.string() })),
  workings: z.array(z.string()),
  citations: z.array(z.string()),
  /** What the court should know before relying on it. */
  checks: z.array(z.string()),
})
export type Reckoned = z.output<typeof Reckoned>
