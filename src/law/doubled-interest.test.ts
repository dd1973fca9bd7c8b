import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { fen, parseYuan } from '#kernel/values/money.ts'
import { dayAt, dayNumber, daysAfter } from './day-number.ts'
import { doubledInterest, type LateDebt } from './doubled-interest.ts'

const amounts = fc.bigInt({ min: 0n, max: 10n ** 18n }).map(fen)
const someDay = fc.integer({ min: dayNumber(day('2015-01-01')), max: dayNumber(day('2035-12-31')) }).map(dayAt)
const spans = fc.array(
  fc.tuple(someDay, fc.nat(400)).map(([from, days]) => ({ from, to: daysAfter(from, days) })),
  { maxLength: 6 },
)

const owed = (debt: LateDebt) => {
  const found = doubledInterest(debt)
  assert.ok('value' in found)
  return found.value
}

test('doubled interest never shrinks as the debtor waits', () => {
  fc.assert(
    fc.property(amounts, someDay, fc.nat(5000), fc.nat(5000), (base, dueOn, days, more) => {
      const [sooner, later] = [days, days + more].map(
        (n) => owed({ base, dueOn, settledOn: daysAfter(dueOn, n) }).interest,
      )
      assert.ok(sooner !== undefined && later !== undefined && sooner <= later)
    }),
  )
})

test('the order of the stays does not matter, nor that one is named twice', () => {
  fc.assert(
    fc.property(amounts, someDay, someDay, spans, (base, dueOn, settledOn, exclusions) => {
      const debt = { base, dueOn, settledOn }
      const named = owed({ ...debt, exclusions })
      assert.deepEqual(owed({ ...debt, exclusions: [...exclusions].reverse() }), named)
      assert.deepEqual(owed({ ...debt, exclusions: [...exclusions, ...exclusions] }), named)
    }),
  )
})

test('each late day counts once unless a stay holds it', () => {
  fc.assert(
    fc.property(someDay, fc.nat(600), spans, (dueOn, wait, exclusions) => {
      let days = 0
      for (let number = dayNumber(dueOn) + 1; number <= dayNumber(dueOn) + wait; number += 1) {
        if (!exclusions.some(({ from, to }) => dayNumber(from) <= number && number < dayNumber(to))) days += 1
      }
      assert.equal(owed({ base: fen(0n), dueOn, settledOn: daysAfter(dueOn, wait), exclusions }).days, days)
    }),
  )
})

test('counting the due day adds exactly one day to a debt paid late or on time', () => {
  fc.assert(
    fc.property(someDay, fc.nat(900), (dueOn, wait) => {
      const debt = { base: fen(1n), dueOn, settledOn: daysAfter(dueOn, wait) }
      assert.equal(owed({ ...debt, countDueDay: true }).days, owed(debt).days + 1)
    }),
  )
})

test('days before August 2014 are marked for the court', () => {
  const found = doubledInterest({ base: parseYuan('100000'), dueOn: day('2014-07-21'), settledOn: day('2014-08-10') })
  assert.ok('checks' in found)
  assert.equal(found.value.days, 20)
  assert.deepEqual(found.checks, [
    '其中10天在2014年8月1日以前，应按当时规定计算（法释〔2009〕6号，同期贷款基准利率的两倍），本结果暂按现行日利率列算，请法院核对',
  ])
})

test('the derivation shows the days, those left out, and the rate', () => {
  const found = doubledInterest({
    base: parseYuan('500000'),
    dueOn: day('2024-01-01'),
    settledOn: day('2024-12-31'),
    exclusions: [{ from: day('2024-03-01'), to: day('2024-06-01') }],
  })
  assert.ok('workings' in found)
  assert.deepEqual(found.workings, [
    '履行期限2024年1月1日届满，迟延2024-01-02至2024-12-31（365天）',
    '其中不计：2024-03-01至2024-05-31（92天）',
    '500,000.00 × 0.0175% × 273天 = 23,887.50元（四舍五入到分）',
  ])
})
