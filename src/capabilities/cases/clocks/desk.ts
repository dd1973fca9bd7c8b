import { type ClockRule, clockState, courtCalendar, daysLeft } from '#capabilities/deadlines'
import type { DeskItem, DeskSource } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayInCourt, type Occasion } from '#kernel/occasion.ts'
import { day } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import type { Calendar } from '#law/calendar.ts'
import { shortCitation } from '#law/short-citation.ts'
import { eventTitle } from './event-title.ts'
import { staffIdOf } from './queries/staff-id.ts'

type Row = {
  readonly case_id: string
  readonly case_number: string
  readonly parties: string | null
  readonly rule_id: string
  readonly step: number
  readonly started_by: string
  readonly started_on: string
  readonly due_on: string
  readonly due_from: string
  readonly urgent_from: string
}

/** A desk holds what one person can look through; the rest stands in the list of clocks. */
const mostItems = 200
/** What ends within so many days lies on the desk as well, without a colour, so that nobody waits for the last days. */
const daysAhead = 10

/**
 * What this person must do by a day: clocks overdue, due soon, or ending in the next days. An act lies with the clerk or the handler as its rule
 * says, with the clerk's when there is no clerk with the handler, and with both once it is late; cases nobody handles lie
 * with whoever assigns.
 */
export const clockDesk: DeskSource = {
  section: label('期限', 'Deadlines'),
  items: async (tx, occasion) => {
    const rules = new Map(tx.platform.registry.gather('clocks').map((rule) => [rule.id, rule]))
    const calendar = await courtCalendar(tx)
    const rows = await dueClocks(tx, occasion)
    return rows.flatMap((row) => {
      const rule = rules.get(row.rule_id)
      return rule ? [itemOf(rule, row, calendar, occasion.today.toString())] : []
    })
  },
}

async function dueClocks({ client }: Tx, { actor, today }: Occasion): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>({
    name: 'cases_clock_desk',
    text: deskText,
    values: [
      today.toString(),
      staffIdOf(actor),
      mayInCourt(actor, 'cases.assign'),
      mostItems,
      today.add({ days: daysAhead }).toString(),
    ],
  })
  return rows
}

const deskText = `
  select c.case_id, c.case_number, k.rule_id, k.step, k.started_by, k.started_on, k.due_on, k.due_from, k.urgent_from,
         (select string_agg(p.name, ' > ' order by p.role) from cases_party p
          where p.court_id = c.court_id and p.case_id = c.case_id and p.position = 1 and p.role in ('applicant', 'debtor')) as parties
  from deadlines_case_clock k
  join cases_case c on c.court_id = k.court_id and c.case_id = k.case_id
  where k.finished_on is null and (k.due_from <= $1 or k.due_on <= $5)
    and ((c.clerk_id = $2::uuid and (k.whom = 'clerk' or k.due_on < $1))
      or (c.handler_id = $2::uuid and (k.whom = 'handler' or c.clerk_id is null or k.due_on < $1))
      or ($3 and k.whom = 'allocator' and c.handler_id is null))
  order by k.due_on, c.case_number, k.rule_id, k.step
  limit $4`

function itemOf(rule: ClockRule, row: Row, calendar: Calendar, today: string): DeskItem {
  const elapsed = daysLeft(today, row.started_on)
  const start = { on: day(row.started_on), step: row.step, pauses: [], extensions: [] }
  const [citation] = rule.limit(start, calendar).citations
  return {
    id: `clock:${row.case_id}:${row.rule_id}:${row.step}`,
    what: rule.title,
    caseId: row.case_id,
    caseNumber: row.case_number,
    parties: row.parties,
    why: [
      `${eventTitle(row.started_by)}${elapsed === 0 ? '当日' : `第${elapsed}日`}`,
      ...(citation ? [shortCitation(citation)] : []),
    ].join(' · '),
    dueOn: row.due_on,
    state: deskState(row, today),
    act: actOf(rule, row.case_id),
    group: rule.id,
  }
}

function deskState({ due_on, due_from, urgent_from }: Row, today: string): DeskItem['state'] {
  const days = { finishedOn: null, paused: false, dueOn: due_on, dueFrom: due_from, urgentFrom: urgent_from }
  const state = clockState(days, today)
  return state === 'overdue' || state === 'urgent' || state === 'due' ? state : 'open'
}

function actOf({ act }: ClockRule, caseId: string): DeskItem['act'] {
  if (!act?.command) return { title: act?.title ?? label('办理', 'Open'), href: `/cases/${caseId}` }
  return { title: act.title, command: act.command, input: { caseId, ...act.input } }
}
