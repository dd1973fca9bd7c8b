import { fen } from '#kernel/values/money.ts'
import { enforcementFee } from '#law/enforcement-fee.ts'
import { isDenied } from '#law/finding.ts'
import type { Book, BookCase } from './book.ts'
import { caseReferences, type CaseReference } from './case-reference.ts'
import { nameKey } from './book.ts'

/** Money that came, as the bank tells it. */
export type Arrival = {
  readonly amountFen: bigint
  readonly on: string
  readonly peerName: string | null
  readonly peerAccount: string | null
  readonly summary: string | null
  readonly memo: string | null
  /** The case whose own sub-account number it was paid to. */
  readonly subAccountCase?: string | null
}

export const arrivalKinds = [
  'case',
  'guarantee',
  'auction-deposit',
  'interest',
  'refundable',
  'returned',
  'reversed',
] as const
/** What the money is for. `returned` is a payout that came back (退汇), `reversed` the bank's own correction (冲正). */
export type ArrivalKind = (typeof arrivalKinds)[number]

export type Candidate = {
  readonly caseNumber: string
  /** 0 to 1. */
  readonly confidence: number
  /** 附言写明案号, 付款人是被执行人: why, in the words of the desk. */
  readonly reasons: readonly string[]
}

export type Match = {
  readonly kind: ArrivalKind
  /** Claims itself. Everything else waits for a person. */
  readonly certain: boolean
  /** Best first; empty when there is nothing to go by. */
  readonly candidates: readonly Candidate[]
  /** Why it is not certain although something was found. */
  readonly doubt: string | null
}

const mostCandidates = 5
const sure = 0.99

/**
 * Whose a sum is. Certain is only what one statement names and nothing denies: the case's own account number, one readable
 * case number, or a name that fits a single open case. Where two things point to different cases a person decides.
 */
export function matchArrival(arrival: Arrival, book: Book): Match {
  const kind = kindOf(arrival)
  if (kind === 'interest') return { kind, certain: true, candidates: [], doubt: null }
  if (kind === 'returned' || kind === 'reversed') return { kind, certain: false, candidates: [], doubt: null }
  if (kind === 'refundable') return { kind, certain: false, candidates: [], doubt: '附言像诉讼费，不是案款' }
  const named = namedCases(arrival, book)
  const people = peopleCases(arrival, book)
  const candidates = rankedOf(arrival, book, named, people)
  const doubt = doubtOf(arrival, book, named, people)
  return { kind, certain: doubt === null && candidates.length > 0, candidates, doubt }
}

const wordsOf = ({ memo, summary }: Arrival): string => `${memo ?? ''} ${summary ?? ''}`.normalize('NFKC')

function kindOf(arrival: Arrival): ArrivalKind {
  const words = wordsOf(arrival)
  if (/退汇|汇款退回|(?:账号|户名)[^，。]*退回/.test(words)) return 'returned'
  if (/冲正|错账|抹账/.test(words)) return 'reversed'
  if (/结息|利息入账|季度利息|存款利息/.test(words)) return 'interest'
  if (/竞买保证金|拍卖保证金|竞拍保证金/.test(words)) return 'auction-deposit'
  if (/担保金|保全保证金/.test(words)) return 'guarantee'
  if (/诉讼费|受理费|立案庭|申请费|上诉费/.test(words) && !/执行/.test(words)) return 'refundable'
  return 'case'
}

type Named = {
  /** Numbers complete enough to name one case: with year. */
  readonly whole: readonly BookCase[]
  /** Cases a number without year may mean, the likeliest first. */
  readonly partial: readonly BookCase[]
  /** Complete numbers of this court that are on no record. */
  readonly unknown: readonly string[]
  readonly otherCourt: boolean
}

