import { z } from 'zod'
import { PlainDateText } from '#kernel/values/wire.ts'

/** A day that a court's register can speak of. */
const RegisterDay = PlainDateText.refine(({ year }) => year >= 1990 && year <= 2100, {
  error: '年份须在1990至2100之间',
})
const Label = z.object({ zh: z.string(), en: z.string() })

export const ReportPeriod = z.object({ from: RegisterDay, to: RegisterDay })

/** What a reader must see before believing the words. */
export const Mark = z.enum(['unsupported', 'differs', 'changed', 'imported', 'doubtful'])
export type Mark = z.output<typeof Mark>

const Part = z.object({ text: z.string(), figure: z.string().nullable(), mark: Mark.nullable() })

export const ReportSentence = z.object({
  id: z.string(),
  /** With `{F01}` where a figure stands, for rewriting. */
  body: z.string(),
  parts: z.array(Part),
  /** Why nothing stands behind it: figures without records, numbers typed by hand, blanks not filled in. */
  lacks: z.array(z.string()),
  signedBy: z.string().nullable(),
  signReason: z.string().nullable(),
})
export type ReportSentence = z.output<typeof ReportSentence>

export const ReportSection = z.object({
  id: z.string(),
  heading: z.string(),
  lead: z.string().nullable(),
  level: z.int(),
  sentences: z.array(ReportSentence),
})

export const ReportFigure = z.object({
  id: z.string(),
  title: Label,
  periodText: z.string(),
  printed: z.string().nullable(),
  /** Why nobody should believe it. */
  doubt: z.string().nullable(),
  ground: z.enum(['records', 'imported', 'configured']).nullable(),
  formula: z.string(),
  source: z.string(),
  parts: z.array(z.object({ title: Label, text: z.string(), href: z.string().nullable() })),
  published: z.string().nullable(),
  publishedIn: z.string().nullable(),
  /** What it would be now, when that differs from the draft. */
  now: z.string().nullable(),
  keepReason: z.string().nullable(),
})
export type ReportFigure = z.output<typeof ReportFigure>

export const ReportContent = z.object({
  reportId: z.uuid().nullable(),
  state: z.enum(['preview', 'draft', 'final']),
  version: z.int(),
  from: z.string(),
  to: z.string(),
  court: z.string(),
  title: z.string(),
  /** The day printed under the issuer. */
  dated: z.string(),
  asOf: z.string(),
  /** What must be known before reading: a period that has not begun or is not over. */
  remarks: z.array(z.string()),
  sections: z.array(ReportSection),
  figures: z.array(ReportFigure),
  differences: z.array(z.object({ figure: z.string(), published: z.string(), reckoned: z.string(), text: z.string() })),
  counts: z.object({ bound: z.int(), unbound: z.int(), changed: z.int(), differing: z.int() }),
})
export type ReportContent = z.output<typeof ReportContent>

export const ReportRow = z.object({
  reportId: z.uuid(),
  title: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  state: z.enum(['draft', 'final']),
  draftedBy: z.string(),
  draftedAt: z.string(),
  finalisedAt: z.string().nullable(),
  version: z.int(),
})

export const SentenceText = z.string().max(2000)
export const Reason = z.string().trim().min(2).max(500)
export const figureId = z.string().regex(/^F\d{2}$/)
export const sentenceId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
