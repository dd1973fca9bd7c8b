import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { query, reading } from '#kernel/query.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { label, type Label } from '#kernel/values/labels.ts'
import { HonestyCase, HonestyCasesInput, HonestyShown, PeriodInput } from '../contract.ts'
import { honestyLabels } from '../labels.ts'
import { periodOf, type Period } from '../period.ts'
import { periodBackwards } from '../problems.ts'
import { quotient } from '../rules/figure.ts'
import { honestyChecks } from '../rules/honesty-checks.ts'
import { mannerTitle } from './manner-title.ts'

/** 年终核查: how many cases each check lists. Counted in one scan. */
export const honesty = reading({
  name: 'indicators.honesty',
  title: label('年终核查', 'Year-end checks'),
  may: 'indicators.read',
  input: PeriodInput,
  output: HonestyShown,
  read: async (tx, { from, to, asOf }, { machineDay }) => {
    if (isBefore(to, from)) return periodBackwards()
    const period = periodOf(from, to, asOf, machineDay)
    const counts = await countsOf(tx, period)
    const mean = await dailyFilings(tx, period)
    return {
      checks: honestyChecks.map(({ check, title, why, lists }) => ({
        check,
        title,
        why,
        cases: lists ? Number(counts[check] ?? 0) : null,
        beside: lists === null ? label('尚无记录', 'No records yet') : check === 'december-filings' ? mean : null,
      })),
    }
  },
})

async function countsOf({ db }: Tx, period: Period): Promise<Readonly<Record<string, string>>> {
  const counts = honestyChecks.flatMap(({ check, lists }) =>
    lists ? [sql`count(*) filter (where ${lists(period)})::text as ${sql.ref(check)}`] : [],
  )
  const { rows } = await sql<Record<string, string>>`select ${sql.join(counts)} from indicators_case_fact f`.execute(db)
  return rows[0] ?? {}
}

/** 十二月日均 2.2 件，全期日均 3.1 件 */
async function dailyFilings({ client }: Tx, { from, until }: Period): Promise<Label> {
  const december = until.with({ month: 12, day: 1 })
  const { rows } = await client.query<{ late: string; whole: string }>(
    `select count(*) filter (where filed_on >= $3)::text as late, count(*)::text as whole
     from indicators_case_fact where filed_on between $1 and $2`,
    [from.toString(), until.toString(), december.toString()],
  )
  const perDay = (cases: string | undefined, first: Temporal.PlainDate) => {
    const days = first.until(until).days + 1
    return days < 1 ? '—' : quotient(BigInt(cases ?? 0), BigInt(days), { decimals: 1, rounding: 'half-up' })
  }
  const late = perDay(rows[0]?.late, december)
  const whole = perDay(rows[0]?.whole, from)
  return label(`十二月日均 ${late} 件，全期日均 ${whole} 件`, `${late} a day in December, ${whole} over the period`)
}

/** The cases that one check lists. */
export const honestyCases = query({
  name: 'indicators.honesty-cases',
  title: label('核查清单', 'Cases of a check'),
  may: 'indicators.read',
  input: HonestyCasesInput,
  row: HonestyCase,
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['filedOn', 'caseId'],
    ['-outstandingFen', 'caseId'],
    ['caseNumber', 'caseId'],
  ],
  sums: ['claimFen', 'recoveredFen', 'outstandingFen'],
  columns: honestyLabels,
  rows: (db, { check, from, to, asOf }, { machineDay }) => {
    const lists = honestyChecks.find((one) => one.check === check)?.lists
    return db
      .selectFrom('indicators_case_fact as f')
      .leftJoin('identity_staff_name as h', (on) =>
        on.onRef('h.court_id', '=', 'f.court_id').onRef('h.staff_id', '=', 'f.handler_id'),
      )
      .select([
        'f.case_id as caseId',
        'f.case_number as caseNumber',
        mannerTitle.as('manner'),
        'f.received_on as receivedOn',
        'f.filed_on as filedOn',
        'f.closed_on as closedOn',
        'f.claim_fen as claimFen',
        'f.recovered_fen as recoveredFen',
        sql<string>`greatest(f.claim_fen - f.waived_fen - f.unenforceable_fen - f.recovered_fen, 0)`.as(
          'outstandingFen',
        ),
        'f.closing_reason as closingReason',
        'f.handler_id as handlerId',
        'h.name as handlerName',
        'f.clerk_id as clerkId',
        'f.team_id as teamId',
      ])
      .where(lists?.(periodOf(from, to, asOf, machineDay)) ?? sql<boolean>`false`)
  },
})
