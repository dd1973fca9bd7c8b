import { sql, type RawBuilder } from 'kysely'
import { nextActs, unknownOwners, type NextAct, type UnknownBand, type UnknownOwner } from './contract.ts'

type Duty = { readonly next: NextAct; readonly owner: UnknownOwner }

/** What is to be done with unknown money of an age, and by whom. */
const duties: Readonly<Record<UnknownBand, Duty>> = {
  fresh: { next: 'match', owner: 'money-officer' },
  'to-month-end': { next: 'ask', owner: 'money-officer' },
  'over-month': { next: 'report', owner: 'director' },
  'over-half-year': { next: 'trace-and-publish', owner: 'money-officer' },
  'over-two-years': { next: 'treasury', owner: 'director' },
}

/** Last day to claim a line: working days after it came, by the court's own setting. */
export const claimBy = sql<string>`funds_working_days_after(l.happened_on, funds_number_set('funds.claim-days', 3))`

/** The band of line `l`; null for what is claimed and for money out. A day that ends a span still belongs to it. */
export const bandOn = (today: Temporal.PlainDate): RawBuilder<UnknownBand | null> => sql`case
  when l.unclaimed_fen = 0 or l.amount_fen < 0 then null
  when ${today.toString()}::date > l.happened_on + interval '2 years' then 'over-two-years'
  when ${today.toString()}::date > l.happened_on + interval '6 months' then 'over-half-year'
  when ${today.toString()}::date > l.happened_on + interval '1 month' then 'over-month'
  when ${today.toString()}::date > ${claimBy} then 'to-month-end'
  else 'fresh' end`

const words = {
  next: ({ next }: Duty): string => nextActs[next].zh,
  owner: ({ owner }: Duty): string => unknownOwners[owner].zh,
}

/** The duty of a band already reckoned, in words, as lists and the command line show it. */
export const dutyOf = (part: keyof Duty, band: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`case ${band} ${sql.join(
    Object.entries(duties).map(([code, duty]) => sql`when ${code}::text then ${words[part](duty)}::text`),
    sql` `,
  )} end`
