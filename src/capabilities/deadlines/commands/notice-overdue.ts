import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Subject } from '#kernel/fact.ts'
import { label } from '#kernel/values/labels.ts'
import type { Whom } from '../clock-rule.ts'
import { nothingNewOverdue } from '../problems.ts'

export type OverdueClock = {
  readonly subjectId: string
  readonly caseId: string | null
  readonly ruleId: string
  readonly step: number
  readonly dueOn: string
}

export type OverdueNoticed = {
  readonly type: 'deadlines.overdue-noticed'
  readonly occurredOn: Temporal.PlainDate
  readonly clocks: readonly (OverdueClock & { readonly whom: Whom })[]
}

/** In one fact no more than this; the sweep asks again until none are left. */
export const mostAtOnce = 2_000

/** Says once of each clock that it has run out. It escalates and decides nothing: no clock is touched. */
export const noticeOverdue = command({
  name: 'deadlines.notice-overdue',
  title: label('提示超期', 'Notice overdue clocks'),
  may: 'deadlines.escalate',
  cites: [],
  input: z.object({}),
  output: z.object({ clocks: z.int() }),
  load: async (tx, _input, { today }) => ({
    clocks: await newlyOverdue(tx, today.toString()),
    whom: new Map(tx.platform.registry.gather('clocks').map((rule) => [rule.id, rule.whom])),
  }),
  gate: ({ clocks }) => (clocks.length === 0 ? nothingNewOverdue() : undefined),
  decide: ({ clocks, whom }, _input, { today }): OverdueNoticed => ({
    type: 'deadlines.overdue-noticed',
    occurredOn: today,
    clocks: clocks.map((clock) => ({ ...clock, whom: whom.get(clock.ruleId) ?? 'handler' })),
  }),
  save: async (tx, facts) => {
    for (const { clocks, occurredOn } of facts) {
      const noticed_on = occurredOn.toString()
      const rows = clocks.map(({ subjectId, ruleId, step, dueOn }) => ({
        subject_id: subjectId,
        rule_id: ruleId,
        step,
        due_on: dueOn,
        noticed_on,
      }))
      await tx.client.query(
        `insert into deadlines_notice (subject_id, rule_id, step, due_on, noticed_on)
         select subject_id, rule_id, step, due_on, noticed_on
         from jsonb_to_recordset($1::jsonb)
           as r(subject_id uuid, rule_id text, step smallint, due_on date, noticed_on date)
         on conflict do nothing`,
        [JSON.stringify(rows)],
      )
    }
  },
  subjects: ({ clocks }): readonly [Subject, ...Subject[]] => [
    'clocks:overdue',
    ...new Set(clocks.flatMap(({ caseId }): Subject[] => (caseId === null ? [] : [`case:${caseId}`]))),
  ],
  answer: ({ clocks }) => ({ clocks: clocks.length }),
})

async function newlyOverdue({ client }: Tx, today: string): Promise<readonly OverdueClock[]> {
  const { rows } = await client.query<OverdueClock>(
    `select subject_id as "subjectId", case_id as "caseId", rule_id as "ruleId", step, due_on as "dueOn"
     from deadlines_clock c
     where finished_on is null and due_on < $1
       and not exists (select from deadlines_notice n
                       where n.subject_id = c.subject_id and n.rule_id = c.rule_id and n.step = c.step and n.due_on = c.due_on)
     order by due_on, subject_id, rule_id, step
     limit $2`,
    [today, mostAtOnce],
  )
  return rows
}
