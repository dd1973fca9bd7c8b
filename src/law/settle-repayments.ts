import { formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { divideHalfUp, type Fen, fen, formatYuan, noMoney, sumFen, timesRatio } from '#kernel/values/money.ts'
import { type DayNumber, dayNumber } from './day-number.ts'
import { type DaySpan, type NumberedSpan, unionOf } from './day-spans.ts'
import { formatRuns, lateFactor, lateRuns } from './doubled-interest.ts'
import { denied, type Denied, type Finding, finding } from './finding.ts'
import { formatRate } from './ordinary-interest.ts'
import { ruleOn } from './rules.ts'

/** The parts of a debt in the order in which a payment fills them, unless the parties agreed otherwise. */
export const debtParts = ['costs', 'ordinaryInterest', 'principal', 'otherDebt', 'doubledInterest'] as const
export type DebtPart = (typeof debtParts)[number]
export type DebtParts = Readonly<Record<DebtPart, Fen>>

export type Payment = { readonly date: Temporal.PlainDate; readonly amount: Fen }

export type DebtAccount = {
  readonly principal: Fen
  readonly costs?: Fen | undefined
  readonly otherDebt?: Fen | undefined
  /** Ordinary interest brought in, reckoned up to `ordinary.from`. */
  readonly ordinaryInterest?: Fen | undefined
  /** Ordinary interest that goes on running; `from` is its first day. */
  readonly ordinary?:
    | { readonly annualRatePpm: bigint; readonly dayBase: number; readonly from: Temporal.PlainDate }
    | undefined
  readonly dueOn: Temporal.PlainDate
  readonly payments: readonly Payment[]
  readonly asOf: Temporal.PlainDate
  readonly order?: readonly DebtPart[] | undefined
  /** Setting `interest.base.costs`. */
  readonly baseIncludesCosts?: boolean | undefined
  /** Stays and deferrals the debtor did not ask for: they bear no doubled part, ordinary interest is not touched. */
  readonly exclusions?: readonly DaySpan[] | undefined
}

export type Settlement = { readonly owed: DebtParts; readonly total: Fen; readonly surplus: Fen }

const million = 1_000_000n

/**
 * What is still owed after part payments (清偿顺序).
 *
 * At each payment day, payments in order of days, and at `asOf`, the interest since the last such day is added, each kind
 * rounded half up to the fen; then the payment fills the parts in `order`. Ordinary interest runs on principal, the
 * doubled part on principal and other debt. What no part takes is surplus.
 *
 * Law: 法释〔2014〕8号 art. 4 (the doubled part comes last), 民法典 art. 561 (costs, interest, principal).
 * Reading: art. 561 inside the debts of the document; the parties may agree on another order.
 */
export function settleRepayments(account: DebtAccount): Finding<Settlement> | Denied<'PAYMENT_AFTER_AS_OF'> {
  const { payments, asOf, order = debtParts } = account
  if (payments.some(({ date }) => isBefore(asOf, date))) return denied('PAYMENT_AFTER_AS_OF')
  const lines: (() => string)[] = []
  const accrue = accrual(account, lines)
  const owed = openingOf(account)
  let surplus = noMoney
  const inOrderOfDays = payments
    .map((payment) => ({ ...payment, on: dayNumber(payment.date) }))
    .sort((a, b) => a.on - b.on)
  for (const { date, amount, on } of inOrderOfDays) {
    accrue(owed, on)
    const { filled, left } = fill(owed, amount, order)
    surplus = fen(surplus + left)
    lines.push(() => paymentText(date, amount, filled, left))
  }
  accrue(owed, dayNumber(asOf))
  const total = sumFen(Object.values(owed))
  const grounds = [ruleOn('interest.setoff', asOf), ruleOn('interest.doubled.rate', asOf)]
  if (account.ordinary) grounds.push(ruleOn('interest.ordinary', asOf))
  return finding({ owed, total, surplus }, grounds, () => [
    ...lines.map((line) => line()),
    `截至${formatDayZh(asOf)}尚欠：${partsText(owed)}，合计${formatYuan(total)}元${surplus > 0n ? `；多付${formatYuan(surplus)}元应退` : ''}`,
  ])
}

type OpenParts = Record<DebtPart, Fen>

const openingOf = ({ principal, costs, otherDebt, ordinaryInterest }: DebtAccount): OpenParts => ({
  costs: costs ?? noMoney,
  ordinaryInterest: ordinaryInterest ?? noMoney,
  principal,
  otherDebt: otherDebt ?? noMoney,
  doubledInterest: noMoney,
})

/** Adds the interest of the days since it was last asked; a second payment on one day adds none. */
function accrual(
  { dueOn, ordinary, baseIncludesCosts = false, exclusions = [] }: DebtAccount,
  lines: (() => string)[],
): (owed: OpenParts, on: DayNumber) => void {
  const excluded: readonly NumberedSpan[] = exclusions.length === 0 ? [] : unionOf(exclusions)
  let lateSince = dayNumber(dueOn) + 1
  let ordinarySince = ordinary ? dayNumber(ordinary.from) : 0
  return (owed, on) => {
    if (ordinary && on > ordinarySince) {
      const { annualRatePpm, dayBase } = ordinary
      const [principal, days] = [owed.principal, on - ordinarySince]
      const interest = divideHalfUp(principal * annualRatePpm * BigInt(days), million * BigInt(dayBase))
      owed.ordinaryInterest = fen(owed.ordinaryInterest + interest)
      ordinarySince = on
      lines.push(
        () =>
          `一般债务利息：${formatYuan(principal)} × ${formatRate(annualRatePpm)} × ${days}天 ÷ ${dayBase} = ${formatYuan(interest)}元`,
      )
    }
    if (on >= lateSince) {
      const runs = lateRuns({ from: lateSince, to: on + 1 }, excluded)
      const base = fen(owed.principal + owed.otherDebt + (baseIncludesCosts ? owed.costs : 0n))
      const interest = timesRatio(base, lateFactor(runs))
      owed.doubledInterest = fen(owed.doubledInterest + interest)
      lateSince = on + 1
      lines.push(() => `加倍部分债务利息：${formatYuan(base)} × ${formatRuns(runs)} = ${formatYuan(interest)}元`)
    }
  }
}

function fill(owed: OpenParts, amount: Fen, order: readonly DebtPart[]): { filled: [DebtPart, Fen][]; left: Fen } {
  const filled: [DebtPart, Fen][] = []
  let left = amount
  for (const part of order) {
    const paid = left < owed[part] ? left : owed[part]
    if (paid === 0n) continue
    owed[part] = fen(owed[part] - paid)
    left = fen(left - paid)
    filled.push([part, paid])
  }
  return { filled, left }
}

export const debtPartNames: Readonly<Record<DebtPart, string>> = {
  costs: '费用',
  ordinaryInterest: '一般债务利息',
  principal: '本金',
  otherDebt: '其他债务',
  doubledInterest: '加倍部分债务利息',
}

const paymentText = (date: Temporal.PlainDate, amount: Fen, filled: readonly [DebtPart, Fen][], left: Fen): string => {
  const parts = filled.map(([part, paid]) => `${debtPartNames[part]}${formatYuan(paid)}元`)
  if (left > 0n) parts.push(`多付${formatYuan(left)}元`)
  return `${formatDayZh(date)}付款${formatYuan(amount)}元，抵充${parts.join('、') || '无'}`
}

const partsText = (owed: DebtParts): string =>
  debtParts.map((part) => `${debtPartNames[part]}${formatYuan(owed[part])}元`).join('、')
