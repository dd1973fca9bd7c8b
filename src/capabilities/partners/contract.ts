import { z } from 'zod'
import { PlainDateText } from '#kernel/values/wire.ts'

/** How far one unit is with one person. */
const cellStates = ['已推送', '已签收', '已限制', '撤销待解除', '已解除'] as const

const Cell = z.object({
  entryId: z.uuid(),
  unit: z.string(),
  state: z.enum(cellStates),
  on: PlainDateText,
})

export const MatrixFilter = z.object({
  text: z.string().max(80).optional(),
  /** Persons of whom some unit has not lifted what was revoked. */
  unlifted: z.boolean().optional(),
})

/** One person in one case, and every unit that was told. */
export const MatrixRow = z.object({
  key: z.string(),
  caseNumber: z.string(),
  caseId: z.string().nullable(),
  person: z.string(),
  lastOn: PlainDateText,
  pushed: z.int(),
  applied: z.int(),
  lifted: z.int(),
  cells: z.array(Cell),
  handlerId: z.string().nullable(),
  clerkId: z.string().nullable(),
  teamId: z.string().nullable(),
})
export type MatrixRow = z.output<typeof MatrixRow>

export const SheetInput = z.object({ from: PlainDateText, to: PlainDateText })
export const SheetRow = z.object({
  unit: z.string(),
  asked: z.int(),
  due: z.int(),
  inTime: z.int(),
  medianDays: z.string().nullable(),
  refused: z.int(),
  unfinished: z.int(),
})
export type SheetRow = z.output<typeof SheetRow>
