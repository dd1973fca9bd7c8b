import { nameKey } from './names.ts'
import type { Book, BookCase } from './book.ts'
import { caseReferences, type CaseReference } from './case-reference.ts'
import type { Arrival } from './match.ts'
import { inSimplified } from './simplified.ts'

/** Cases that an arrival names by number. */
export type Named = {
  /** Numbers complete enough to name one case: with year. */
  readonly whole: readonly BookCase[]
  /** Cases a number without year may mean, the likeliest first. */
  readonly partial: readonly BookCase[]
  /** Cases that differ from what is written in the year alone: a slip of the pen. */
  readonly near: readonly BookCase[]
  /** Cases of this court that are numbered like one of another's: a slip where the people fit, else another's money. */
  readonly abroad: readonly BookCase[]
  /** Complete numbers of this court that are on no record. */
  readonly unknown: readonly string[]
  readonly otherCourt: boolean
  /** Where the number ends is a guess. */
  readonly isBlurred: boolean
  /** What the case's own account number denies: it is on no record, or the words name another case. */
  readonly against: string | null
}

export function namedCases({ memo, summary, subAccountCase, on }: Arrival, book: Book): Named {
  const references = [...caseReferences(memo ?? ''), ...caseReferences(summary ?? '')]
  const elsewhere = namesOtherCourt(`${memo ?? ''} ${summary ?? ''}`, book.courtName)
  const ours = references.filter(({ court }) => isOurs(court, book) && !(court === null && elsewhere))
  const whole = unique(ours.flatMap((reference) => wholeCase(reference, book) ?? []))
  if (subAccountCase) return ownCase(book.byNumber(subAccountCase), whole)
  const missed = ours.filter((reference) => reference.year !== null && !wholeCase(reference, book))
  const partial = ours.filter(({ year }) => year === null).flatMap((reference) => likely(reference, book, on))
  const strangers = references.filter((reference) => !ours.includes(reference))
  return {
    whole,
    // 2024执12 and once more 执12 are one number.
    partial: unique(partial).filter((one) => !whole.some((known) => isSameSerial(known, one))),
    near: unique(missed.flatMap((reference) => likely(reference, book, on))),
    abroad: unique(strangers.flatMap((reference) => likely(reference, book, on))),
    unknown: missed.map(({ year, typeCode, serial }) => `（${year}）${book.court}${typeCode}${serial}号`),
    otherCourt: strangers.length > 0,
    isBlurred: ours.some(({ isBlurred }) => isBlurred),
    against: null,
  }
}

/** 1123 without its province was written to this court's own account. */
const isOurs = (court: string | null, book: Book): boolean =>
  court === null || court === book.court || (/^\d{4}$/.test(court) && book.court.endsWith(court))

/** 五通桥区法院2024执12号: a number without a code is of the court that stands beside it. */
function namesOtherCourt(text: string, own: string | null): boolean {
  if (own === null) return false
  const plain = inSimplified(text.normalize('NFKC')).replaceAll(/\s/g, '')
  const level = /(中级|高级)人民法院|(中|高)院/.exec(plain)
  if (level) return !own.includes(`${level[1]?.[0] ?? level[2]}级`)
  // 忠县 has one sign of its own: 付忠县法院 is still its court.
  const isOwn = (place: string): boolean =>
    own.includes(place) || new RegExp(`(?:^|[省市州])${place.slice(1)}`).test(own)
  return [...plain.matchAll(/([\u4e00-\u9fff]{2}[县市区旗])(?:人民)?法院/g)].some(([, place = '']) => !isOwn(place))
}

const isSameSerial = (a: BookCase, b: BookCase): boolean => a.typeCode === b.typeCode && a.serial === b.serial

