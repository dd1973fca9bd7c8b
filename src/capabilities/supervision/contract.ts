import { z } from 'zod'
import { PlainDateText } from '#kernel/values/wire.ts'

const LabelText = z.object({ zh: z.string(), en: z.string() })

/** Something that has gone past its day, who holds it, and since when. */
export const RedItem = z.object({
  id: z.string(),
  kind: LabelText,
  what: z.string(),
  /** By name and office: the board says who is asked. */
  holder: z.string().nullable(),
  /** Whose case it is: an instruction about it goes to this person unless the leader names another. */
  holderId: z.uuid().nullable(),
  since: PlainDateText,
  days: z.int(),
  caseNumber: z.string().nullable(),
  href: z.string(),
  /** What an instruction about it begins with. */
  occasion: z.string(),
})
export type RedItem = z.output<typeof RedItem>

export const Board = z.object({
  red: z.array(RedItem),
  redTotal: z.int(),
  instructions: z.array(
    z.object({
      entryId: z.uuid(),
      text: z.string(),
      owner: z.string().nullable(),
      dueOn: PlainDateText,
      days: z.int(),
      reportedOn: z.string().nullable(),
    }),
  ),
  takeovers: z.object({ open: z.int(), movedThisWeek: z.int() }),
  figures: z.array(z.object({ id: z.string(), title: LabelText, printed: z.string(), href: z.string() })),
})
export type Board = z.output<typeof Board>
