import { z } from 'zod'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'
import {
  type Field,
  fieldOf,
  firstFields,
  isKept,
  laterFields,
  ownFields,
  type Register,
  type Step,
  typedFieldsOf,
} from './declaration.ts'

const longest = { text: 200, long: 2_000, list: 1_000 } as const

/** A field as a person types it. Lists are one text with 、 between its parts. */
export function typedField({ kind, codes = {} }: Field): z.ZodType {
  switch (kind) {
    case 'day':
      return PlainDateText
    case 'time':
      return z.string().regex(/^([01]?\d|2[0-3])(:[0-5]\d){1,2}$/, { error: '时间应如 09:30' })
    case 'fen':
      return FenText
    case 'integer':
      return z.int().min(0).max(1_000_000)
    case 'decimal':
      return z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, { error: '应为数字，如 12.5' })
    case 'choice':
      return z.enum(Object.keys(codes) as [string, ...string[]])
    case 'yes-no':
      return z.boolean()
    case 'long':
    case 'list':
      return z.string().trim().min(1).max(longest[kind])
    default:
      return z.string().trim().min(1).max(longest.text)
  }
}

const typedFields = (fields: readonly (readonly [string, Field])[]) =>
  Object.fromEntries(
    fields.map(([name, field]) => [
      name,
      field.required && field.numbered === undefined ? typedField(field) : typedField(field).optional(),
    ]),
  )

const typedNumber = (field?: Field) =>
  field?.required ? z.string().trim().min(1).max(60) : z.string().trim().max(60).optional()

/** What makes an entry; of a case, beside the case itself. */
export function RecordEntry(register: Register): z.ZodObject {
  const [person, number] = [fieldOf(register, 'person'), fieldOf(register, 'case')]
  return z.object({
    ...(register.about === 'debtor' && { partyId: z.uuid() }),
    ...(register.about === 'case-if-any' &&
      number !== undefined &&
      !laterFields(register).has(number) && { [number]: typedNumber(register.fields[number]) }),
    ...(register.about !== 'debtor' &&
      person !== undefined && { [person]: z.string().trim().min(1).max(120).optional() }),
    ...typedFields(firstFields(register)),
  })
}

/** What corrects an entry: everything it states, and why. */
export const CorrectEntry = (register: Register): z.ZodObject =>
  z.object({
    ...Object.fromEntries(
      typedFieldsOf(register).map(([name, field]) => [name, typedField(field).nullable().optional()]),
    ),
    reason: z.string().trim().min(2).max(200),
  })

export const WithdrawEntry = z.object({ reason: z.string().trim().min(2).max(200) })

export function TakeStep({ fields }: Register, { day, fields: filled }: Step): z.ZodObject {
  const named = filled.flatMap((name) => (fields[name] ? [[name, fields[name]] as const] : []))
  return z.object(
    typedFields(named.map(([name, field]) => [name, { ...field, required: name === day || field.required === true }])),
  )
}

export const Mark = z.object({ code: z.string(), text: z.string(), unlawful: z.boolean() })
export type Mark = z.output<typeof Mark>

/** A line of a register's list. */
export function EntryRow(register: Register): z.ZodObject {
  return z.object({
    entryId: z.uuid(),
    on: PlainDateText,
    caseId: z.string().nullable(),
    partyId: z.string().nullable(),
    handlerId: z.string().nullable(),
    clerkId: z.string().nullable(),
    teamId: z.string().nullable(),
    /** The person of the court whom the entry names. */
    ownerId: z.string().nullable(),
    handlerName: z.string().nullable(),
    marks: z.array(Mark),
    withdrawnBecause: z.string().nullable(),
    version: z.int(),
    ...Object.fromEntries(
      Object.entries(register.fields)
        .filter(([, field]) => isKept(field))
        .map(([name, { kind }]) => [name, shownField(kind)]),
    ),
  })
}

function shownField(kind: Field['kind']): z.ZodType {
  switch (kind) {
    case 'day':
      return PlainDateText.nullable()
    case 'fen':
      return FenText.nullable()
    case 'integer':
      return z.int().nullable()
    case 'yes-no':
      return z.boolean().nullable()
    default:
      return z.string().nullable()
  }
}

const days = (register: Register): readonly string[] =>
  Object.keys(register.fields).filter((name) => register.fields[name]?.kind === 'day')

/** What the list can be narrowed by. A saved view and the way back from a figure are such a filter. */
export function EntryFilter(register: Register): z.ZodObject {
  const names = new Set(ownFields(register).map(([name]) => name))
  const named = z.string().refine((text) => text.split(',').every((name) => names.has(name)), { error: '没有这一项' })
  const closed = ownFields(register).filter(
    ([, { kind }]) => kind === 'choice' || kind === 'yes-no' || kind === 'integer',
  )
  return z.object({
    /** A name, or a case number however it is written. */
    text: z.string().max(80).optional(),
    entryId: z.uuid().optional(),
    caseId: z.uuid().optional(),
    partyId: z.uuid().optional(),
    mine: z.boolean().optional(),
    /** Entries that contradict the law or another record. */
    marked: z.boolean().optional(),
    withdrawn: z.boolean().optional(),
    /** The day field that `from` and `to` speak of; without it the register's own. */
    day: z.enum(days(register) as [string, ...string[]]).optional(),
    from: PlainDateText.optional(),
    to: PlainDateText.optional(),
    /** That day lies within so many days from today on. */
    within: z
      .string()
      .regex(/^\d{1,4}$/)
      .optional(),
    /** That day lies within so many days up to today. */
    past: z
      .string()
      .regex(/^\d{1,4}$/)
      .optional(),
    /** Fields that are filled, and fields that are not, with commas between. */
    has: named.optional(),
    lacks: named.optional(),
    ...Object.fromEntries(
      closed.map(([name, { kind }]) => [
        name,
        // Of a choice, any of several: 公安出警|联合出警.
        (kind === 'yes-no' ? z.boolean() : kind === 'integer' ? z.int() : z.string().max(80)).optional(),
      ]),
    ),
  })
}

export const ContradictionFilter = z.object({ unlawful: z.boolean().optional(), code: z.string().max(60).optional() })
export const ContradictionRow = z.object({
  key: z.string(),
  kind: z.string(),
  caseNumber: z.string().nullable(),
  caseId: z.string().nullable(),
  on: PlainDateText,
  code: z.string(),
  text: z.string(),
  unlawful: z.boolean(),
  href: z.string(),
  handlerId: z.string().nullable(),
  clerkId: z.string().nullable(),
  teamId: z.string().nullable(),
  handlerName: z.string().nullable(),
})

const LabelText = z.object({ zh: z.string(), en: z.string() })

export const EntryHistory = z.object({
  entryId: z.uuid(),
  /** What may be done with it, and why not. */
  acts: z.array(
    z.object({
      command: z.string(),
      title: LabelText,
      allowed: z.boolean(),
      because: z.string().nullable(),
    }),
  ),
  recordedBy: z.string().nullable(),
  recordedAt: z.string(),
  /** The batch that brought it. */
  batchId: z.uuid().nullable(),
  extra: z.record(z.string(), z.string()),
})
export const AskEntry = z.object({ register: z.string().max(80), entryId: z.uuid() })
