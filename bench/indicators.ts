import { indicatorValues, periodOf, type ValuedIndicator } from '#capabilities/indicators'
import { inTransaction } from '#kernel/database/transaction.ts'
import { day } from '#kernel/values/dates.ts'
import { court } from './court.ts'
import { size } from './importing.ts'
import { inTurns, result, seconds, type Result } from './measure.ts'
import { settle, withOwner, type Bench } from './server.ts'

const period = periodOf(day('2022-01-01'), day('2022-12-31'), undefined, day('2026-01-01'))
const dimensions = ['court', 'team', 'handler', 'type'] as const

/** As somebody would write it who had only these figures to count: one pass, summed by type, team and handler. */
const byHand = `
  with cell as materialized (
    select type_code, team_id, handler_id,
      count(*) filter (where filed_on <= $2 and (closed_on is null or closed_on >= $1)) as accepted,
      count(*) filter (where closed_on between $1 and $2) as closed,
      count(*) filter (where closed_on between $1 and $2 and not outside_base) as base,
      count(*) filter (where closed_on between $1 and $2 and full_performance) as performed,
      count(*) filter (where closed_on between $1 and $2 and real) as really,
      count(*) filter (where closed_on between $1 and $2 and manner = 'round-terminated') as rounds,
      count(*) filter (where closed_on between $1 and $2 and closed_on > filed_on + interval '6 months') as late,
      sum(closed_on - filed_on) filter (where closed_on between $1 and $2) as days,
      sum(closed_on - filed_on) filter (where closed_on between $1 and $2 and full_performance) as performed_days,
      sum(recovered_fen) filter (where closed_on between $1 and $2 and not outside_base) as recovered,
      sum(claim_fen) filter (where closed_on between $1 and $2 and not outside_base) as claim,
      sum(claim_fen - waived_fen) filter (where closed_on between $1 and $2 and not outside_base) as claim_less_waived,
      sum(claim_fen - waived_fen - unenforceable_fen) filter (where closed_on between $1 and $2 and not outside_base) as enforceable,
      sum(recovered_fen) filter (where closed_on between $1 and $2) as recovered_closed,
      sum(claim_fen) filter (where closed_on between $1 and $2) as claim_closed,
      count(*) filter (where filed_on <= $2 and (closed_on is null or closed_on > $2)) as open,
      count(*) filter (where filed_on <= $2 and (closed_on is null or closed_on > $2) and $2 > filed_on + interval '12 months') as open_over_year,
      count(*) filter (where filed_on <= $2 and (closed_on is null or closed_on >= $1) and notice_on <= $2 and notice_on > filed_on + 10) as notice_late,
      count(*) filter (where filed_on <= $2 and (closed_on is null or closed_on >= $1) and inquiry_on <= $2 and inquiry_on > filed_on + 5) as inquiry_late,
      count(*) filter (where filed_on <= $2 and (closed_on is null or closed_on >= $1) and not coalesce(notice_on <= $2, false)
        and $2 > filed_on + 10 and not coalesce(closed_on between $1 and $2 and closed_on <= filed_on + 10, false)) as notice_undone,
      count(*) filter (where filed_on <= $2 and (closed_on is null or closed_on >= $1) and not coalesce(inquiry_on <= $2, false)
        and $2 > filed_on + 5 and not coalesce(closed_on between $1 and $2 and closed_on <= filed_on + 5, false)) as inquiry_undone,
      count(*) filter (where filed_on <= $2 and (closed_on is null or closed_on > $2) and $2 > filed_on + interval '6 months') as closing_undone,
      count(*) filter (where filed_on between $1 and $2) as filed,
      count(*) filter (where filed_on between $1 - interval '1 year' and $2 - interval '1 year') as filed_before,
      count(*) filter (where filed_on between $1 - interval '1 year' and $2 - interval '1 year' and closed_on < $1) as closed_before,
      count(*) filter (where round_terminated_on < $1 and manner = 'round-terminated' and not coalesce(resumed_on < $1, false)) as pool_then,
      count(*) filter (where round_terminated_on <= $2 and manner = 'round-terminated' and not coalesce(resumed_on <= $2, false)) as pool_now
    from indicators_case_fact
    group by type_code, team_id, handler_id
  )
  select grouping(team_id, handler_id, type_code)::int as grouped, team_id::text as team_key, handler_id::text as handler_key, type_code as type_key,
    sum(closed) filter (where type_code = '执') as closed, sum(accepted) filter (where type_code = '执') as accepted,
    sum(closed) filter (where type_code in ('执', '执恢')) as closed_both, sum(accepted) filter (where type_code in ('执', '执恢')) as accepted_both,
    sum(closed) as closed_all, sum(accepted) as accepted_all,
    sum(base) filter (where type_code = '执') as base, sum(performed) filter (where type_code = '执') as performed,
    sum(base) filter (where type_code = '执恢') as base_resumed, sum(performed) filter (where type_code = '执恢') as performed_resumed,
    sum(closed) filter (where type_code = '执恢') as closed_resumed, sum(accepted) filter (where type_code = '执恢') as accepted_resumed,
    sum(really) filter (where type_code = '执') as really, sum(rounds) filter (where type_code = '执') as rounds,
    sum(rounds) filter (where type_code in ('执', '执恢')) as rounds_both,
    sum(closed - late) filter (where type_code = '执') as in_time, sum(closed - late) filter (where type_code in ('执', '执恢')) as in_time_both,
    sum(days) filter (where type_code = '执') as days, sum(performed_days) filter (where type_code = '执') as performed_days,
    sum(recovered) filter (where type_code = '执') as recovered, sum(enforceable) filter (where type_code = '执') as enforceable,
    sum(claim) filter (where type_code = '执') as claim, sum(claim_less_waived) filter (where type_code = '执') as claim_less_waived,
    sum(recovered_closed) filter (where type_code = '执') as recovered_closed, sum(claim_closed) filter (where type_code = '执') as claim_closed,
    sum(recovered) filter (where type_code in ('执', '执恢')) as recovered_both, sum(enforceable) filter (where type_code in ('执', '执恢')) as enforceable_both,
    sum(claim) filter (where type_code in ('执', '执恢')) as claim_both, sum(claim_less_waived) filter (where type_code in ('执', '执恢')) as claim_less_waived_both,
    sum(recovered_closed) filter (where type_code in ('执', '执恢')) as recovered_closed_both, sum(claim_closed) filter (where type_code in ('执', '执恢')) as claim_closed_both,
    sum(open) filter (where type_code in ('执', '执恢')) as open_both, sum(open_over_year) filter (where type_code in ('执', '执恢')) as open_over_year_both,
    sum(open) filter (where type_code = '执') as open, sum(open_over_year) filter (where type_code = '执') as open_over_year,
    sum(notice_late + inquiry_late + late) filter (where type_code = '执') as overdue, sum(notice_late) filter (where type_code = '执') as notice_late,
    sum(inquiry_late) filter (where type_code = '执') as inquiry_late, sum(late) filter (where type_code = '执') as late,
    sum(notice_late + notice_undone + inquiry_late + inquiry_undone + late + closing_undone) filter (where type_code = '执') as overdue_undone,
    sum(filed) filter (where type_code = '执') as filed, sum(filed_before) filter (where type_code = '执') as filed_before,
    sum(closed_before) filter (where type_code = '执') as closed_before,
    sum(filed) filter (where type_code = '执恢') as filed_resumed, sum(pool_then + pool_now) filter (where type_code in ('执', '执恢')) as pool
  from cell
  group by grouping sets ((), (team_id), (handler_id), (type_code))`

