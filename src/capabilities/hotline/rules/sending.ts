import { checksFor, type EntryCheck, type Keeping } from '#capabilities/registers'
import { noSuchCall, sentBeforeCall } from '../problems.ts'
import { dispatchedUnit } from '../registers/dispatched-unit.ts'
import { minutesBetween } from './minutes.ts'

type Complete = NonNullable<Keeping['complete']>

/** A unit is sent to a call that is on record, not before it came, and its way is reckoned from its own times. */
export const toItsCall: Complete = async (tx, entry) => {
  const { callNumber, sentOn, sentAt, arrivedAt } = entry
  const { rows } = await tx.client.query<{ moment: string }>(
    `select called_on::text || ' ' || lpad(coalesce(called_at, '00:00'), 5, '0') as moment from hotline_call
     where call_number = $1 and withdrawn_because is null`,
    [callNumber],
  )
  const [call] = rows
  if (!call) return noSuchCall(String(callNumber))
  if (`${String(sentOn)} ${String(sentAt).padStart(5, '0')}` < call.moment) return sentBeforeCall(call.moment)
  return {
    ...entry,
    minutes: typeof sentAt === 'string' && typeof arrivedAt === 'string' ? minutesBetween(sentAt, arrivedAt) : null,
  }
}

/** Minutes a unit may need to the farthest town; longer is asked about. */
const longWay = 12 * 60

export const unitChecks: readonly EntryCheck[] = checksFor(dispatchedUnit, [
  {
    code: 'W_ARRIVED_BEFORE_SENT',
    kind: 'unlawful',
    field: 'arrivedAt',
    find: ({ sentAt, leftAt, arrivedAt }) => {
      const from = leftAt ?? sentAt
      return from !== null && arrivedAt !== null && minutesBetween(from, arrivedAt) > longWay
        ? `到场时间${arrivedAt}早于${leftAt === null ? '派警' : '出发'}时间${from}，请核对。`
        : undefined
    },
  },
  {
    code: 'W_BACK_WITHOUT_FINDING',
    kind: 'doubtful',
    field: 'finding',
    find: ({ backAt, finding }) => (backAt !== null && finding === null ? '已收队而没有现场情况，请补填。' : undefined),
  },
])
