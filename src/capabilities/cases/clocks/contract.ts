import { z } from 'zod'
import type { ClockState } from '#capabilities/deadlines'
import { PlainDateText } from '#kernel/values/wire.ts'

const states = ['overdue', 'urgent', 'due', 'far', 'paused', 'met'] as const satisfies readonly ClockState[]

/** A line of the list of clocks. */
export const ClockRow = z.object({
  caseId: z.uuid(),
  caseNumber: z.string(),
  parties: z.string(),
  ruleId: z.string(),
  step: z.int(),
  title: z.string(),
  startedOn: PlainDateText,
  dueOn: PlainDateText,
  /** Null while the clock stands still or has ended. */
  daysLeft: z.int().nullable(),
  state: z.enum(states),
  provisional: z.boolean(),
  finishedOn: PlainDateText.nullable(),
  whom: z.string().nullable(),
  handlerId: z.string().nullable(),
  handlerName: z.string().nullable(),
  clerkId: z.string().nullable(),
  teamId: z.string().nullable(),
})
export type ClockRow = z.output<typeof ClockRow>

export const ClockFilter = z.object({
  /** Left out, every clock that runs. */
  state: z.enum(states).optional(),
  /** Due within these days, both included. */
  dueFrom: PlainDateText.optional(),
  dueTo: PlainDateText.optional(),
  ruleId: z.string().max(40).optional(),
  startedOn: PlainDateText.optional(),
  provisional: z.boolean().optional(),
  handlerId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  /** Only those in which the reader is handler or clerk. */
  mine: z.boolean().optional(),
  text: z.string().trim().min(1).max(60).optional(),
})
export type ClockFilter = z.output<typeof ClockFilter>

const DayText = z.string()

/** How the end of a clock was reckoned, part by part. */
export const ClockDerivation = z.object({
  startOn: DayText,
  startWhy: z.string(),
  length: z.string(),
  counted: z.array(z.object({ from: DayText, to: DayText, days: z.int() })),
  skipped: z.array(z.object({ from: DayText, to: DayText, why: z.string() })),
  dueOn: DayText.nullable(),
  citations: z.array(z.string()),
  rule: z.string().nullable(),
  workings: z.array(z.string()),
  remarks: z.array(z.string()),
})

/** One clock of a case as its page shows it. */
export const CaseClock = z.object({
  ruleId: z.string(),
  step: z.int(),
  title: z.string(),
  state: z.enum(states),
  daysLeft: z.int().nullable(),
  provisional: z.boolean(),
  finishedOn: z.string().nullable(),
  /** What missing it means. */
  missed: z.string(),
  derivation: ClockDerivation,
  /** What ends it: a command with what is known of its input, or a page. */
  act: z
    .object({
      title: z.object({ zh: z.string(), en: z.string() }),
      command: z.string().optional(),
      input: z.record(z.string(), z.unknown()),
    })
    .nullable(),
})
export type CaseClock = z.output<typeof CaseClock>

export const ClockCounts = z.object({ overdue: z.int(), today: z.int(), week: z.int(), provisional: z.int() })
export type ClockCounts = z.output<typeof ClockCounts>

export const OverdueCounts = z.array(
  z.object({
    /** By rule or by handler; null for cases nobody handles. */
    id: z.string().nullable(),
    name: z.string(),
    overdue: z.int(),
    running: z.int(),
  }),
)
