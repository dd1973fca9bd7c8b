import { label } from '#kernel/values/labels.ts'
import type { Condition, Measure, MemberSet, Term } from '../definition.ts'
import type { CaseFactColumn } from '../tables.ts'

export type CaseCondition = Condition<CaseFactColumn>
export type CaseSet = MemberSet<CaseFactColumn>

export const all = (...of: readonly CaseCondition[]): CaseCondition => ({ kind: 'all', of })
export const any = (...of: readonly CaseCondition[]): CaseCondition => ({ kind: 'any', of })
export const not = (of: CaseCondition): CaseCondition => ({ kind: 'not', of })
export const flag = (column: CaseFactColumn): CaseCondition => ({ kind: 'flag', column })
export const mannerIs = (...values: readonly string[]): CaseCondition => ({ kind: 'one-of', column: 'manner', values })

export const filedInPeriod: CaseCondition = { kind: 'dated', column: 'filed_on', from: 'from', to: 'until' }
export const filedYearBefore: CaseCondition = {
  kind: 'dated',
  column: 'filed_on',
  from: 'year-before-from',
  to: 'year-before-until',
}
const filedByThen: CaseCondition = { kind: 'dated', column: 'filed_on', to: 'until' }
export const closedInPeriod: CaseCondition = { kind: 'dated', column: 'closed_on', from: 'from', to: 'until' }
const closedByThen: CaseCondition = { kind: 'dated', column: 'closed_on', to: 'until' }
const closedBefore: CaseCondition = { kind: 'dated', column: 'closed_on', to: 'day-before-from' }
export const openAtEnd = all(filedByThen, not(closedByThen))
/** Carried over plus newly filed. */
export const acceptedInPeriod = all(filedByThen, not(closedBefore))
/** Closed, without 销案, 撤回 and 移送: the base of the printed quality rates. */
export const closedInBase = all(closedInPeriod, not(flag('outside_base')))

const counted: Measure<CaseFactColumn> = { kind: 'count' }
const count = (zh: string, en: string, where: CaseCondition, period: CaseSet['period'] = 'flow'): CaseSet => ({
  title: label(zh, en),
  period,
  where,
  measure: counted,
})

export const accepted = count('受理（旧存加新收）', 'Accepted: carried over and new', acceptedInPeriod)
export const closed = count('执结', 'Closed', closedInPeriod)
export const base = count(
  '结案−销案等（不计销案、撤回、移送）',
  'Closed (without cancelled, withdrawn and transferred)',
  closedInBase,
)
export const performed = count('执行完毕', 'Performed in full', all(closedInPeriod, flag('full_performance')))
export const reallyFinished = count(
  '实结（执行完毕、终结执行、不予执行、驳回申请）',
  'Really finished',
  all(closedInPeriod, flag('real')),
)
export const roundTerminated = count('终本', 'Round terminated', all(closedInPeriod, mannerIs('round-terminated')))
export const newlyFiled = count('新收', 'Newly filed', filedInPeriod)
export const newlyFiledYearBefore = count('上年同期新收', 'Newly filed in the same period last year', filedYearBefore)
export const open = count('期末未结', 'Open at the end', openAtEnd, 'stock')

/** Six months from filing, whatever was deducted. */
export const pastSixMonths: CaseCondition = { kind: 'apart', start: 'filed_on', end: 'closed_on', by: { months: 6 } }
/** Net of what the clock of the case added: time that does not count, approved extensions. */
const pastNetLimit: CaseCondition = { ...pastSixMonths, and: 'granted_days' }
/** The limit of the case's own kind, such as three months for an administrative decision. */
const pastOwnLimit: CaseCondition = { kind: 'apart', start: 'limit_on', end: 'closed_on', by: { days: 0 } }

export const closedInTime = count(
  '法定期限内结案（扣除、延长之后）',
  'Closed within the limit, net',
  all(closedInPeriod, not(pastNetLimit)),
)
export const closedInSixMonths = count(
  '六个月内结案（不扣除）',
  'Closed within six months',
  all(closedInPeriod, not(pastSixMonths)),
)
export const closedInOwnLimit = count(
  '各自法定期限内结案（非诉行政三个月）',
  'Closed within the limit of their kind',
  all(closedInPeriod, not(pastOwnLimit)),
)
export const openOverYear = count(
  '超12个月（立案至期末）',
  'Open for more than twelve months',
  all(openAtEnd, { kind: 'apart', start: 'filed_on', end: 'until', by: { months: 12 } }),
  'stock',
)

const days: Measure<CaseFactColumn> = { kind: 'days', start: 'filed_on', end: 'closed_on' }
export const daysToClose: CaseSet = {
  title: label('用时合计（立案至结案天数之和）', 'Days from filing to closing'),
  period: 'flow',
  where: closedInPeriod,
  measure: days,
}
export const daysToPerformance: CaseSet = { ...performed, title: daysToClose.title, measure: days }
export const netDaysToClose: CaseSet = {
  ...daysToClose,
  title: label('净用时合计（扣除不计入期限的天数）', 'Net days from filing to closing'),
  measure: { kind: 'days', start: 'filed_on', end: 'closed_on', less: 'deducted_days' },
}

/** A sum of money over a set of cases. */
export const moneyOf = (
  zh: string,
  en: string,
  where: CaseCondition,
  sum: readonly Term<CaseFactColumn>[],
): CaseSet => ({
  title: label(zh, en),
  period: 'flow',
  where,
  measure: { kind: 'fen', sum },
})

const poolOn = (day: 'until' | 'day-before-from'): CaseCondition =>
  all(
    { kind: 'dated', column: 'round_terminated_on', to: day },
    mannerIs('round-terminated'),
    not({ kind: 'dated', column: 'resumed_on', to: day }),
  )
/** Cases whose round was terminated and which nobody had taken up again, as the mean of the first and the last day. */
export const meanPool: CaseSet = {
  title: label('终本在库（期初与期末平均）', 'Terminated rounds in store, mean of start and end'),
  period: 'stock',
  where: all(),
  measure: { kind: 'tally', of: [poolOn('day-before-from'), poolOn('until')], halved: true },
}
