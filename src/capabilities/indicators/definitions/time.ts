import { label } from '#kernel/values/labels.ts'
import { meanDays, type Definition, type MemberSet } from '../definition.ts'
import type { CaseFactColumn } from '../tables.ts'
import {
  accepted,
  acceptedInPeriod,
  all,
  any,
  closed,
  closedInPeriod,
  daysToClose,
  daysToPerformance,
  netDaysToClose,
  not,
  pastSixMonths,
  performed,
  type CaseCondition,
} from './sets.ts'

export const meanHandlingDays: Definition<CaseFactColumn> = {
  id: 'K13',
  version: 1,
  validFrom: '2024-01-01',
  title: label('平均办理时间', 'Mean handling days'),
  direction: 'down',
  form: meanDays,
  source: '立案次日起计；扣除期间之后的净用时并列',
  variants: [
    {
      key: 'printed',
      title: label('结案平均用时（首次执行，全部结案）', 'Mean days to closing, all closed'),
      types: ['执'],
      numerator: daysToClose,
      denominator: closed,
    },
    {
      key: 'performed',
      title: label('执行完毕案件结案平均用时（首次执行）', 'Mean days to closing, performed in full'),
      types: ['执'],
      numerator: daysToPerformance,
      denominator: performed,
    },
    {
      key: 'net',
      title: label('结案平均净用时（首次执行，全部结案，扣除不计入期限的天数）', 'Mean net days to closing'),
      types: ['执'],
      numerator: netDaysToClose,
      denominator: closed,
    },
  ],
}

type Node = 'notice_on' | 'inquiry_on'

/** Done after its day, counted in calendar days from filing. */
const doneLate = (node: Node, days: number): CaseCondition =>
  all({ kind: 'dated', column: node, to: 'until' }, { kind: 'apart', start: 'filed_on', end: node, by: { days } })

/** Its day has gone by without it, at the end of the period or when the case was closed. */
const leftUndone = (node: Node, days: number): CaseCondition =>
  all(
    not({ kind: 'dated', column: node, to: 'until' }),
    { kind: 'apart', start: 'filed_on', end: 'until', by: { days } },
    not(all(closedInPeriod, not({ kind: 'apart', start: 'filed_on', end: 'closed_on', by: { days } }))),
  )

const noticeLate = doneLate('notice_on', 10)
const inquiryLate = doneLate('inquiry_on', 5)
const closedLate = all(closedInPeriod, pastSixMonths)

const nodes = (zh: string, en: string, ...of: readonly CaseCondition[]): MemberSet<CaseFactColumn> => ({
  title: label(zh, en),
  period: 'flow',
  where: acceptedInPeriod,
  measure: { kind: 'tally', of },
})

const types = ['执'] as const

export const overdueNodes: Definition<CaseFactColumn> = {
  id: 'K17',
  version: 1,
  validFrom: '2024-01-01',
  title: label('关键节点平均超期数', 'Overdue nodes per case'),
  direction: 'down',
  form: { kind: 'quotient', unit: label('个/件', ' per case'), decimals: 2, rounding: 'truncate' },
  source: '期限表：执行通知10日、首次查控5日、结案6个月，自立案起按自然日计',
  variants: [
    {
      key: 'printed',
      title: label('关键节点平均超期数（首次执行，通知、查控、结案三个节点）', 'Overdue nodes per case, three nodes'),
      types,
      numerator: nodes('超期节点（通知、查控、结案）', 'Overdue nodes', noticeLate, inquiryLate, closedLate),
      denominator: accepted,
    },
    {
      key: 'notice-late',
      title: label('执行通知超过10日送达（首次执行）', 'Notice later than ten days'),
      types,
      numerator: nodes('超过10日送达执行通知', 'Notice later than ten days', noticeLate),
      denominator: accepted,
    },
    {
      key: 'inquiry-late',
      title: label('首次网络查控超过5日（首次执行）', 'First inquiry later than five days'),
      types,
      numerator: nodes('超过5日首次查控', 'First inquiry later than five days', inquiryLate),
      denominator: accepted,
    },
    {
      key: 'closed-late',
      title: label('结案超过6个月（首次执行）', 'Closed later than six months'),
      types,
      numerator: nodes('超过6个月结案', 'Closed later than six months', closedLate),
      denominator: accepted,
    },
    {
      key: 'with-undone',
      title: label('关键节点平均超期数（首次执行，含到期未办）', 'Overdue nodes per case, with those left undone'),
      types,
      numerator: nodes(
        '超期节点（含到期未办）',
        'Overdue nodes with those left undone',
        any(noticeLate, leftUndone('notice_on', 10)),
        any(inquiryLate, leftUndone('inquiry_on', 5)),
        any(
          closedLate,
          all(not(closedInPeriod), { kind: 'apart', start: 'filed_on', end: 'until', by: { months: 6 } }),
        ),
      ),
      denominator: accepted,
    },
  ],
}
