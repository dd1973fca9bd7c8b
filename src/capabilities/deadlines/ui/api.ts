import { z } from 'zod'
import { commandContract, readingContract } from '#web/api.ts'
import { label } from '#kernel/values/labels.ts'
import { CalendarEffect, Notice, RuleRow, YearCalendar } from '../contract.ts'

export const yearCalendar = readingContract({
  name: 'deadlines.calendar',
  input: z.object({ year: z.int() }),
  output: YearCalendar,
})

export const calendarEffect = readingContract({
  name: 'deadlines.calendar-effect',
  input: z.object({ notice: Notice }),
  output: CalendarEffect,
})

export const timeLimitSheet = readingContract({
  name: 'deadlines.rules',
  input: z.object({}),
  output: z.array(RuleRow),
})

export const proposeNotice = commandContract({
  name: 'deadlines.propose-notice',
  title: label('提出放假安排', 'Propose days off'),
  input: z.object({ notice: Notice }),
})

export const signNotice = commandContract({
  name: 'deadlines.sign-notice',
  title: label('签发放假安排', 'Sign days off'),
  input: z.object({ approvalId: z.uuid() }),
})

export const refuseNotice = commandContract({
  name: 'deadlines.refuse-notice',
  title: label('退回放假安排', 'Send back days off'),
  input: z.object({ approvalId: z.uuid(), reason: z.string().trim().min(2).max(200) }),
})
