import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { fen, noMoney, sumFen } from '#kernel/values/money.ts'
import { amounts, someDay } from './testing/arbitraries.ts'
import { doubledInterest } from './doubled-interest.ts'
import { debtParts, type DebtAccount, settleRepayments } from './settle-repayments.ts'

const settle = (account: DebtAccount) => {
  const found = settleRepayments(account)
  assert.ok('value' in found)
  return found.value
}

const account = fc.record({
  principal: amounts,
  costs: amounts,
  otherDebt: amounts,
  ordinaryInterest: amounts,
  dueOn: someDay,
  ordinary: fc.option(
    fc.record({
      annualRatePpm: fc.bigInt({ min: 0n, max: 240_000n }),
      dayBase: fc.constantFrom(360, 365),
      from: someDay,
    }),
    { nil: undefined },
  ),
  payments: fc.array(fc.record({ date: someDay, amount: amounts }), { maxLength: 6 }),
  asOf: fc.constant(day('2032-01-01')),
  order: fc.option(fc.shuffledSubarray([...debtParts], { minLength: 5 }), { nil: undefined }),
  baseIncludesCosts: fc.boolean(),
})

test('every fen of a payment goes to a part of the debt or back to the debtor', () => {
  fc.assert(
    fc.property(account, (debt) => {
      const { owed, total, surplus } = settle(debt)
      assert.equal(sumFen(Object.values(owed)), total)
      for (const part of Object.values(owed)) assert.ok(part >= 0n)
      assert.ok(surplus === 0n || total === 0n)
    }),
  )
})

test('without payments what is owed is the debt and the interest that two other rules give', () => {
  fc.assert(
    fc.property(account, (debt) => {
      const { owed } = settle({ ...debt, payments: [], baseIncludesCosts: false, ordinary: undefined })
      const late = doubledInterest({
        base: fen(debt.principal + debt.otherDebt),
        dueOn: debt.dueOn,
        settledOn: debt.asOf,
      })
      assert.ok('value' in late)
      assert.equal(owed.doubledInterest, late.value.interest)
      assert.deepEqual(
        [owed.costs, owed.principal, owed.otherDebt, owed.ordinaryInterest],
        [debt.costs, debt.principal, debt.otherDebt, debt.ordinaryInterest],
      )
    }),
  )
})

test('payments of different days may be listed in any order', () => {
  fc.assert(
    fc.property(account, (debt) => {
      const days = new Set(debt.payments.map(({ date }) => date.toString()))
      fc.pre(days.size === debt.payments.length)
      assert.deepEqual(settle({ ...debt, payments: [...debt.payments].reverse() }), settle(debt))
    }),
  )
})

test('two payments on one day are worth their sum', () => {
  fc.assert(
    fc.property(account, someDay, amounts, amounts, (debt, date, one, other) => {
      const together = settle({ ...debt, payments: [{ date, amount: fen(one + other) }] })
      const apart = settle({
        ...debt,
        payments: [
          { date, amount: one },
          { date, amount: other },
        ],
      })
      assert.deepEqual(apart, together)
    }),
  )
})

test('whoever pays more owes no more, to within the rounding of each payment day', () => {
  fc.assert(
    fc.property(account, someDay, amounts, amounts, (debt, date, amount, more) => {
      const [less, most] = [amount, fen(amount + more)].map((paid) =>
        settle({ ...debt, order: undefined, payments: [{ date, amount: paid }] }),
      )
      assert.ok(less && most && most.total <= less.total + 2n)
    }),
  )
})

test('a stay bears no doubled interest but goes on bearing ordinary interest', () => {
  const debt = {
    principal: fen(10_000_000n),
    dueOn: day('2024-01-10'),
    payments: [],
    asOf: day('2024-04-19'),
    ordinary: { annualRatePpm: 60_000n, dayBase: 365, from: day('2024-01-10') },
  }
  const [plain, stayed] = [
    settle(debt),
    settle({ ...debt, exclusions: [{ from: day('2024-02-01'), to: day('2024-03-01') }] }),
  ]
  assert.equal(plain.owed.doubledInterest - stayed.owed.doubledInterest, 50_750n)
  assert.equal(plain.owed.ordinaryInterest, stayed.owed.ordinaryInterest)
})

test('a part payment is traced line by line', () => {
  const found = settleRepayments({
    principal: fen(10_000_000n),
    costs: fen(230_000n),
    dueOn: day('2024-01-10'),
    payments: [{ date: day('2024-02-19'), amount: fen(3_000_000n) }],
    asOf: day('2024-04-19'),
  })
  assert.ok('workings' in found)
  assert.deepEqual(found.workings, [
    '加倍部分债务利息：100,000.00 × 0.0175% × 40天 = 700.00元',
    '2024年2月19日付款30,000.00元，抵充费用2,300.00元、本金27,700.00元',
    '加倍部分债务利息：72,300.00 × 0.0175% × 60天 = 759.15元',
    '截至2024年4月19日尚欠：费用0.00元、一般债务利息0.00元、本金72,300.00元、其他债务0.00元、加倍部分债务利息1,459.15元，合计73,759.15元',
  ])
})

test('the day of payment still bears interest, and a debt paid on its last day none', () => {
  const debt = { principal: fen(10_000_000n), dueOn: day('2024-01-10'), asOf: day('2024-12-31') }
  const paidOn = (date: string) => settle({ ...debt, payments: [{ date: day(date), amount: fen(10_000_000n) }] })
  assert.equal(paidOn('2024-01-11').total, 1750n)
  assert.equal(paidOn('2024-01-10').total, noMoney)
})
