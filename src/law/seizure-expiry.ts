import { formatDayZh, isBefore } from '#kernel/values/dates.ts'
import {
  type Calendar,
  formatDayOff,
  previousWorkingDay,
  publishedCalendar,
  touchesUnpublished,
  unpublishedYears,
} from './calendar.ts'
import { daysAfter, monthsAfter } from './day-number.ts'
import { denied, type Denied, type Finding, finding } from './finding.ts'
import { type Figure, type Parameter, valueOn } from './parameter.ts'
import {
  depositTerm,
  immovableTerm,
  listedShareRenewal,
  listedShareTerm,
  movableTerm,
  otherRightTerm,
  renewalRequest,
} from './parameters.ts'
import { ruleOn } from './rules.ts'

export const seizureKinds = ['deposit', 'movable', 'immovable', 'otherRight', 'listedStateShare'] as const
export type SeizureKind = (typeof seizureKinds)[number]
/** `inclusive`: the day printed as the last is the one before the corresponding day; `exclusive`: that day itself. */
export type SeizureConvention = 'inclusive' | 'exclusive'

export type Seizure = {
  readonly kind: SeizureKind
  readonly start: Temporal.PlainDate
  /** A term the court chose; without it, the longest allowed. */
  readonly months?: number | undefined
  readonly renewal?: boolean | undefined
  readonly convention?: SeizureConvention | undefined
  /** The end printed on the registry's return, which rules when it is within the maximum. */
  readonly printedEnd?: Temporal.PlainDate | undefined
}
export type SeizureExpiry = {
  readonly expiry: Temporal.PlainDate
  /** The applicant asks for renewal by this day. */
  readonly applyBy: Temporal.PlainDate
  /** The last day on which the registry can be reached. */
  readonly officeBy: Temporal.PlainDate
  readonly provisional: boolean
}
export type SeizureDenial = 'TERM_INVALID' | 'TERM_EXCEEDS_MAX' | 'PRINTED_END_EXCEEDS_MAX'

/**
 * The day on which a seizure (查封、扣押、冻结) dies by itself. No holiday extends it.
 *
 * Law: 解释 (2022) art. 485 terms; 法释〔2001〕28号 art. 6 for state and legal-person shares of listed companies;
 * 查封规定 (2020) art. 27 effect; 财产保全规定 (2020) art. 18 request seven days before.
 * Reading: the corresponding day less one, the date usually printed; setting `freeze.convention`. The printed end rules.
 */
export function seizureExpiry(
  seizure: Seizure,
  calendar: Calendar = publishedCalendar,
): Finding<SeizureExpiry> | Denied<SeizureDenial> {
  const { kind, start, months, renewal = false, convention = 'inclusive', printedEnd } = seizure
  const longest = valueOn(longestTerm(kind, renewal), start)
  const refusal = refusalOf(start, months, printedEnd, longest)
  if (refusal) return denied(refusal)
  const corresponding = monthsAfter(start, months ?? longest.value)
  const expiry = printedEnd ?? (convention === 'inclusive' ? daysAfter(corresponding, -1) : corresponding)
  const request = valueOn(renewalRequest, start)
  const applyBy = daysAfter(expiry, -request.value)
  const officeBy = previousWorkingDay(expiry, calendar)
  return finding(
    { expiry, applyBy, officeBy, provisional: touchesUnpublished(officeBy, expiry, calendar) },
    [longest, ruleOn('freeze.expiry-effect', start), request],
    () => [
      printedEnd
        ? `登记回执所载届满日${formatDayZh(printedEnd)}，未超过法定最长${longest.value}个月`
        : `自${formatDayZh(start)}起${months ?? longest.value}个月（最长${longest.value}个月），${conventionText[convention]}，届满${formatDayZh(expiry)}，遇休息日不顺延`,
      `申请续行最迟：届满前${request.value}日，${formatDayZh(applyBy)}`,
      `办理续行最迟：${formatDayOff(officeBy, calendar)}`,
    ],
    () => unpublishedYears(officeBy, expiry, calendar),
  )
}

const conventionText: Record<SeizureConvention, string> = {
  inclusive: '止于对应日的前一日',
  exclusive: '止于对应日',
}

const terms: Readonly<Record<SeizureKind, Parameter<number>>> = {
  deposit: depositTerm,
  movable: movableTerm,
  immovable: immovableTerm,
  otherRight: otherRightTerm,
  listedStateShare: listedShareTerm,
}

/** Renewals are as long as the first term, save those of listed companies' shares. */
const longestTerm = (kind: SeizureKind, renewal: boolean): Parameter<number> =>
  renewal && kind === 'listedStateShare' ? listedShareRenewal : terms[kind]

function refusalOf(
  start: Temporal.PlainDate,
  months: number | undefined,
  printedEnd: Temporal.PlainDate | undefined,
  longest: Figure<number>,
): SeizureDenial | undefined {
  if (months !== undefined && !(Number.isInteger(months) && months > 0)) return 'TERM_INVALID'
  if (months !== undefined && months > longest.value) return 'TERM_EXCEEDS_MAX'
  if (!printedEnd) return undefined
  if (isBefore(printedEnd, start)) return 'TERM_INVALID'
  return isBefore(monthsAfter(start, longest.value), printedEnd) ? 'PRINTED_END_EXCEEDS_MAX' : undefined
}
