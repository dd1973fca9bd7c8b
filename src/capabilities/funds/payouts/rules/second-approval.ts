import { formatYuan } from '#kernel/values/money.ts'
import type { PayeeRole, PayoutKind } from '../contract.ts'

export type Asked = {
  readonly kind: PayoutKind
  readonly payeeRole: PayeeRole
  readonly amountFen: bigint
  /** Out of the money of the case itself. */
  readonly fromCase: boolean
  readonly thresholdFen: bigint
  /** How often the payee's account was changed before. */
  readonly accountChanges: number
  /** A creditor of a plan who is no applicant of this case: the plan names him, the case's own papers do not. */
  readonly joined: boolean
}

/** Whoever is not the applicant, and not somebody the money returns to or belongs to by law. */
const thirdRoles: readonly PayeeRole[] = ['agent', 'third', 'administrator']
/** Case money that goes back to the debtor: what a plan leaves over, or more than was owed. */
const goesBack = (kind: PayoutKind, role: PayeeRole): boolean => kind === 'refund' && role === 'debtor'
const leaderKinds: readonly PayoutKind[] = ['deposit', 'treasury']

/** Why the leader in charge must approve after the director; nothing when the director is enough. */
export function whySecond({
  kind,
  payeeRole,
  fromCase,
  amountFen,
  thresholdFen,
  accountChanges,
  joined,
}: Asked): readonly string[] {
  return [
    ...(amountFen > thresholdFen ? [`金额超过 ${formatYuan(thresholdFen)} 元`] : []),
    ...(thirdRoles.includes(payeeRole) || joined ? ['收款人不是申请执行人本人'] : []),
    ...(goesBack(kind, payeeRole) && fromCase ? ['案款退还被执行人'] : []),
    ...(leaderKinds.includes(kind) ? [kind === 'deposit' ? '提存' : '上缴国库'] : []),
    ...(accountChanges >= 2 ? ['收款账户再次变更'] : []),
  ]
}
