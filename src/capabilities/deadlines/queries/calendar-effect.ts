import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { withNotice } from '#law/calendar.ts'
import { z } from 'zod'
import { asLaw, courtCalendar } from '../calendar.ts'
import { CalendarEffect, Notice } from '../contract.ts'
import { effectOf } from '../rerun.ts'
import { faultOfNotice } from '../rules/notice.ts'

/** What a notice would move (试算影响), before anybody proposes or signs it. */
export const calendarEffect = reading({
  name: 'deadlines.calendar-effect',
  title: label('试算影响', 'Effect of a calendar'),
  may: 'deadlines.read',
  input: z.object({ notice: Notice }),
  output: CalendarEffect,
  read: async (tx, { notice }) =>
    faultOfNotice(notice) ?? effectOf(tx, withNotice(await courtCalendar(tx), asLaw(notice))),
})