/** Which of ours each column must equal, for the whole court. */
const twins: readonly (readonly [string, 'numerator' | 'denominator', string])[] = [
  ['K01 printed', 'numerator', 'closed'],
  ['K01 printed', 'denominator', 'accepted'],
  ['K01 all-types', 'numerator', 'closed_all'],
  ['K02 printed', 'numerator', 'performed'],
  ['K02 printed', 'denominator', 'base'],
  ['K03 printed', 'denominator', 'base_resumed'],
  ['K04 printed', 'numerator', 'recovered'],
  ['K04 printed', 'denominator', 'enforceable'],
  ['K04 on-full-claim', 'denominator', 'claim'],
  ['K05 printed', 'denominator', 'enforceable_both'],
  ['K07 printed', 'numerator', 'really'],
  ['K08 printed', 'numerator', 'rounds'],
  ['K11 printed', 'numerator', 'in_time'],
  ['K13 printed', 'numerator', 'days'],
  ['K13 performed', 'numerator', 'performed_days'],
  ['K16 printed', 'numerator', 'open_over_year_both'],
  ['K16 printed', 'denominator', 'open_both'],
  ['K17 printed', 'numerator', 'overdue'],
  ['K17 notice-late', 'numerator', 'notice_late'],
  ['K17 with-undone', 'numerator', 'overdue_undone'],
  ['K29 printed', 'numerator', 'filed'],
  ['K29 printed', 'denominator', 'filed_before'],
  ['K42 printed', 'numerator', 'filed_resumed'],
]

