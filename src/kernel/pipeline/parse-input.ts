import type { z } from 'zod'
import { formatWords } from '../values/format-words.ts'
import type { Refusal } from '../problem.ts'
import { invalidInput } from './problems.ts'

/** The decoded input, or one refusal that names every bad field at once. */
export function parseInput(schema: z.ZodObject, raw: unknown): object | Refusal {
  const parsed = strictly(schema).safeParse(raw ?? {}, { error: chinese })
  if (parsed.success) return parsed.data
  return invalidInput(
    parsed.error.issues.map(({ path, message }) => ({
      pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      detail: message,
    })),
  )
}

const strictTwins = new WeakMap<z.ZodObject, z.ZodObject>()

/** The schema that refuses unknown keys. Kept, because a fresh schema compiles itself at its first use. */
function strictly(schema: z.ZodObject): z.ZodObject {
  const known = strictTwins.get(schema)
  if (known) return known
  const strict = schema.strict()
  strictTwins.set(schema, strict)
  return strict
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  object: '对象',
  array: '列表',
  date: '日期',
}

/** What is wrong with a field, in words a clerk can act on. A schema's own message goes first. */
const chinese: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '必填' : `应为${typeNames[issue.expected] ?? issue.expected}`
    case 'too_small':
      return issue.origin === 'string' ? `至少 ${issue.minimum} 个字` : `不能小于 ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string' ? `最多 ${issue.maximum} 个字` : `不能大于 ${issue.maximum}`
    case 'invalid_format':
      return formatWords(issue.format, issue.pattern)
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')} 之一`
    case 'unrecognized_keys':
      return `没有这些项：${issue.keys.join('、')}`
    default:
      return '不符合要求'
  }
}
