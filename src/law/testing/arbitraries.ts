import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { fen } from '#kernel/values/money.ts'
import { dayAt, dayNumber, daysAfter } from '../day-number.ts'

/** Values for tests that state the law in general. */
export const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n }).map(fen)
export const someDay = fc.integer({ min: dayNumber(day('2019-01-01')), max: dayNumber(day('2031-12-31')) }).map(dayAt)
export const someSpan = fc.tuple(someDay, fc.nat(200)).map(([from, days]) => ({ from, to: daysAfter(from, days) }))