/** Paid to a case's own number: that is its case, unless the words name another. */
function ownCase(own: BookCase | undefined, named: readonly BookCase[]): Named {
  const rest = { partial: [], near: [], abroad: [], unknown: [], otherCourt: false, isBlurred: false }
  if (!own) return { whole: [], ...rest, against: '专用账号所属的案件没有登记' }
  const others = named.filter((one) => one !== own)
  const against = others.length > 0 ? '付到一件案件的专用账号，附言写了另一件' : null
  return { whole: unique([own, ...others]), ...rest, against }
}

const wholeCase = ({ year, typeCode, serial }: CaseReference, book: Book): BookCase | undefined =>
  year === null ? undefined : book.numbered(typeCode, serial).find((one) => one.year === year)

/** Open on that day first, then the year that stands nearby, then the year of the payment, then the latest. */
function likely({ typeCode, serial, year, yearNearby }: CaseReference, book: Book, on: string): readonly BookCase[] {
  const meant = yearNearby ?? year
  const paid = Number(on.slice(0, 4))
  const weight = (one: BookCase): number =>
    (isOpen(one, on) ? 10 : 0) + (one.year === meant ? 6 : 0) - Math.abs(paid - one.year)
  return book
    .numbered(typeCode, serial)
    .filter(({ filedOn }) => filedOn <= on)
    .toSorted((a, b) => weight(b) - weight(a))
}

export const isOpen = ({ filedOn, closedOn }: BookCase, on: string): boolean =>
  filedOn <= on && (closedOn === null || closedOn >= on)

/** Cases that an arrival points to by the people in it. */
export type People = {
  /** Open cases in which the payer, or somebody the memo names, owes or is owed. */
  readonly open: readonly BookCase[]
  /** Of all cases, those where the payer owes. */
  readonly payerOwes: readonly BookCase[]
  readonly memoNames: ReadonlySet<string>
  /** Of these the ones that cannot be part of another word. */
  readonly clearNames: ReadonlySet<string>
  /** Not open any more on that day, as a last resort. */
  readonly closed: readonly BookCase[]
  /** Of firms whose name is nearly the payer's, or stands shortened in the memo. */
  readonly similar: readonly BookCase[]
}

export function peopleCases({ peerName, memo, on }: Arrival, book: Book): People {
  const found = book.namesIn(memo ?? '')
  const memoNames = new Set(found.map(({ name }) => name))
  const payerOwes = peerName ? book.ofDebtor(peerName) : []
  const all = unique([
    ...payerOwes,
    ...[...memoNames].flatMap((name) => [...book.ofDebtor(name), ...book.ofApplicant(name)]),
  ])
  const firms = all.length > 0 ? [] : [peerName, memo].flatMap((text) => (text ? book.ofSimilarFirm(text) : []))
  return {
    open: all.filter((one) => isOpen(one, on)),
    payerOwes,
    memoNames,
    clearNames: new Set(found.filter(({ standsAlone }) => standsAlone).map(({ name }) => name)),
    closed: all.filter(({ filedOn, closedOn }) => filedOn <= on && closedOn !== null && closedOn < on),
    similar: unique(firms).filter(({ filedOn }) => filedOn <= on),
  }
}

export const partiesOf = ({ debtors, applicants }: BookCase): ReadonlySet<string> =>
  new Set([...debtors, ...applicants].map(nameKey))

export const unique = (cases: readonly BookCase[]): readonly BookCase[] => [...new Set(cases)]

/**
 * A case whose round was terminated and whose debt still stands, named by as much as the open one: money without a number
 * may be meant for it.
 */
export function couldTake(
  { resting, ...other }: BookCase,
  fits: BookCase,
  { amountFen, on, peerName }: Arrival,
  { memoNames }: People,
): boolean {
  if (!resting || (resting.until !== null && resting.until < on)) return false
  if (resting.unpaidFen !== null && amountFen > resting.unpaidFen) return false
  const said = [...memoNames, ...(peerName === null ? [] : [nameKey(peerName)])]
  const namedIn = (one: BookCase): number => said.filter((name) => partiesOf(one).has(name)).length
  return namedIn(other) >= namedIn(fits)
}
