import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { reading } from '#kernel/query.ts'
import { courtTimeZone, day } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { nameOfCourt } from '#capabilities/indicators'
import { detentionEnd } from '#law/detention-end.ts'
import { Wall, type WallMoney } from '../contract.ts'

declare module '#kernel/capability.ts' {
  interface Contributions {
    /** What another room has to say of money on the wall of the command centre. */
    readonly wallMoney?: readonly ((tx: Tx, occasion: Occasion) => Promise<readonly WallMoney[]>)[]
  }
}

/** How many lines a tile holds that is read from five metres. */
const lines = 8

/** 指挥中心大屏: today in numbers, each with its list; cases by number, and no name but that of who leads. */
export const wall = reading({
  name: 'command-centre.wall',
  title: label('指挥中心大屏', 'Wall of the command centre'),
  may: 'command-centre.wall',
  input: Wall.pick({}),
  output: Wall,
  read: async (tx, _input, occasion) => {
    const today = occasion.today.toString()
    return {
      court: await nameOfCourt(tx),
      at: occasion.now.toString(),
      today,
      duty: await dutyOn(tx, today),
      calls: await callsOn(tx, today, occasion.now),
      custody: await custodyOn(tx, occasion.today),
      clocks: await clocksOn(tx, occasion.today),
      orders: await ordersOn(tx, today),
      money: await moneyOn(tx, occasion),
    }
  },
})

/** One row of numbers. */
async function numbers(tx: Tx, text: string, values: readonly unknown[]): Promise<Readonly<Record<string, number>>> {
  const { rows } = await tx.client.query<Record<string, number>>(text, [...values])
  return rows[0] ?? {}
}

async function dutyOn({ client }: Tx, today: string): Promise<Wall['duty']> {
  const { rows } = await client.query<Omit<Wall['duty'], 'uncovered'>>(
    `select string_agg(distinct leader, '、') as leader, count(*)::int as shifts,
            coalesce(sum(cardinality(bailiffs)), 0)::int as bailiffs, coalesce(sum(cardinality(standby)), 0)::int as standby,
            count(handed_over_on)::int as "handedOver"
     from command_centre_shift_counted where on_day = $1`,
    [today],
  )
  const gaps = await client.query<{ on: string }>(
    `select d::date::text as on from generate_series($1::date, $1::date + 6, interval '1 day') d
     where not exists (select from command_centre_shift_counted s where s.on_day = d::date and s.leader is not null)
     order by d`,
    [today],
  )
  const [duty = { leader: null, shifts: 0, bailiffs: 0, standby: 0, handedOver: 0 }] = rows
  return { ...duty, uncovered: gaps.rows.map(({ on }) => on) }
}

async function callsOn(tx: Tx, today: string, now: Temporal.Instant): Promise<Wall['calls']> {
  const counted = await numbers(
    tx,
    `select count(*)::int as received,
            count(*) filter (where dispatch in ('公安出警', '法院出警', '联合出警'))::int as dispatched,
            count(*) filter (where brought)::int as controlled, count(*) filter (where resolved)::int as resolved
     from hotline_incident where called_on = $1`,
    [today],
  )
  // Reckoned from the court's day at this hour. A call whose time is not known has waited since its day began.
  const { rows } = await tx.client.query<Wall['calls']['open'][number]>(
    `select call_number as number,
            case when control is not null then control when arrived_at is not null then '到场'
                 when dispatch is not null then '已派警' when sort is not null then '已分流' else '待核查' end as state,
            greatest(0, extract(epoch from $2::timestamp
              - (called_on + coalesce(nullif(called_at, '')::time, '00:00'))) / 60)::int as minutes
     from hotline_incident where called_on >= $1::date - 1 and result is null and closed_on is null
     order by called_on, called_at, call_number limit ${lines}`,
    [today, `${today}T${now.toZonedDateTimeISO(courtTimeZone).toPlainTime().toString()}`],
  )
  const list = (more: string, name: string) => ({
    count: counted[name] ?? 0,
    href: `/hotline/calls?from=${today}&to=${today}${more}`,
  })
  return {
    received: list('', 'received'),
    dispatched: list(`&dispatch=${encodeURIComponent('公安出警|法院出警|联合出警')}`, 'dispatched'),
    controlled: list('&has=control', 'controlled'),
    resolved: list('&resolved=true', 'resolved'),
    open: rows,
  }
}

