import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { custodyCreditDays } from './parameters.ts'

export const penalties = ['control', 'criminal-detention', 'fixed-term'] as const
export type Penalty = (typeof penalties)[number]

export type Custody = {
  readonly penalty: Penalty
  readonly custodyDays: number
  readonly judicialDetentionDays?: number | undefined
  /** Setting `crime.creditJudicial`. */
  readonly creditJudicial?: boolean | undefined
  readonly on?: Temporal.PlainDate | undefined
}

/**
 * Days of a sentence that earlier custody counts for (先行羁押折抵): one for one, two for one of control.
 *
 * Law: 刑法 arts. 41, 44, 47.
 * Reading: judicial detention for the same act is credited only if the court so sets, then at the rate of custody.
 */
export function custodyCredit(custody: Custody): Finding<number> {
  const { penalty, custodyDays, judicialDetentionDays = 0, creditJudicial = false, on } = custody
  const each = valueOn(custodyCreditDays, on)
  const counted = custodyDays + (creditJudicial ? judicialDetentionDays : 0)
  const creditDays = counted * each.value[penalty]
  return finding(creditDays, [each], () => [
    ...(judicialDetentionDays > 0
      ? [`司法拘留${judicialDetentionDays}日${creditJudicial ? '计入' : '不计入'}（本院设置）`]
      : []),
    `先行羁押${counted}日，一日折抵${penaltyNames[penalty]}${each.value[penalty]}日，折抵${creditDays}日`,
  ])
}

const penaltyNames: Record<Penalty, string> = {
  control: '管制',
  'criminal-detention': '拘役',
  'fixed-term': '有期徒刑',
}
