import { fen } from '#kernel/values/money.ts'
import { z } from 'zod'
import { feeScale } from './fee-scale.ts'
import { count, money, months, parameter, ratio, statedIn } from './parameter.ts'

/**
 * Every figure the calculations use. A figure is read from the dated rows of its rule; what a rule states in words only
 * is written here once, under the dates and articles of that rule.
 */

// Fees and interest
export const enforcementFeeScale = parameter('fee.enforcement', '费率表', feeScale)
export const enforcementFeeWithoutAmount = statedIn(
  'fee.enforcement',
  'fee.enforcement.no-amount',
  '无金额案件的执行申请费',
  '分',
  { min: fen(5000n), max: fen(50_000n) },
)
export const preservationFeeScale = parameter('fee.preservation', '费率表', feeScale)
export const doubledInterestRate = parameter('interest.doubled.rate', '每日占未清偿本金的比例', ratio)

// Seizure
export const depositTerm = parameter('freeze.deposit.max', '月', months)
export const movableTerm = parameter('freeze.movable.max', '月', months)
export const immovableTerm = parameter('freeze.immovable.max', '月', months)
export const otherRightTerm = parameter('freeze.other.max', '月', months)
export const listedShareTerm = parameter('freeze.listed-share.max', '月', months)
export const listedShareRenewal = statedIn(
  'freeze.listed-share.max',
  'freeze.listed-share.renewal',
  '上市公司国有股、社会法人股续行期限',
  '月',
  6,
)
export const renewalRequest = parameter('preserve.renew-apply', '日', count)

// Time limits of cases and of case money
export const enforcementLimit = parameter('limit.enforcement', '月', months)
export const nonLitigationLimit = parameter('limit.nonlitigation', '月', months)
export const commissionedLimit = parameter('limit.commissioned', '月', months)
export const extensionLimit = parameter('limit.extension', '月', months)
export const objectionLimit = parameter('objection.conduct', '日', count)
export const reviewLimit = statedIn('objection.review', 'objection.review.decide', '复议审查期限', '日', 30)
export const changePartyLimit = parameter('objection.change-party', '日', count)
export const payoutDays = parameter('funds.payout.deadline', '日', count)
export const payoutAfterDeferral = parameter('funds.payout.after-deferral', '日', count)
export const limitationTerm = parameter('filing.limitation', '月', months)

// Coercive measures
export const detentionDays = parameter('detain.max', '日', count)
export const personFine = parameter('fine.person.max', '分', money)
export const unitFine = parameter('fine.unit.range', '分', (value) => {
  const { minFen, maxFen } = z.object({ minFen: z.int(), maxFen: z.int() }).parse(value)
  return { min: money(minFen), max: money(maxFen) }
})
export const summonsHours = parameter('summons.hours', '小时', count)
export const summonsHoursWithDetention = statedIn(
  'summons.hours',
  'summons.hours.detention',
  '情况复杂、依法可能拘留的询问时间',
  '小时',
  24,
)
export const custodyCreditDays = parameter('crime.credit', '折抵刑期日数', (value) =>
  z.object({ 'criminal-detention': z.int(), 'fixed-term': z.int(), control: z.int() }).parse(value),
)

// Dishonest list
export const listingTerm = parameter('dishonest.term', '月', months)
export const listingExtensionYears = parameter('dishonest.extension', '年', count)
export const deletionDays = parameter('dishonest.delete', '工作日', count)
export const deletionDaysAfterTerm = parameter('dishonest.delete-term', '工作日', count)
export const correctionDays = parameter('dishonest.correct', '工作日', count)

// Ending this round
export const terminationWait = parameter('terminate.three-months', '月', months)
export const lookupInterval = parameter('terminate.lookup', '月', months)
export const lookupSpan = statedIn('terminate.lookup', 'terminate.lookup.span', '终本后查询总期限', '月', 60)

// Disposal, bounty, service
export const firstStartPrice = parameter('auction.first.floor', '参考价的比例', ratio)
export const secondStartPrice = parameter('auction.second.floor', '前次起拍价的比例', ratio)
export const bidDeposit = parameter('auction.deposit', '起拍价的比例', (value) => {
  const { min, max } = z.object({ min: z.string(), max: z.string() }).parse(value)
  return { min: ratio(min), max: ratio(max) }
})
const noticeDays = z.object({ movable: z.int(), immovable: z.int() })
export const auctionNoticeDays = parameter('auction.notice', '日', (value) =>
  z.object({ online: z.object({ 1: noticeDays, 2: noticeDays }), offline: noticeDays }).parse(value),
)
export const publicationDays = parameter('service.publication', '日', count)
