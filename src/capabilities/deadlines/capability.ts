import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { isWorkingDay } from '#law/calendar.ts'
import { courtCalendar } from './calendar.ts'
import { noticeOverdue } from './commands/notice-overdue.ts'
import { proposeNotice } from './commands/propose-notice.ts'
import { refuseNotice } from './commands/refuse-notice.ts'
import { signNotice } from './commands/sign-notice.ts'
import { reckonAll } from './jobs/reckon-all.ts'
import { sweep } from './jobs/sweep.ts'
import { syncRules } from './prepare.ts'
import { calendar } from './queries/calendar.ts'
import { calendarEffect } from './queries/calendar-effect.ts'
import { clockRules } from './queries/rules.ts'

export const deadlines = capability({
  name: 'deadlines',
  title: label('期限', 'Deadlines'),
  migrations: new URL('migrations/', import.meta.url),
  preparations: [syncRules],
  permissions: {
    'deadlines.read': { title: label('查看节假日和期限表', 'Read calendar and time-limit sheet') },
    'deadlines.propose-notice': { title: label('提出放假安排', 'Propose days off') },
    'deadlines.sign-notice': { title: label('签发放假安排', 'Sign days off') },
    'deadlines.escalate': { title: label('提示超期', 'Notice overdue clocks') },
  },
  roleGrants: [
    { role: 'everyone', permission: 'deadlines.read', scope: 'court' },
    { role: 'office', permission: 'deadlines.propose-notice', scope: 'court' },
    { role: 'director', permission: 'deadlines.propose-notice', scope: 'court' },
    { role: 'director', permission: 'deadlines.sign-notice', scope: 'court' },
    { role: 'president', permission: 'deadlines.sign-notice', scope: 'court' },
  ],
  commands: [proposeNotice, signNotice, refuseNotice, noticeOverdue],
  queries: [calendar, calendarEffect, clockRules],
  jobs: [sweep, reckonAll],
  session: [async (tx, { today }) => ({ todayIsWorkingDay: isWorkingDay(today, await courtCalendar(tx)) })],
})
