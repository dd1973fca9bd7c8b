import { sql, type RawBuilder } from 'kysely'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { conditionSql, memberSql, weightSql, type Days } from '../compile.ts'
import { IndicatorRecord, RecordsInput } from '../contract.ts'
import type { Variant } from '../definition.ts'
import { caseDefinitions } from '../definitions/index.ts'
import { recordLabels } from '../labels.ts'
import { daysOf, periodOf } from '../period.ts'
import { mannerTitle } from './manner-title.ts'

/** The cases on either side of a figure. The sum of `weight` is the figure, whatever it counts. */
export const records = query({
  name: 'indicators.records',
  title: label('指标清单', 'Records behind a figure'),
  may: 'indicators.read',
  input: RecordsInput,
  row: IndicatorRecord,
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['filedOn', 'caseId'],
    ['-days', 'caseId'],
    ['-weight', 'caseId'],
    ['-recoveredFen', 'caseId'],
    ['-claimFen', 'caseId'],
    ['caseNumber', 'caseId'],
  ],
  sums: ['weight', 'days', 'claimFen', 'recoveredFen'],
  columns: recordLabels,
  rows: (db, input, { machineDay }) => {
    const period = periodOf(input.from, input.to, input.asOf, machineDay)
    const { member, weight } = sideOf(variantOf(input.id, input.variant), input.side, daysOf(period))
    return db
      .selectFrom('indicators_case_fact as f')
      .leftJoin('identity_staff_name as h', (on) =>
        on.onRef('h.court_id', '=', 'f.court_id').onRef('h.staff_id', '=', 'f.handler_id'),
      )
      .select([
        'f.case_id as caseId',
        'f.case_number as caseNumber',
        'f.type_code as typeCode',
        sql<string | null>`case when f.closed_on <= ${period.until.toString()} then ${mannerTitle} end`.as('manner'),
        'f.filed_on as filedOn',
        sql<string | null>`case when f.closed_on <= ${period.until.toString()} then f.closed_on end`.as('closedOn'),
        sql<number>`least(f.closed_on, ${period.until.toString()}) - f.filed_on`.as('days'),
        'f.claim_fen as claimFen',
        'f.recovered_fen as recoveredFen',
        sql<string>`${weight}`.as('weight'),
        'f.cause',
        'f.town',
        'f.handler_id as handlerId',
        'h.name as handlerName',
        'f.clerk_id as clerkId',
        'f.team_id as teamId',
      ])
      .where(member)
      .$if(input.teamKey !== undefined, (q) => q.where('f.team_key', '=', input.teamKey ?? null))
      .$if(input.handlerId !== undefined, (q) => q.where('f.handler_id', '=', input.handlerId ?? null))
      .$if(input.typeCode !== undefined, (q) => q.where('f.type_code', '=', input.typeCode ?? ''))
      .$if(input.cause !== undefined, (q) => q.where('f.cause', '=', input.cause ?? ''))
      .$if(input.town !== undefined, (q) => q.where('f.town', '=', input.town ?? ''))
  },
})

const variantOf = (id: string, key: string): Variant | undefined =>
  caseDefinitions.find((one) => one.id === id)?.variants.find((one) => one.key === key)

type SideSql = { readonly member: RawBuilder<boolean>; readonly weight: RawBuilder<unknown> }

/** An indicator that nobody has defined has no records. */
function sideOf(variant: Variant | undefined, side: 'numerator' | 'denominator' | 'rest', days: Days): SideSql {
  if (!variant) return { member: sql`false`, weight: sql`0::numeric` }
  const set = side === 'numerator' ? variant.numerator : variant.denominator
  const ofType = conditionSql({ kind: 'one-of', column: 'type_code', values: variant.types }, days)
  const inSet = memberSql(set, days)
  const beyond = sql<boolean>`(${memberSql(variant.numerator, days)}) is not true`
  const halved = set.measure.kind === 'tally' && set.measure.halved === true
  return {
    member: side === 'rest' ? sql`${ofType} and ${inSet} and ${beyond}` : sql`${ofType} and ${inSet}`,
    weight: halved ? sql`${weightSql(set.measure, days)} / 2.0` : sql`${weightSql(set.measure, days)}::bigint`,
  }
}
