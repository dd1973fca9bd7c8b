import { z } from 'zod'
import { type ClockRule, clockState, courtCalendar, daysLeft, derivationOf, never } from '#capabilities/deadlines'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import type { Calendar } from '#law/calendar.ts'
import { CaseClock } from '../contract.ts'
import { eventTitle } from '../event-title.ts'
import { noSuchClock } from '../problems.ts'
import { caseRecord } from '../../store.ts'

/** The clocks of one case with how each end was reckoned: what runs first, then what has ended. */
export const caseClocks = recordReading({
  name: 'cases.case-clocks',
  title: label('本案期限', 'Deadlines of the case'),
  may: 'cases.read',
  record: caseRecord,
  input: z.object({}),
  output: z.array(CaseClock),
  read: async (tx, { caseId }, _input, occasion) => clocksOfCase(tx, caseId, occasion),
})

/** Why this date: one clock of a case with its derivation. */
export const clock = recordReading({
  name: 'cases.clock',
  title: label('期限推算', 'How a deadline was reckoned'),
  may: 'cases.read',
  record: caseRecord,
  input: z.object({ ruleId: z.string().max(40), step: z.int().min(1).max(99).default(1) }),
  output: CaseClock,
  read: async (tx, { caseId }, { ruleId, step }, occasion) =>
    (await clocksOfCase(tx, caseId, occasion)).find((found) => found.ruleId === ruleId && found.step === step) ??
    noSuchClock(),
})

async function clocksOfCase(tx: Tx, caseId: string, { today }: Occasion): Promise<CaseClock[]> {
  const rows = await tx.db
    .selectFrom('deadlines_case_clock')
    .selectAll()
    .where((eb) => eb.or([eb('subject_id', '=', caseId), eb('case_id', '=', caseId)]))
    .orderBy((eb) => eb('finished_on', 'is not', null))
    .orderBy('due_on')
    .orderBy('rule_id')
    .orderBy('step')
    .limit(200)
    .execute()
  const rules = new Map(tx.platform.registry.gather('clocks').map((rule) => [rule.id, rule]))
  const calendar = await courtCalendar(tx)
  return rows.flatMap((row) => {
    const rule = rules.get(row.rule_id)
    return rule ? [shown(rule, row, calendar, today.toString())] : []
  })
}

type Row = {
  readonly rule_id: string
  readonly step: number
  readonly started_by: string
  readonly started_on: string
  readonly due_on: string
  readonly due_from: string
  readonly urgent_from: string
  readonly finished_by: string | null
  readonly finished_on: string | null
  readonly stops: Parameters<typeof derivationOf>[1]['stops']
  readonly provisional: boolean
}

function shown(rule: ClockRule, row: Row, calendar: Calendar, today: string): CaseClock {
  const days = {
    finishedOn: row.finished_on,
    paused: row.due_on === never,
    dueOn: row.due_on,
    dueFrom: row.due_from,
    urgentFrom: row.urgent_from,
  }
  const stored = {
    step: row.step,
    startedBy: row.started_by,
    startedOn: row.started_on,
    dueOn: row.due_on,
    finishedBy: row.finished_by,
    finishedOn: row.finished_on,
    stops: row.stops,
  }
  return {
    ruleId: row.rule_id,
    step: row.step,
    title: rule.title.zh,
    state: clockState(days, today),
    daysLeft: days.paused || row.finished_on !== null ? null : daysLeft(row.due_on, today),
    provisional: row.provisional,
    finishedOn: row.finished_on,
    missed: rule.missed.zh,
    derivation: derivationOf(rule, stored, calendar, eventTitle),
    act: rule.act ? { ...rule.act, input: { ...rule.act.input } } : null,
  }
}
