import { type Label, label } from '#kernel/values/labels.ts'
import type { z } from 'zod'
import { type CalculatorName, inputJsonSchema } from '#law/calc.ts'
import { choiceTitle, fieldTitle } from './words.ts'
import { alwaysShown, startsEmpty, wordsOf } from './field-notes.ts'

export type Choice = { readonly value: string | number; readonly title: Label }

/** What kind of control a field gets; lists and groups hold fields of their own. */
export type Shape =
  | { readonly kind: 'amount' | 'percent' | 'day' | 'moment' | 'number' | 'text' | 'flag' }
  | { readonly kind: 'choice' | 'several' | 'order' | 'byTier'; readonly choices: readonly Choice[] }
  | { readonly kind: 'list'; readonly item: Shape; readonly startsEmpty: boolean }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }

export type Field = {
  readonly name: string
  readonly title: Label
  readonly required: boolean
  /** `null` is an answer of its own: a case without an amount. */
  readonly mayBeNone: boolean
  /** Stands in the form from the start; the other optional fields are folded away. */
  readonly shown: boolean
  readonly shape: Shape
}

type Schema = z.core.JSONSchema.JSONSchema

/** The form of a calculation, made from the schema of its input. */
export const fieldsOf = (name: CalculatorName): readonly Field[] => fieldsIn(name, inputJsonSchema(name))

function fieldsIn(name: CalculatorName, { properties = {}, required = [] }: Schema): readonly Field[] {
  return Object.entries(properties).flatMap(([field, schema]) => {
    if (typeof schema === 'boolean') return []
    const isRequired = required.includes(field)
    const { plain, nullable } = withoutNull(schema)
    return [
      {
        name: field,
        title: fieldTitle(name, field),
        required: isRequired,
        mayBeNone: isRequired && nullable,
        shown: isRequired || alwaysShown(name, field),
        shape: shapeOf(name, field, plain),
      },
    ]
  })
}

function withoutNull(schema: Schema): { readonly plain: Schema; readonly nullable: boolean } {
  if (Array.isArray(schema.type)) {
    const [type] = schema.type.filter((each) => each !== 'null')
    return { plain: { ...schema, ...(type && { type }) }, nullable: schema.type.includes('null') }
  }
  const parts = (schema.anyOf ?? []).filter((part) => typeof part !== 'boolean')
  const plain = parts.find(({ type }) => type !== 'null')
  return plain ? { plain, nullable: parts.length > 1 } : { plain: schema, nullable: false }
}

function shapeOf(name: CalculatorName, field: string, schema: Schema): Shape {
  const { type, properties, items, additionalProperties, format, pattern } = schema
  const choices = choicesOf(name, field, schema)
  if (type === 'array' && typeof items === 'object' && !Array.isArray(items)) return listOf(name, field, items)
  if (properties) return { kind: 'group', fields: fieldsIn(name, schema) }
  if (typeof additionalProperties === 'object')
    return { kind: 'byTier', choices: choicesOf(name, field, additionalProperties) }
  if (choices.length > 0) return { kind: 'choice', choices }
  if (type === 'boolean') return { kind: 'flag' }
  if (format === 'date') return { kind: 'day' }
  if (pattern !== undefined) return { kind: 'moment' }
  if (/(^f|F)en$/.test(field)) return { kind: 'amount' }
  if (field.endsWith('Ppm')) return { kind: 'percent' }
  return { kind: type === 'string' ? 'text' : 'number' }
}

function listOf(name: CalculatorName, field: string, items: Schema): Shape {
  const choices = choicesOf(name, field, items)
  if (choices.length > 0) return { kind: field === 'order' ? 'order' : 'several', choices }
  return { kind: 'list', item: shapeOf(name, field, items), startsEmpty: startsEmpty(field) }
}

function choicesOf(name: CalculatorName, field: string, schema: Schema): readonly Choice[] {
  const values = schema.enum ?? wordsOf(name, field)
  return values.flatMap((value) =>
    typeof value === 'string' || typeof value === 'number' ? [{ value, title: choiceTitle(field, value) }] : [],
  )
}

/** What a fold is called: 选填 3项. */
export const foldedTitle = (count: number): Label => label(`选填 ${count}项`, `Optional: ${count}`)
