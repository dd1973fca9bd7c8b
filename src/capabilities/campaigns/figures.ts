import type { CountedFigure, DeclaredFigure } from '#capabilities/report'
import { day } from '#kernel/values/dates.ts'

/** From the first day of the latest clearing campaign that had begun; where none is on record, since records began. */
const campaignDays: NonNullable<CountedFigure['days']> = async ({ client }, { until }) => {
  const { rows } = await client.query<{ starts_on: string }>(
    `select starts_on from campaigns_campaign_counted where kind = '终本清仓' and starts_on <= $1
     order by starts_on desc limit 1`,
    [until.toString()],
  )
  const [found] = rows
  return { from: found ? day(found.starts_on) : null, until }
}

const cleared = {
  from: 'campaigns_clearing_case_counted',
  where: { cleared: true },
  on: 'cleared_on',
  days: campaignDays,
  drill: {
    query: 'campaigns.clearing-cases',
    input: { cleared: 'true', day: 'clearedOn' },
    page: '/campaigns/clearing-cases',
  },
} as const

export const campaignFigures: readonly DeclaredFigure[] = [
  { figure: 'F30', unit: 'case', each: 'case_number', ...cleared },
  { figure: 'F31', unit: 'yuan', fen: 'money', ...cleared },
]