/** Whoever was delivered and not released, with the last day of each. */
async function custodyOn({ client }: Tx, today: Temporal.PlainDate): Promise<Wall['custody']> {
  const { rows } = await client.query<{ case_number: string; delivered_on: string; days: number }>(
    `select case_number, delivered_on::text, coalesce(days, 1) as days from measures_detention_counted
     where delivered_on <= $1 and (released_on is null or released_on > $1) order by delivered_on, entry_id`,
    [today.toString()],
  )
  const cases = rows
    .map(({ case_number: caseNumber, delivered_on, days }) => {
      const { value } = detentionEnd(day(delivered_on).toPlainDateTime(), days)
      const lastDay = 'at' in value ? value.at.toPlainDate() : value.lastDay
      return { caseNumber, lastDay: lastDay.toString(), daysLeft: today.until(lastDay, { largestUnit: 'day' }).days }
    })
    .toSorted((a, b) => a.daysLeft - b.daysLeft)
  return {
    inside: { count: cases.length, href: '/measures/detentions?view=inside' },
    releasedToday: cases.filter(({ daysLeft }) => daysLeft === 0).length,
    overdue: cases.filter(({ daysLeft }) => daysLeft < 0).length,
    cases: cases.slice(0, lines),
  }
}

/** The clocks of all cases, as the list of deadlines counts them. */
async function clocksOn(tx: Tx, today: Temporal.PlainDate): Promise<Wall['clocks']> {
  const sunday = today.add({ days: 7 - today.dayOfWeek })
  const counted = await numbers(
    tx,
    `select count(*) filter (where due_on < $1)::int as overdue, count(*) filter (where due_on = $1)::int as today,
            count(*) filter (where due_on between $1 and $2)::int as week
     from deadlines_case_clock where finished_on is null and due_on <= $2`,
    [today.toString(), sunday.toString()],
  )
  return {
    overdue: { count: counted['overdue'] ?? 0, href: '/deadlines?whose=all&view=overdue' },
    today: { count: counted['today'] ?? 0, href: '/deadlines?whose=all&view=today' },
    week: { count: counted['week'] ?? 0, href: '/deadlines?whose=all&view=week' },
  }
}

async function ordersOn(tx: Tx, today: string): Promise<Wall['orders']> {
  const counted = await numbers(
    tx,
    `select count(*)::int as open, count(*) filter (where due_on < $1)::int as overdue
     from command_centre_work_order_counted where finished_on is null`,
    [today],
  )
  const page = '/command-centre/work-orders?lacks=finishedOn'
  return {
    open: { count: counted['open'] ?? 0, href: page },
    overdue: {
      count: counted['overdue'] ?? 0,
      href: `${page}&day=dueOn&to=${day(today).subtract({ days: 1 }).toString()}`,
    },
  }
}

/** What the registers of this court know of money this year; rooms of case money add what they know. */
async function moneyOn(tx: Tx, occasion: Occasion): Promise<WallMoney[]> {
  const from = occasion.today.with({ month: 1, day: 1 }).toString()
  const { rows } = await tx.client.query<{ closed: string; fines: string; bounty: string }>(
    `select (select coalesce(sum(recovered_fen), 0) from cases_fact_source where closed_on between $1 and $2)::text as closed,
            (select coalesce(sum(paid), 0) from measures_fine_counted where paid_on between $1 and $2)::text as fines,
            (select coalesce(sum(recovered), 0) from bounty_posting_counted where published_on <= $2)::text as bounty`,
    [from, occasion.today.toString()],
  )
  const [{ closed, fines, bounty } = { closed: '0', fines: '0', bounty: '0' }] = rows
  const sum = (title: string, amount: string, href: string): WallMoney => ({
    title,
    fen: amount,
    count: null,
    href,
  })
  const own = [
    sum('本年结案到位', closed, `/cases?view=all&q=${encodeURIComponent(`结案>=${from}`)}`),
    sum('本年罚款已缴', fines, `/measures/fines?day=paidOn&from=${from}`),
    sum('悬赏到位累计', bounty, '/bounty/postings'),
  ]
  const others: WallMoney[] = []
  for (const source of tx.platform.registry.gather('wallMoney')) others.push(...(await source(tx, occasion)))
  return [...others, ...own]
}
