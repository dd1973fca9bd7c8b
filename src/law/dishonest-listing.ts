import { formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { monthsAfter } from './day-number.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { listingExtensionYears, listingTerm } from './parameters.ts'
import { ruleOn } from './rules.ts'

export type ListingGround = 1 | 2 | 3 | 4 | 5 | 6
/** Setting `dishonest.several`: what "several acts of bad faith" are. */
export type SeveralRule = 'two-of-2-6' | 'two-of-any'

export type Listing = {
  /** Items of art. 1: able and refuses, violence, evasion, report, consumption, settlement. */
  readonly grounds: readonly ListingGround[]
  readonly decisionOn: Temporal.PlainDate
  readonly presidentSigned: boolean
  readonly minor?: boolean | undefined
  readonly guarantee?: boolean | undefined
  readonly seizedSufficient?: boolean | undefined
  readonly laterInOrder?: boolean | undefined
  readonly violenceSevere?: boolean | undefined
  /** Years on top of the term; none without it. */
  readonly extensionYears?: number | undefined
  readonly severalRule?: SeveralRule | undefined
  /** Last day of a grace period the court gave. */
  readonly graceUntil?: Temporal.PlainDate | undefined
}
type Exception = 'EXCEPTION_GUARANTEE' | 'EXCEPTION_SEIZED' | 'EXCEPTION_LATER_IN_ORDER'
export type ListingReason =
  | 'MINOR'
  | 'GRACE_PERIOD'
  | 'NO_GROUND'
  | Exception
  | 'EXTENSION_OUT_OF_RANGE'
  | 'EXTENSION_NOT_ALLOWED'
  | 'NO_PRESIDENT_SIGNATURE'
export type ListingVerdict = {
  readonly mayList: boolean
  /** Null where the listing has no term (ground 1 alone) or may not be made. */
  readonly termMonths: number | null
  readonly termEnd: Temporal.PlainDate | null
  readonly reasons: readonly ListingReason[]
}

/**
 * Whether a debtor may be put on the dishonest list (失信被执行人名单) and for how long.
 *
 * Grounds 2 to 6 carry a term, ground 1 none; security, sufficient seizure and a later place in order bar ground 1 only.
 *
 * Law: 法释〔2017〕7号 arts. 1–5; grace: 法发〔2019〕35号 art. 15.
 * Reading: "several acts of bad faith" are two or more of grounds 2 to 6; a court may count any two.
 */
export function dishonestListing(listing: Listing): Finding<ListingVerdict> {
  const { decisionOn, extensionYears = 0 } = listing
  const [term, extension] = [valueOn(listingTerm, decisionOn), valueOn(listingExtensionYears, decisionOn)]
  const reasons = reasonsOf(listing, extension.value)
  const mayList = reasons.length === 0
  const termMonths = mayList && hasTerm(listing) ? term.value + 12 * extensionYears : null
  const termEnd = termMonths === null ? null : monthsAfter(decisionOn, termMonths)
  const grounds = ['dishonest.grounds', 'dishonest.exceptions'].map((id) => ruleOn(id, decisionOn))
  if (listing.minor) grounds.push(ruleOn('dishonest.minor', decisionOn))
  if (listing.graceUntil) grounds.push(ruleOn('dishonest.grace', decisionOn))
  return finding(
    { mayList, termMonths, termEnd, reasons },
    [...grounds, term, ...(extensionYears ? [extension] : [])],
    () => [
      ...reasons.map((reason) => listingReasonText[reason]),
      ...(mayList ? [termText(decisionOn, termMonths, termEnd)] : []),
    ],
  )
}

const exceptionsOf = ({ guarantee, seizedSufficient, laterInOrder }: Listing): Exception[] => [
  ...(guarantee ? (['EXCEPTION_GUARANTEE'] as const) : []),
  ...(seizedSufficient ? (['EXCEPTION_SEIZED'] as const) : []),
  ...(laterInOrder ? (['EXCEPTION_LATER_IN_ORDER'] as const) : []),
]

const hasTerm = ({ grounds }: Listing): boolean => grounds.some((ground) => ground > 1)

function reasonsOf(listing: Listing, mostYears: number): ListingReason[] {
  const { grounds, decisionOn, presidentSigned, minor, graceUntil, extensionYears = 0 } = listing
  const reasons: ListingReason[] = []
  if (minor) reasons.push('MINOR')
  if (graceUntil && !isBefore(graceUntil, decisionOn)) reasons.push('GRACE_PERIOD')
  if (grounds.length === 0) reasons.push('NO_GROUND')
  else if (!hasTerm(listing)) reasons.push(...exceptionsOf(listing))
  if (!Number.isInteger(extensionYears) || extensionYears < 0 || extensionYears > mostYears) {
    reasons.push('EXTENSION_OUT_OF_RANGE')
  } else if (extensionYears > 0 && !mayExtend(listing)) reasons.push('EXTENSION_NOT_ALLOWED')
  if (!presidentSigned) reasons.push('NO_PRESIDENT_SIGNATURE')
  return reasons
}

/** Severe violence, or several grounds; without one of grounds 2 to 6 there is no term to extend. */
function mayExtend(listing: Listing): boolean {
  if (!hasTerm(listing)) return false
  const grounds = new Set(listing.grounds)
  if (grounds.has(2) && listing.violenceSevere) return true
  const countsFirst = listing.severalRule === 'two-of-any' && exceptionsOf(listing).length === 0
  if (!countsFirst) grounds.delete(1)
  return grounds.size >= 2
}

export const listingReasonText: Readonly<Record<ListingReason, string>> = {
  MINOR: '被执行人是未成年人，不得纳入失信名单',
  GRACE_PERIOD: '本院给予的宽限期尚未届满',
  NO_GROUND: '没有纳入失信名单的法定情形',
  EXCEPTION_GUARANTEE: '已提供充分有效担保，不得以第一项纳入',
  EXCEPTION_SEIZED: '查封的财产足以清偿，不得以第一项纳入',
  EXCEPTION_LATER_IN_ORDER: '履行顺序在后，尚不能强制执行，不得以第一项纳入',
  EXTENSION_OUT_OF_RANGE: '延长期限须为一至三年',
  EXTENSION_NOT_ALLOWED: '不是暴力、威胁情节严重或多项失信，不得延长期限',
  NO_PRESIDENT_SIGNATURE: '决定书未经院长签发',
}

const termText = (decisionOn: Temporal.PlainDate, months: number | null, end: Temporal.PlainDate | null): string =>
  months && end
    ? `自${formatDayZh(decisionOn)}决定之日起${months}个月，至${formatDayZh(end)}`
    : '只有第一项情形，没有固定期限，直至出现删除事由'