type ByHand = Readonly<Record<string, string | number | null>>

/** All indicators with every breakdown, against one aggregate written by hand that yields the same. */
export async function benchIndicators(bench: Bench, filled: string, count: number, runs: number): Promise<Result> {
  const url = await bench.database(filled)
  await multiply(url, count)
  const platform = bench.platform(url, 1)
  const inCourt = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(platform, { court, unit: null }, work, 'read only')
  try {
    let mine: readonly ValuedIndicator[] = []
    let theirs: readonly ByHand[] = []
    const ours = () => seconds(() => inCourt(async (tx) => (mine = await indicatorValues(tx, period, dimensions))))
    const bare = () =>
      seconds(() =>
        inCourt(
          async (tx) =>
            (theirs = (await tx.client.query(byHand, [period.from.toString(), period.until.toString()])).rows),
        ),
      )
    await ours()
    await bare()
    const took = await inTurns(runs, ours, bare)
    return result({
      name: 'all indicators, all breakdowns',
      size: size(count),
      unit: 's',
      ...took,
      goal: { atMost: 2 },
      beside: { figures: mine.length, 'rows by hand': theirs.length, different: differing(mine, theirs) },
    })
  } finally {
    await platform.close()
    await bench.drop(url)
  }
}

/** Figures that the two do not agree on; a bench of different answers proves nothing. */
function differing(mine: readonly ValuedIndicator[], theirs: readonly ByHand[]): number {
  const whole = theirs.find(({ grouped }) => grouped === 7) ?? {}
  const wrong = twins.filter(([name, side, column]) => {
    const found = mine.find(({ id, variant, dimension }) => dimension === 'court' && `${id} ${variant}` === name)
    return found === undefined || String(found[side]) !== String(whole[column] ?? 0)
  })
  return wrong.length
}

/** The facts of the imported cases again and again, until there are as many as asked for. */
async function multiply(url: string, count: number): Promise<void> {
  await withOwner(url, async (client) => {
    const { rows } = await client.query<{ n: number; columns: string }>(`
      select (select count(*)::int from indicators_case_fact) as n,
        (select string_agg(column_name, ', ') from information_schema.columns
          where table_name = 'indicators_case_fact' and column_name not in ('court_id', 'case_id', 'case_number')) as columns`)
    const { n, columns } = rows[0] ?? { n: 1, columns: '' }
    if (n >= count) return
    await client.query(
      `insert into indicators_case_fact (case_id, case_number, ${columns})
       select gen_random_uuid(), case_number || '-' || copy, ${columns} from indicators_case_fact, generate_series(1, $1) copy limit $2`,
      [Math.ceil(count / n), count - n],
    )
  })
  await settle(url)
}
