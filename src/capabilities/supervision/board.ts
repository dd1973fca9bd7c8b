import { z } from 'zod'
import { indicatorValues, periodOf } from '#capabilities/indicators'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Board } from './contract.ts'

const mostRed = 12
const mostInstructions = 8
/** 五项: what the board shows of the year at a glance. */
const shown = ['K01', 'K02', 'K04', 'K07', 'K08']

/** U14 院长台: what has gone past its day and who holds it, what was asked and not answered, own cases, five figures. */
export const board = reading({
  name: 'supervision.board',
  title: label('院长台', 'President’s board'),
  may: 'supervision.instruct',
  input: z.object({}),
  output: Board,
  read: async (tx, _input, occasion) => ({
    ...(await redOf(tx, occasion)),
    instructions: await openInstructions(tx, occasion),
    takeovers: await takeoversOf(tx, occasion),
    figures: await figuresOf(tx, occasion),
  }),
})

async function redOf(tx: Tx, occasion: Occasion) {
  const sources = tx.platform.registry.gather('redItems')
  const found = []
  for (const source of sources) found.push(await source(tx, occasion, mostRed))
  return {
    red: byTurns(
      found.map(({ items }) => items),
      mostRed,
    ).toSorted((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1)),
    redTotal: found.reduce((sum, { total }) => sum + total, 0),
  }
}

/** The first of each, then the second of each: what there is much of does not hide what there is little of. */
function byTurns<T>(lists: readonly (readonly T[])[], most: number): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1)))
    .flat()
    .slice(0, most)
}

async function openInstructions({ client }: Tx, { today }: Occasion): Promise<z.input<typeof Board>['instructions']> {
  const { rows } = await client.query<z.input<typeof Board>['instructions'][number]>(
    `select i.entry_id as "entryId", i.text, s.name as owner, i.due_on as "dueOn", i.due_on - $1::date as days,
            i.reported_on as "reportedOn"
     from supervision_instruction_counted i
     left join identity_staff_name s on s.court_id = i.court_id and s.staff_id::text = i.owner::text
     where i.closed_on is null order by i.due_on, i.entry_id limit $2`,
    [today.toString(), mostInstructions],
  )
  return rows
}

async function takeoversOf({ client }: Tx, { today }: Occasion): Promise<Board['takeovers']> {
  const monday = today.subtract({ days: today.dayOfWeek - 1 }).toString()
  const { rows } = await client.query<Board['takeovers']>(
    `select count(*)::int as open,
            count(*) filter (where exists (select from cases_event_day e
              where e.court_id = t.court_id and e.case_id = t.case_id and e.occurred_on >= $1::date))::int as "movedThisWeek"
     from supervision_takeover_counted t where t.ended_on is null`,
    [monday],
  )
  return rows[0] ?? { open: 0, movedThisWeek: 0 }
}

/** The printed readings of this year, or in January of the year that ended. */
async function figuresOf(tx: Tx, { today, machineDay }: Occasion): Promise<z.input<typeof Board>['figures']> {
  const year = today.month === 1 ? today.year - 1 : today.year
  const [from, to] = [
    Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    Temporal.PlainDate.from({ year, month: 12, day: 31 }),
  ]
  const values = await indicatorValues(tx, periodOf(from, to, undefined, machineDay))
  return shown.flatMap((id) => {
    const value = values.find((one) => one.id === id && one.variant === 'printed')
    if (!value) return []
    const query = new URLSearchParams({ id, variant: 'printed', from: from.toString(), to: to.toString() })
    return [{ id, title: value.definition.title, printed: value.printed, href: `/indicators?${query.toString()}` }]
  })
}
