import type { CalculatorName } from '#law/calc.ts'
import { removalGrounds } from '#law/dishonest-removal.ts'
import { feeRoundings } from '#law/enforcement-fee.ts'
import { periodUnits } from '#law/period-end.ts'
import { seizureKinds } from '#law/seizure-expiry.ts'

/** What the schema of an input does not say of its fields, though a form needs it. */

/** Closed sets whose contract answers a word outside with a code of its own, so that the schema says text. */
const closedSets: Readonly<Record<string, readonly string[]>> = {
  'enforcementFee.rounding': feeRoundings,
  'periodEnd.unit': periodUnits,
  'seizureExpiry.kind': seizureKinds,
  'dishonestRemoval.code': [...removalGrounds, 'wrongly-listed', 'corrected-conduct'],
  'terminationGate.assets': ['none', 'unsaleable', 'available'],
}

export const wordsOf = (name: CalculatorName, field: string): readonly string[] => closedSets[`${name}.${field}`] ?? []

/** Optional for the schema, yet asked of everyone: one of several must be given, or the answer hangs on it. */
const asked: Readonly<Partial<Record<CalculatorName, 'all' | readonly string[]>>> = {
  settleRepayments: ['costsFen', 'ordinaryInterestFen'],
  doubledInterest: ['exclusions'],
  distribute: ['costs'],
  limitationEnd: 'all',
  seizureExpiry: ['months', 'renewal'],
  seizureStatus: ['expiry', 'waiting'],
  summonsLimit: 'all',
  detentionCheck: 'all',
  fineCheck: 'all',
  sentenceEnd: 'all',
  terminationGate: 'all',
  dishonestListing: ['presidentSigned', 'minor', 'guarantee', 'seizedSufficient', 'laterInOrder'],
  dishonestRemoval: 'all',
  auctionFloor: 'all',
  auctionNotice: 'all',
  bountyPayout: 'all',
}

export function alwaysShown(name: CalculatorName, field: string): boolean {
  const fields = asked[name]
  return fields === 'all' || (fields?.includes(field) ?? false)
}

/** Lists that may well hold nothing: a debt on which nobody has paid yet. */
export const startsEmpty = (field: string): boolean => field === 'payments' || field === 'events'

const calendarOnes: readonly CalculatorName[] = [
  'periodEnd',
  'latestDateBefore',
  'seizureExpiry',
  'caseTimeLimit',
  'payoutDeadline',
  'limitationEnd',
  'serviceByPublication',
  'dishonestRemoval',
]
/** Its answer may hang on which days are worked. */
export const leansOnCalendar = (name: CalculatorName): boolean => calendarOnes.includes(name)