function namedCases({ memo, summary, subAccountCase, on }: Arrival, book: Book): Named {
  const own = subAccountCase ? book.byNumber(subAccountCase) : undefined
  if (own) return { whole: [own], partial: [], unknown: [], otherCourt: false }
  const references = caseReferences(memo ?? '').concat(caseReferences(summary ?? ''))
  const ours = references.filter(({ court }) => court === null || court === book.court)
  const whole = ours.flatMap((reference) => wholeCase(reference, book) ?? [])
  const partial = ours.filter(({ year }) => year === null).flatMap((reference) => likely(reference, book, on))
  return {
    whole: unique(whole),
    partial: unique(partial),
    unknown: ours
      .filter((reference) => reference.year !== null && !wholeCase(reference, book))
      .map(({ year, typeCode, serial }) => `（${year}）${book.court}${typeCode}${serial}号`),
    otherCourt: references.length > ours.length,
  }
}

const wholeCase = ({ year, typeCode, serial }: CaseReference, book: Book): BookCase | undefined =>
  year === null ? undefined : book.numbered(typeCode, serial).find((one) => one.year === year)

/** Without a year: open on that day first, then the year of the payment, then the latest. */
function likely({ typeCode, serial }: CaseReference, book: Book, on: string): readonly BookCase[] {
  const year = Number(on.slice(0, 4))
  const weight = (one: BookCase): number => (isOpen(one, on) ? 10 : 0) - Math.abs(year - one.year)
  return book
    .numbered(typeCode, serial)
    .filter(({ filedOn }) => filedOn <= on)
    .toSorted((a, b) => weight(b) - weight(a))
}

export const isOpen = ({ filedOn, closedOn }: BookCase, on: string): boolean =>
  filedOn <= on && (closedOn === null || closedOn >= on)

type People = {
  /** Open cases in which the payer, or somebody the memo names, owes or is owed. */
  readonly open: readonly BookCase[]
  /** Of those, where the payer owes. */
  readonly payerOwes: readonly BookCase[]
  readonly memoNames: ReadonlySet<string>
  /** Not open any more on that day, as a last resort. */
  readonly closed: readonly BookCase[]
}

function peopleCases({ peerName, memo, on }: Arrival, book: Book): People {
  const memoNames = new Set(book.namesIn(memo ?? ''))
  const payerOwes = peerName ? book.ofDebtor(peerName) : []
  const all = unique([
    ...payerOwes,
    ...[...memoNames].flatMap((name) => [...book.ofDebtor(name), ...book.ofApplicant(name)]),
  ])
  return {
    open: all.filter((one) => isOpen(one, on)),
    payerOwes,
    memoNames,
    closed: all.filter(({ filedOn, closedOn }) => filedOn <= on && closedOn !== null && closedOn < on),
  }
}

/** Why nobody may be spared a look; null when the match is certain. */
function doubtOf(arrival: Arrival, book: Book, named: Named, people: People): string | null {
  const { whole, partial, unknown, otherCourt } = named
  if (arrival.subAccountCase) return null
  if (otherCourt && whole.length === 0) return '附言写的是其他法院的案号'
  if (whole.length > 1) return '附言写了几个案号'
  const [only] = whole
  if (only) return deniedBy(only, arrival, people)
  if (unknown.length > 0) return '附言写的案号没有登记'
  if (partial.length > 0) return '案号没有写年份'
  if (people.open.length > 1) return '姓名相同的在办案件不止一件'
  if (people.open.length === 0) return people.closed.length > 0 ? '姓名相符的案件已经结案' : '没有线索'
  const [fits] = people.open
  return fits && arrival.amountFen > mostFor(fits) ? '金额明显多于未到位金额' : null
}

/** More than this is no payment of one's debt: twice what is outstanding and a fee beside it. */
const mostFor = ({ outstandingFen }: BookCase): bigint => (outstandingFen > 0n ? outstandingFen * 2n : 0n) + 100_000_00n

/** The memo names one case, the payer owes in another: somebody has mistaken the number. */
function deniedBy(only: BookCase, { peerName, on }: Arrival, { payerOwes, memoNames }: People): string | null {
  const names = new Set([...only.debtors, ...only.applicants].map(nameKey))
  const isParty = peerName !== null && names.has(nameKey(peerName))
  const mentions = [...memoNames].some((name) => names.has(name))
  const owesElsewhere = payerOwes.filter((one) => isOpen(one, on) && one.caseNumber !== only.caseNumber)
  if (only.filedOn > on) return '附言写的案件当时还没有立案'
  return !isParty && !mentions && owesElsewhere.length > 0 ? '附言写的案号与付款人所涉案件不同' : null
}

