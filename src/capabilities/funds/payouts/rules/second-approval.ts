import { formatYuan } from '#kernel/values/money.ts'
import type { PayeeRole, PayoutKind } from '../contract.ts'

export type Asked = {
  readonly kind: PayoutKind
  readonly payeeRole: PayeeRole
  readonly amountFen: bigint
  readonly thresholdFen: bigint
  /** How often the payee's account was changed before. */
  readonly accountChanges: number
}

/** Whoever is not the applicant, and not somebody the money returns to or belongs to by law. */
const thirdRoles: readonly PayeeRole[] = ['agent', 'third', 'administrator']
const leaderKinds: readonly PayoutKind[] = ['deposit', 'treasury']

/** Why the leader in charge must approve after the director; nothing when the director is enough. */
export function whySecond({ kind, payeeRole, amountFen, thresholdFen, accountChanges }: Asked): readonly string[] {
  return [
    ...(amountFen > thresholdFen ? [`金额超过 ${formatYuan(thresholdFen)} 元`] : []),
    ...(thirdRoles.includes(payeeRole) ? ['收款人不是申请执行人本人'] : []),
    ...(leaderKinds.includes(kind) ? [kind === 'deposit' ? '提存' : '上缴国库'] : []),
    ...(accountChanges >= 2 ? ['收款账户再次变更'] : []),
  ]
}
