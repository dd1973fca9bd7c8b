import { z } from 'zod'
import { PlainDateText } from '#kernel/values/wire.ts'

const LabelText = z.object({ zh: z.string(), en: z.string() })

export const DeskRow = z.object({
  id: z.string(),
  /** Which block it belongs to: 期限, 案款, 事项. */
  section: z.string(),
  what: LabelText,
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  parties: z.string().nullable(),
  why: z.string(),
  dueOn: z.string().nullable(),
  daysLeft: z.int().nullable(),
  state: z.enum(['custody', 'overdue', 'urgent', 'due', 'open']),
  act: z.object({
    title: LabelText,
    command: z.string().optional(),
    input: z.record(z.string(), z.unknown()).optional(),
    href: z.string().optional(),
  }),
  group: z.string(),
})
export type DeskRow = z.output<typeof DeskRow>

export const Today = z.object({
  sections: z.array(z.object({ id: z.string(), title: LabelText, count: z.int() })),
  rows: z.array(DeskRow),
  /** Rows that were put off and come back by themselves. */
  putOff: z.int(),
  /** When nothing is to be done today: the next day on which something falls due. */
  next: z.object({ on: PlainDateText, count: z.int(), href: z.string() }).nullable(),
})
export type Today = z.output<typeof Today>

export const DeskCounts = z.array(
  z.object({
    id: z.string(),
    title: LabelText,
    tone: z.enum(['plain', 'overdue', 'due']),
    href: z.string(),
    count: z.int(),
  }),
)
export type DeskCounts = z.output<typeof DeskCounts>

export const DeskApprovals = z.array(
  z.object({
    id: z.string(),
    what: LabelText,
    detail: z.string(),
    at: z.string(),
    href: z.string(),
    mine: z.boolean(),
  }),
)
export const Notices = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      by: z.string().nullable(),
      at: z.string(),
      href: z.string(),
      unread: z.boolean(),
    }),
  ),
  unread: z.int(),
})
export type Notices = z.output<typeof Notices>

export const PutOff = z.object({ itemId: z.string().max(200), until: PlainDateText })
export const MarkRead = z.object({})

export const SearchHits = z.array(
  z.object({ kind: LabelText, title: z.string(), detail: z.string(), href: z.string() }),
)
export const SearchText = z.object({ text: z.string().max(80) })