function rankedOf(arrival: Arrival, book: Book, named: Named, people: People): readonly Candidate[] {
  const { whole, partial } = named
  const found = unique([...whole, ...partial, ...people.open, ...people.closed, ...before(arrival, book)])
  const scored = found.map((one) => scoreOf(one, arrival, book, named, people))
  const conflict = whole.length === 1 && whole[0] && deniedBy(whole[0], arrival, people) !== null
  const unregistered = named.unknown.map((caseNumber) => ({
    caseNumber,
    confidence: 0.8,
    reasons: ['附言写明案号', '本院没有登记这个案件'],
  }))
  return [...scored, ...unregistered]
    .map((candidate) =>
      // Where payer and number disagree the payer knows better than the pen.
      conflict && candidate.caseNumber === whole[0]?.caseNumber ? { ...candidate, confidence: 0.4 } : candidate,
    )
    .toSorted((a, b) => b.confidence - a.confidence || (a.caseNumber < b.caseNumber ? -1 : 1))
    .slice(0, mostCandidates)
}

const before = ({ peerName, peerAccount, on }: Arrival, book: Book): readonly BookCase[] =>
  book.paidBefore(payerKey(peerName, peerAccount), on).flatMap((number) => book.byNumber(number) ?? [])

/** A payer by name and account: a masked account alone is shared by many. */
export const payerKey = (name: string | null, account: string | null): string =>
  `${nameKey(name ?? '')} ${account ?? ''}`

function scoreOf(one: BookCase, arrival: Arrival, book: Book, named: Named, people: People): Candidate {
  const { amountFen, on, peerName, peerAccount, subAccountCase } = arrival
  const reasons: string[] = []
  let weight = 0
  const say = (points: number, reason: string): void => {
    weight += points
    reasons.push(reason)
  }
  if (subAccountCase === one.caseNumber) say(6, '付到本案专用账号')
  if (named.whole.includes(one)) say(5, '附言写明案号')
  const place = named.partial.indexOf(one)
  if (place >= 0) say(place === 0 ? 2.5 : 1.5, '附言写了案号，没有年份')
  const debtors = new Set(one.debtors.map(nameKey))
  const applicants = new Set(one.applicants.map(nameKey))
  if (peerName !== null && debtors.has(nameKey(peerName))) say(2, '付款人是被执行人')
  if ([...people.memoNames].some((name) => debtors.has(name))) say(1.6, '附言写了被执行人')
  if ([...people.memoNames].some((name) => applicants.has(name))) say(1.6, '附言写了申请执行人')
  const earlier = book.paidBefore(payerKey(peerName, peerAccount), on).indexOf(one.caseNumber)
  if (earlier >= 0) say(earlier === 0 ? 1.2 : 0.9, '同一付款人付过本案')
  if (one.outstandingFen > 0n && amountFen === one.outstandingFen) say(1.4, '金额等于未到位金额')
  else if (one.outstandingFen > 0n && amountFen === withFee(one.outstandingFen)) say(1.4, '金额等于未到位金额加执行费')
  else if (amountFen <= one.outstandingFen) say(0.4, '金额不超过未到位金额')
  if (isOpen(one, on)) say(0.6, '案件在办')
  else weight -= 0.4
  return { caseNumber: one.caseNumber, confidence: Math.min(sure, Number((weight / 6).toFixed(2))), reasons }
}

/** What is outstanding and the enforcement fee on it, as a debtor pays both at once. */
function withFee(outstandingFen: bigint): bigint | null {
  const fee = enforcementFee({ claim: fen(outstandingFen) })
  return isDenied(fee) || !('fee' in fee.value) ? null : outstandingFen + fee.value.fee
}

const unique = (cases: readonly BookCase[]): readonly BookCase[] => [...new Set(cases)]
