import { z } from 'zod'
import { isDay } from '#kernel/values/dates.ts'

export { clockState, daysLeft, type ClockDays, type ClockState } from './rules/state.ts'

/** A day as ISO text that stays text: answers for the screen, where no arithmetic is done. */
const DayText = z.string().refine(isDay, { error: '日期不存在' })

/** The yearly notice on days off and weekends worked in lieu, as it is imported. */
export const Notice = z.object({
  year: z.int().min(2000).max(2999),
  /** Where it was published: an address, or the number of the paper. */
  source: z.string().trim().min(4).max(300),
  days: z
    .array(z.object({ date: DayText, name: z.string().trim().min(1).max(20), off: z.boolean() }))
    .min(1)
    .max(120),
})
export type Notice = z.output<typeof Notice>

/** Clocks that would move alike: they started on one day under one rule. */
export const ClockMove = z.object({
  ruleId: z.string(),
  title: z.string(),
  step: z.int(),
  startedOn: DayText,
  before: DayText,
  after: DayText,
  clocks: z.int(),
})
export type ClockMove = z.output<typeof ClockMove>

export const CalendarEffect = z.object({
  /** Running clocks whose last day would move. */
  clocks: z.int(),
  /** Running clocks that were provisional and would be settled. */
  settled: z.int(),
  moves: z.array(ClockMove),
})
export type CalendarEffect = z.output<typeof CalendarEffect>

export const Proposal = z.object({
  approvalId: z.uuid(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  notice: Notice,
})
export type Proposal = z.output<typeof Proposal>

export const YearCalendar = z.object({
  year: z.int(),
  /** Without a notice only weekends are known, and limits that lean on the year are provisional. */
  known: z.boolean(),
  source: z.string().nullable(),
  /** Who imported it; null for a notice that came with the program. */
  importedBy: z.string().nullable(),
  importedAt: z.string().nullable(),
  days: z.array(z.object({ date: DayText, name: z.string(), off: z.boolean() })),
  workedDays: z.int(),
  /** Running clocks that wait for this year's notice. */
  waiting: z.int(),
  proposal: Proposal.nullable(),
  /** Years that can be opened. */
  years: z.array(z.int()),
})
export type YearCalendar = z.output<typeof YearCalendar>

export const RuleRow = z.object({
  ruleId: z.string(),
  title: z.string(),
  length: z.string(),
  source: z.enum(['L', 'O', 'S', 'I']),
  citations: z.array(z.string()),
  /** Read in its text, or still to be confirmed by the court. */
  remarks: z.array(z.string()),
  warn: z.int(),
  whom: z.enum(['handler', 'clerk', 'allocator']),
  missed: z.string(),
})
export type RuleRow = z.output<typeof RuleRow>
