import { z } from 'zod'
import { caseTimeLimit, timeLimitKinds } from '../case-time-limit.ts'
import { dayNumber } from '../day-number.ts'
import { denied } from '../finding.ts'
import { hoursEnd } from '../hours-end.ts'
import { latestDateBefore } from '../latest-date-before.ts'
import { type LimitationStart, limitationEnd } from '../limitation-end.ts'
import { payoutDeadline } from '../payout-deadline.ts'
import { periodEnd, periodUnits } from '../period-end.ts'
import { postTerminationLookups } from '../post-termination-lookups.ts'
import { seizureExpiry, seizureKinds } from '../seizure-expiry.ts'
import { seizureStatus } from '../seizure-status.ts'
import { serviceByPublication } from '../service-by-publication.ts'
import {
  count,
  day,
  facts,
  listOf,
  maybe,
  moment,
  named,
  number,
  oneOf,
  onHoliday,
  span,
  text,
  yesNo,
} from './fields.ts'
import { type Calculator, calculator, dayText, dayTextOrNull, momentText, shown } from './outcome.ts'

/** Periods, terms and clocks. */
export const periodCalculators = {
  periodEnd: calculator(
    '期间届满日',
    'End of a period',
    facts({ trigger: day, amount: number, unit: text, onHoliday }),
    ({ trigger, amount, unit: word, onHoliday: rolls }, calendar) => {
      const length = Number(amount)
      if (!Number.isInteger(length) || length <= 0) return denied('AMOUNT_NOT_POSITIVE')
      const unit = named(periodUnits, word)
      if (!unit) return denied('UNIT_UNKNOWN')
      return shown(
        periodEnd({ trigger, amount: length, unit, onHoliday: rolls }, calendar),
        ({ nominalEnd, end, provisional }) => ({ nominalEnd: dayText(nominalEnd), end: dayText(end), provisional }),
      )
    },
  ),
  latestDateBefore: calculator(
    '事前若干日',
    'Latest day before an event',
    facts({ event: day, days: count(0) }),
    ({ event, days }, calendar) =>
      shown(latestDateBefore(event, days, calendar), ({ date, officeDate }) => ({
        date: dayText(date),
        officeDate: dayText(officeDate),
      })),
  ),
  hoursEnd: calculator(
    '以时计算的期间',
    'End of a period in hours',
    facts({ trigger: moment, hours: count(0), mode: oneOf(['next-hour', 'elapsed']) }),
    ({ trigger, hours, mode }) => shown(hoursEnd(trigger, hours, mode), (end) => ({ end: momentText(end) })),
  ),
  seizureExpiry: calculator(
    '查封冻结届满日',
    'Expiry of a seizure',
    facts({
      kind: text,
      start: day,
      months: maybe(number),
      renewal: maybe(yesNo),
      convention: maybe(oneOf(['inclusive', 'exclusive'])),
      printedEnd: maybe(day),
    }),
    ({ kind: word, start, months, renewal, convention, printedEnd }, calendar) => {
      const kind = named(seizureKinds, word)
      if (!kind) return denied('KIND_UNKNOWN')
      const term = months === undefined ? undefined : Number(months)
      return shown(
        seizureExpiry({ kind, start, months: term, renewal, convention, printedEnd }, calendar),
        ({ expiry, applyBy, officeBy, provisional }) => ({
          expiry: dayText(expiry),
          applyBy: dayText(applyBy),
          officeBy: dayText(officeBy),
          provisional,
        }),
      )
    },
  ),
  seizureStatus: calculator(
    '查封冻结预警',
    'How near a seizure is to its end',
    facts({ expiry: maybe(day), today: day, warnDays: maybe(listOf(count(0))), waiting: maybe(yesNo) }).refine(
      ({ expiry, waiting }) => expiry !== undefined || waiting === true,
      { path: ['expiry'], error: '缺少必填项' },
    ),
    ({ expiry, today, warnDays, waiting }) =>
      shown(seizureStatus({ expiry: expiry ?? null, today, warnDays, waiting }), (status) => ({ ...status })),
  ),
  caseTimeLimit: calculator(
    '办案期限',
    'Time limit of a case',
    facts({
      kind: oneOf(timeLimitKinds),
      filedOn: day,
      deductions: maybe(listOf(span)),
      extensions: maybe(
        listOf(
          facts({ months: maybe(count(1)), days: maybe(count(1)), approved: maybe(yesNo) }).refine(
            ({ months, days }) => months !== undefined || days !== undefined,
            { path: ['months'], error: 'months 与 days 至少填一项' },
          ),
        ),
      ),
      onHoliday,
    }),
    ({ extensions, ...clock }, calendar) => {
      const counted = extensions?.map(({ months, days, approved = false }) => ({ months, days, approved }))
      return shown(caseTimeLimit({ ...clock, extensions: counted }, calendar), ({ nominalEnd, deductedDays, end }) => ({
        nominalEnd: dayText(nominalEnd),
        deductedDays,
        end: dayText(end),
      }))
    },
  ),
  payoutDeadline: calculator(
    '案款发放期限',
    'Deadline for paying out case money',
    facts({
      noticeDate: day,
      days: maybe(count(1)),
      unit: maybe(oneOf(['day', 'working-day'])),
      onHoliday,
      deferrals: maybe(
        listOf(
          facts({ from: day, to: maybe(day), approved: maybe(yesNo) }).refine(
            ({ from, to }) => to === undefined || dayNumber(from) <= dayNumber(to),
            { path: ['to'], error: '不得早于 from' },
          ),
        ),
      ),
      afterDeferralDays: maybe(count(0)),
    }),
    ({ noticeDate, deferrals, ...settings }, calendar) => {
      const counted = deferrals?.map(({ from, to, approved = false }) => ({ from, to: to ?? null, approved }))
      return shown(
        payoutDeadline({ noticeOn: noticeDate, ...settings, deferrals: counted }, calendar),
        ({ deadline, deferred }) => ({
          deadline: dayTextOrNull(deadline),
          deferred,
        }),
      )
    },
  ),
  postTerminationLookups: calculator(
    '终本后定期查询',
    'Look-ups after a round was ended',
    facts({ terminatedOn: day }),
    ({ terminatedOn }) => shown(postTerminationLookups(terminatedOn), (dates) => ({ dates: dates.map(dayText) })),
  ),
  limitationEnd: calculator(
    '申请执行时效',
    'Time to apply for enforcement',
    facts({
      performanceEnd: maybe(day),
      effectiveDate: maybe(day),
      installmentEnds: maybe(listOf(day, 1)),
      interruptions: maybe(listOf(day)),
      today: maybe(day),
    }).transform(({ performanceEnd, effectiveDate, installmentEnds, ...rest }, context) => {
      const from = limitationStart(performanceEnd, effectiveDate, installmentEnds)
      if (typeof from !== 'string') return { ...rest, from }
      context.addIssue(from)
      return z.NEVER
    }),
    ({ from, interruptions, today }, calendar) =>
      shown(limitationEnd({ from, interruptions, today }, calendar), ({ end, expired }) => ({
        end: dayText(end),
        expired,
      })),
  ),
  serviceByPublication: calculator(
    '公告送达',
    'Service by publication',
    facts({ postings: listOf(day, 1), days: maybe(count(1)), onHoliday }),
    ({ postings: [first, ...later], days, onHoliday: rolls }, calendar) => {
      if (!first) throw new RangeError('至少一次公告')
      return shown(
        serviceByPublication({ postings: [first, ...later], days, onHoliday: rolls }, calendar),
        (deemedOn) => ({
          deemedOn: dayText(deemedOn),
        }),
      )
    },
  ),
} satisfies Readonly<Record<string, Calculator>>

/**
 * A period of performance governs; the day the document took effect counts only where it names none. Instalments and a
 * single end beside each other contradict.
 */
function limitationStart(
  performanceEnd: Temporal.PlainDate | undefined,
  effectiveOn: Temporal.PlainDate | undefined,
  installmentEnds: readonly Temporal.PlainDate[] | undefined,
): LimitationStart | string {
  const [first, ...later] = installmentEnds ?? []
  if (performanceEnd && first) return 'performanceEnd 与 installmentEnds 只能填一项'
  if (performanceEnd) return { performanceEnd }
  if (first) return { installmentEnds: [first, ...later] }
  return effectiveOn ? { effectiveOn } : '缺少必填项：performanceEnd、effectiveDate、installmentEnds 填一项'
}
