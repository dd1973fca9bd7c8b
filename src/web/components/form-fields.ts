import type { z } from 'zod'
import { formatWords } from '#kernel/values/format-words.ts'
import type { Label } from '#kernel/values/labels.ts'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'

export type FieldKind = 'text' | 'long' | 'number' | 'amount' | 'date' | 'choice' | 'flag'

const inner = (schema: z.ZodType): z.ZodType => {
  const { innerType } = schema.def as { innerType?: z.ZodType }
  return innerType ? inner(innerType) : schema
}

export const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success

/** Which control a field of a contract gets when the form does not say. */
export function kindOf(schema: z.ZodType): FieldKind {
  const plain = inner(schema)
  if (plain === FenText) return 'amount'
  if (plain === PlainDateText) return 'date'
  switch (plain.def.type) {
    case 'enum':
      return 'choice'
    case 'boolean':
      return 'flag'
    case 'number':
      return 'number'
    default:
      return 'text'
  }
}

export type FieldFault = { readonly field: string; readonly detail: Label }

type Issue = z.core.$ZodIssue

/** Every bad field at once, in words that say what to do. */
export const faultsOf = (error: z.ZodError): readonly FieldFault[] =>
  error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), detail: wordsOf(issue) }))

function wordsOf(issue: Issue): Label {
  const fill = { zh: '请填写', en: 'Required' }
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === ''
        ? fill
        : { zh: '填写的内容读不出来，请核对', en: issue.message }
    case 'invalid_value':
      return { zh: '请选一项', en: 'Choose one' }
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1 ? fill : { zh: `至少${issue.minimum}个字`, en: issue.message }
      return { zh: `不能小于 ${issue.minimum}`, en: issue.message }
    case 'too_big':
      return issue.origin === 'string'
        ? { zh: `最多${issue.maximum}个字`, en: issue.message }
        : { zh: `不能大于 ${issue.maximum}`, en: issue.message }
    case 'custom':
      return { zh: issue.message, en: issue.message }
    case 'invalid_format':
      return { zh: formatWords(issue.format, issue.pattern), en: issue.message }
    default:
      return { zh: '不符合要求，请核对后重填', en: issue.message }
  }
}
