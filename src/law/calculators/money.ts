import { z } from 'zod'
import { amountInChinese } from '../amount-in-chinese.ts'
import { distribute, type SharingMethod } from '../distribute.ts'
import { doubledInterest } from '../doubled-interest.ts'
import { enforcementFee, feeRoundings } from '../enforcement-fee.ts'
import { denied } from '../finding.ts'
import { ordinaryInterest } from '../ordinary-interest.ts'
import { preservationFee } from '../preservation-fee.ts'
import { ratio } from '../ratio.ts'
import { debtParts, settleRepayments } from '../settle-repayments.ts'
import {
  amount,
  count,
  day,
  facts,
  integer,
  listOf,
  maybe,
  named,
  notNegative,
  number,
  oneOf,
  span,
  sum,
  text,
  wholeSum,
  yesNo,
} from './fields.ts'
import { type Calculator, calculator, shown, sumJson } from './outcome.ts'

/** Fees, interest, shares and sums. */
export const moneyCalculators = {
  enforcementFee: calculator(
    '执行申请费',
    'Enforcement fee',
    facts({ claimFen: number.nullable(), rounding: maybe(text) }),
    ({ claimFen, rounding: word = 'fen-half-up' }) => {
      const claim = claimFen === null ? null : wholeSum(claimFen)
      if (claim === undefined || (claim !== null && claim <= 0n)) return denied('AMOUNT_NOT_POSITIVE')
      const rounding = named(feeRoundings, word)
      if (!rounding) return denied('ROUNDING_UNKNOWN')
      return shown(enforcementFee({ claim, rounding }), (fee) =>
        'fee' in fee ? { feeFen: sumJson(fee.fee) } : { minFen: sumJson(fee.min), maxFen: sumJson(fee.max) },
      )
    },
  ),
  preservationFee: calculator(
    '保全申请费',
    'Preservation fee',
    facts({ amountFen: amount.nullable() }),
    ({ amountFen }) => shown(preservationFee({ amount: amountFen }), (fee) => ({ feeFen: sumJson(fee) })),
  ),
  doubledInterest: calculator(
    '加倍部分债务利息',
    'Doubled part of late interest',
    facts({
      baseFen: sum,
      dueDate: day,
      endDate: day,
      exclusions: maybe(listOf(span)),
      countDueDay: maybe(yesNo),
    }),
    ({ baseFen, dueDate, endDate, exclusions, countDueDay }) =>
      shown(
        doubledInterest({ base: baseFen, dueOn: dueDate, settledOn: endDate, exclusions, countDueDay }),
        ({ days, interest }) => ({ days, interestFen: sumJson(interest) }),
      ),
  ),
  ordinaryInterest: calculator(
    '一般债务利息',
    'Ordinary interest',
    facts({
      principalFen: amount,
      segments: listOf(facts({ from: day, to: day, annualRatePpm: notNegative })),
      dayBase: count(1),
    }),
    ({ principalFen, segments, dayBase }) =>
      shown(ordinaryInterest({ principal: principalFen, segments, dayBase }), (interest) => ({
        interestFen: sumJson(interest),
      })),
  ),
  settleRepayments: calculator(
    '分次还款抵充',
    'What part payments leave owing',
    facts({
      principalFen: amount,
      costsFen: maybe(amount),
      otherDebtFen: maybe(amount),
      ordinaryInterestFen: maybe(amount),
      ordinary: maybe(facts({ annualRatePpm: notNegative, dayBase: count(1), from: day })),
      dueDate: day,
      payments: listOf(facts({ date: day, amountFen: amount })),
      asOf: day,
      order: maybe(
        listOf(oneOf(debtParts)).refine(
          (order) => order.length === debtParts.length && new Set(order).size === order.length,
          {
            error: `须列出全部五项，各一次：${debtParts.join('、')}`,
          },
        ),
      ),
      baseIncludesCosts: maybe(yesNo),
      exclusions: maybe(listOf(span)),
    }),
    (input) =>
      shown(
        settleRepayments({
          principal: input.principalFen,
          costs: input.costsFen,
          otherDebt: input.otherDebtFen,
          ordinaryInterest: input.ordinaryInterestFen,
          ordinary: input.ordinary,
          dueOn: input.dueDate,
          payments: input.payments.map(({ date, amountFen }) => ({ date, amount: amountFen })),
          asOf: input.asOf,
          order: input.order,
          baseIncludesCosts: input.baseIncludesCosts,
          exclusions: input.exclusions,
        }),
        ({ owed, total, surplus }) => ({
          costsFen: sumJson(owed.costs),
          ordinaryInterestFen: sumJson(owed.ordinaryInterest),
          principalFen: sumJson(owed.principal),
          otherDebtFen: sumJson(owed.otherDebt),
          doubledInterestFen: sumJson(owed.doubledInterest),
          totalOwedFen: sumJson(total),
          surplusFen: sumJson(surplus),
        }),
      ),
  ),
  distribute: calculator(
    '案款分配',
    'Distribution of proceeds',
    facts({
      proceedsFen: amount,
      costs: maybe(listOf(facts({ id: text, amountFen: amount }))),
      claims: listOf(
        facts({
          id: text,
          tier: z.number({ error: '应为数字' }),
          claimFen: amount,
          tierCapFen: maybe(amount),
          excessTier: maybe(z.number({ error: '应为数字' })),
        }).refine(({ tier, excessTier }) => excessTier === undefined || excessTier > tier, {
          path: ['excessTier'],
          error: '须在 tier 之后',
        }),
      ),
      methods: maybe(z.record(z.string(), oneOf(['proportional', 'sequence']), { error: '应为对象' })),
    }),
    ({ proceedsFen, costs, claims, methods }) =>
      shown(
        distribute({
          proceeds: proceedsFen,
          costs: costs?.map(({ id, amountFen }) => ({ id, amount: amountFen })),
          claims: claims.map(({ claimFen, tierCapFen, ...claim }) => ({
            ...claim,
            claim: claimFen,
            tierCap: tierCapFen,
          })),
          methods: new Map(
            Object.entries(methods ?? {}).map(([tier, method]): [number, SharingMethod] => [Number(tier), method]),
          ),
        }),
        ({ paid, surplus }) => ({
          paid: Object.fromEntries([...paid].map(([id, share]) => [id, sumJson(share)])),
          surplusFen: sumJson(surplus),
        }),
      ),
  ),
  amountInChinese: calculator('大写金额', 'Sum in capitals', facts({ fen: number }), ({ fen: given }) => {
    const value = wholeSum(given)
    return value === undefined
      ? denied('AMOUNT_OUT_OF_RANGE')
      : shown(amountInChinese(value), (words) => ({ text: words }))
  }),
  ratio: calculator(
    '比率',
    'Ratio',
    facts({
      num: integer,
      den: integer,
      decimals: maybe(count(0, 30)),
      mode: maybe(oneOf(['truncate', 'half-up'])),
    }),
    ({ num, den, decimals = 2, mode }) => shown(ratio(num, den, decimals, mode), (percent) => ({ text: percent })),
  ),
} satisfies Readonly<Record<string, Calculator>>
