import { sql } from 'kysely'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { caseFacts } from '../case-facts.ts'
import { IndicatorRecord, RecordsInput } from '../contract.ts'
import { caseDefinitions } from '../definitions/index.ts'
import { recordLabels } from '../labels.ts'
import { sideOf } from '../sides.ts'
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
    const { member, weight, period } = sideOf(caseDefinitions, caseFacts, input, machineDay)
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
  },
})
