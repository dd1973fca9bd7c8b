import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { PlainDateText } from '#kernel/values/wire.ts'
import { commandContract, listContract, readingContract } from '#web/api.ts'
import { RecordEvent } from '../../contract.ts'
import { CaseClock, ClockCounts, ClockFilter, ClockRow } from '../../clocks/contract.ts'

export const clockList = listContract({ name: 'cases.clocks', input: ClockFilter, row: ClockRow })

export const clockReading = readingContract({
  name: 'cases.clock',
  input: z.object({ caseId: z.uuid(), ruleId: z.string(), step: z.int() }),
  output: CaseClock,
})

export const caseClocks = readingContract({
  name: 'cases.case-clocks',
  input: z.object({ caseId: z.uuid() }),
  output: z.array(CaseClock),
})

export const clockCounts = readingContract({
  name: 'cases.clock-counts',
  input: z.object({ whose: z.enum(['mine', 'all']) }),
  output: ClockCounts,
})

/** Days off and days worked in lieu, from the room that keeps the calendar. */
export const courtYear = readingContract({
  name: 'deadlines.calendar',
  input: z.object({ year: z.int() }),
  output: z.object({
    known: z.boolean(),
    days: z.array(z.object({ date: z.string(), name: z.string(), off: z.boolean() })),
  }),
})

export const recordEvent = commandContract({
  name: 'cases.record-event',
  title: label('登记', 'Record'),
  input: RecordEvent.extend({ caseId: z.uuid() }),
})

export const recordLookUp = commandContract({
  name: 'cases.record-look-up',
  title: label('登记终本后查询', 'Record look-up'),
  input: z.object({
    caseId: z.uuid(),
    occurredOn: PlainDateText,
    found: z.enum(['nothing', 'property']),
    note: z.string().trim().max(200).optional(),
  }),
})
