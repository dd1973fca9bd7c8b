import { formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { addWorkingDays, type Calendar, publishedCalendar, unpublishedYears } from './calendar.ts'
import { type Finding, finding } from './finding.ts'
import { type Parameter, valueOn } from './parameter.ts'
import { correctionDays, deletionDays, deletionDaysAfterTerm } from './parameters.ts'
import { ruleOn } from './rules.ts'

/** Events that end a listing without a term. */
export const removalGrounds = [
  'performed',
  'settlement-performed',
  'applicant-request-granted',
  'two-lookups-after-termination',
  'stayed-retrial-or-bankruptcy',
  'enforcement-refused',
  'enforcement-terminated',
] as const
export type RemovalGround = (typeof removalGrounds)[number]

export type ListingEvent = { readonly code: string; readonly date: Temporal.PlainDate }
export type ListingEntry = {
  readonly today: Temporal.PlainDate
  readonly termEnd: Temporal.PlainDate | null
  /** Codes of no ground of removal, such as a part payment, change nothing. */
  readonly events: readonly ListingEvent[]
}
export type RemovalReason = RemovalGround | 'wrongly-listed' | 'term-expired'
export type Removal = {
  readonly mustDelete: boolean
  readonly deleteBy: Temporal.PlainDate | null
  /** While a term runs the court may delete early when the debtor performs or mends: a power, not a duty. */
  readonly mayDeleteEarly: boolean
  readonly reason: RemovalReason | null
}

/**
 * Whether an entry on the dishonest list must go, by when, and why.
 *
 * Law: 法释〔2017〕7号 art. 10 grounds, art. 2 early deletion, arts. 9, 11, 12 correction.
 * Reading: with a term the grounds of art. 10 do not apply until it is over; a wrong entry goes always. Where several
 * duties stand side by side the earliest governs: a later one does not give more time.
 */
export function dishonestRemoval(entry: ListingEntry, calendar: Calendar = publishedCalendar): Finding<Removal> {
  const { today, termEnd, events } = entry
  const duty = dutiesOf(entry).reduce<Duty | null>(
    (first, next) => (first && !isBefore(next.date, first.date) ? first : next),
    null,
  )
  const earlyPower = termEnd !== null && !isBefore(termEnd, today) && events.some(({ code }) => earlyCodes.has(code))
  const mayDeleteEarly = duty === null && earlyPower
  if (duty === null) {
    const value = { mustDelete: false, deleteBy: null, mayDeleteEarly, reason: null }
    return finding(value, [ruleOn(termEnd ? 'dishonest.delete-term' : 'dishonest.delete', today)], () => [
      mayDeleteEarly
        ? '期限未满，没有必须删除的事由；被执行人已履行或者纠正失信行为，可以决定提前删除'
        : '没有删除事由',
    ])
  }
  const days = valueOn(dutyDays(duty.reason), duty.date)
  const deleteBy = addWorkingDays(duty.date, days.value, calendar)
  return finding(
    { mustDelete: true, deleteBy, mayDeleteEarly, reason: duty.reason },
    [days, ruleOn('period.working-day', duty.date)],
    () => [
      `${formatDayZh(duty.date)}${removalReasonText[duty.reason]}，${days.value}个工作日内删除，最迟${formatDayZh(deleteBy)}`,
    ],
    () => unpublishedYears(duty.date, deleteBy, calendar),
  )
}

type Duty = { readonly reason: RemovalReason; readonly date: Temporal.PlainDate }

const earlyCodes: ReadonlySet<string> = new Set(['performed', 'settlement-performed', 'corrected-conduct'])
const isRemovalGround = (code: string): code is RemovalGround => removalGrounds.some((ground) => ground === code)

/** Wrong entries first, so that on one day they give the reason. */
function dutiesOf({ today, termEnd, events }: ListingEntry): Duty[] {
  const duties: Duty[] = []
  for (const { code, date } of events) if (code === 'wrongly-listed') duties.push({ reason: code, date })
  if (termEnd && isBefore(termEnd, today)) duties.push({ reason: 'term-expired', date: termEnd })
  if (termEnd) return duties
  for (const { code, date } of events) if (isRemovalGround(code)) duties.push({ reason: code, date })
  return duties
}

function dutyDays(reason: RemovalReason): Parameter<number> {
  if (reason === 'wrongly-listed') return correctionDays
  return reason === 'term-expired' ? deletionDaysAfterTerm : deletionDays
}

export const removalReasonText: Readonly<Record<RemovalReason, string>> = {
  performed: '履行完毕或者执行完毕',
  'settlement-performed': '执行和解协议履行完毕',
  'applicant-request-granted': '申请执行人书面申请删除，经审查同意',
  'two-lookups-after-termination': '终本后两次以上网络查询未发现财产，且无线索',
  'stayed-retrial-or-bankruptcy': '因再审或者破产中止执行',
  'enforcement-refused': '裁定不予执行',
  'enforcement-terminated': '终结执行',
  'wrongly-listed': '查明不应纳入',
  'term-expired': '纳入期限届满',
}
