import { fen } from '#kernel/values/money.ts'
import { enforcementFee, feeRoundings } from '#law/enforcement-fee.ts'
import { isDenied } from '#law/finding.ts'
import type { Book, BookCase } from './book.ts'
import { couldTake, isOpen, namedCases, partiesOf, peopleCases, unique, type Named, type People } from './named.ts'
import { nameKey } from './names.ts'
import { purposeOf, type ArrivalKind, type Purpose } from './purpose.ts'

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
  /** Certain, and nothing that is registered later can deny it: the case's own account, or number and person that agree. */
  readonly isFirm: boolean
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
  const named = namedCases(arrival, book)
  const purpose = purposeOf(`${arrival.memo ?? ''} ${arrival.summary ?? ''}`, hasNumber(named))
  const { kind } = purpose
  if (kind === 'interest') return { kind, certain: true, isFirm: true, candidates: [], doubt: null }
  if (kind === 'returned' || kind === 'reversed')
    return { kind, certain: false, isFirm: false, candidates: [], doubt: null }
  if (kind === 'refundable')
    return { kind, certain: false, isFirm: false, candidates: [], doubt: '附言像诉讼费，不是案款' }
  const people = peopleCases(arrival, book)
  const doubt = doubtOf(arrival, purpose, named, people, book)
  const candidates = rankedOf(arrival, book, named, people, doubt === null)
  const certain = doubt === null && candidates.length > 0
  return { kind, certain, isFirm: certain && isAgreed(arrival, named, people), candidates, doubt }
}

/** The number is backed by somebody of its case, or the money came to the case's own account. */
function isAgreed({ subAccountCase, peerName }: Arrival, { whole: [only] }: Named, { memoNames }: People): boolean {
  if (!only) return false
  const parties = partiesOf(only)
  const isParty = peerName !== null && parties.has(nameKey(peerName))
  return Boolean(subAccountCase) || isParty || [...memoNames].some((name) => parties.has(name))
}

const hasNumber = ({ whole, partial, unknown, otherCourt }: Named): boolean =>
  whole.length + partial.length + unknown.length > 0 || otherCourt

/** Why nobody may be spared a look; null when the match is certain. */
function doubtOf(arrival: Arrival, { kind, doubt }: Purpose, named: Named, people: People, book: Book): string | null {
  const { whole, partial, unknown, otherCourt, isBlurred, against } = named
  if (arrival.subAccountCase) return against ?? doubt
  if (otherCourt) return whole.length === 0 ? '附言写的是其他法院的案号' : '附言还写了其他法院的案号'
  if (whole.length > 1 || (whole.length === 1 && partial.length > 0)) return '附言写了几个案号'
  const [only] = whole
  if (only) {
    if (unknown.length > 0) return '附言还写了没有登记的案号'
    if (isBlurred) return '案号读不准'
    return deniedBy(only, arrival, people) ?? doubt
  }
  if (unknown.length > 0) return '附言写的案号没有登记'
  if (partial.length > 0) return '案号没有写年份'
  return doubtOfNames(arrival, kind, people, book) ?? doubt
}

/** Nobody wrote a number: names alone must do. */
function doubtOfNames(arrival: Arrival, kind: ArrivalKind, people: People, book: Book): string | null {
  const { amountFen, peerName, peerAccount, on } = arrival
  const { open, closed, similar, payerOwes, clearNames } = people
  if (open.length > 1) return '姓名相同的在办案件不止一件'
  const [fits] = open
  if (!fits) {
    if (closed.length > 0) return '姓名相符的案件已经结案'
    return similar.length > 0 ? '名称相近，不完全相同' : '没有线索'
  }
  if (kind !== 'case') return '没有写明案号'
  const parties = partiesOf(fits)
  if (!payerOwes.includes(fits) && ![...clearNames].some((name) => parties.has(name)))
    return '附言里的姓名可能是别的词的一部分'
  if (amountFen > mostFor(fits)) return '金额明显多于未到位金额'
  if (!paysExactly(fits, amountFen) && closed.some((one) => couldTake(one, fits, arrival, people)))
    return '另有终本案件尚未付清，可能是还那一件'
  // A round that was terminated leaves the debt: who pays on it may go on doing so beside an open case.
  const others = book.paidWhenOver(payerKey(peerName, peerAccount), on).filter((one) => one !== fits)
  return others.length > 0 ? '同一付款人付过另一件已经结案的案件' : null
}

/** More than this is no payment of one's debt: twice what is outstanding and a fee beside it. */
const mostFor = ({ outstandingFen }: BookCase): bigint => (outstandingFen > 0n ? outstandingFen * 2n : 0n) + 100_000_00n

/** The memo names one case, the payer owes in another, or the memo names people of another: somebody has mistaken the number. */
function deniedBy(
  only: BookCase,
  { peerName, on, amountFen }: Arrival,
  { payerOwes, memoNames, clearNames }: People,
): string | null {
  if (only.filedOn > on) return '附言写的案件当时还没有立案'
  const parties = partiesOf(only)
  if ([...memoNames].some((name) => parties.has(name))) return null
  if (clearNames.size > 0) return '附言写的案号与附言写的姓名不是同一案件'
  const isParty = peerName !== null && parties.has(nameKey(peerName))
  if (!isParty && payerOwes.length > 0) return '附言写的案号与付款人所涉案件不同'
  return !isParty && amountFen > mostFor(only) ? '金额明显多于未到位金额' : null
}

type Scored = { readonly weight: number; readonly candidate: Candidate }

function rankedOf(
  arrival: Arrival,
  book: Book,
  named: Named,
  people: People,
  isCertain: boolean,
): readonly Candidate[] {
  const { whole, partial, near } = named
  const [only] = whole
  const found = unique([
    ...[whole, partial, near, people.open, people.closed, people.similar].flat(),
    ...before(arrival, book),
  ])
  // Where payer and number disagree the payer knows better than the pen. A payment to the case's own number is no slip.
  const mistaken =
    only && whole.length === 1 && !arrival.subAccountCase && deniedBy(only, arrival, people) !== null ? only : null
  const scored = found.map((one): Scored => {
    const { reasons, weight } = scoreOf(one, arrival, book, named, people)
    // What makes it certain stands first, whatever speaks for a case that is over or was paid before.
    if (isCertain && one === (only ?? people.open[0])) return scoredAs(one.caseNumber, reasons, weight + fullWeight)
    return scoredAs(one.caseNumber, reasons, one === mistaken ? doubtful : weight)
  })
  // A number of no record is a case older than the register, or a slip: then people of a case numbered alike are meant.
  const slipped = near.some((one) => people.open.includes(one) || people.closed.includes(one))
  const unregistered = named.unknown.map((number) =>
    scoredAs(number, ['附言写明案号', '本院没有登记这个案件'], slipped ? unlikely : likelyRight),
  )
  return [...scored, ...unregistered]
    .toSorted((a, b) => b.weight - a.weight || (a.candidate.caseNumber < b.candidate.caseNumber ? -1 : 1))
    .slice(0, mostCandidates)
    .map(({ candidate }) => candidate)
}

/** So many points are as good as sure. */
const fullWeight = 6
const doubtful = 0.4 * fullWeight
const likelyRight = 0.8 * fullWeight
const unlikely = 0.3 * fullWeight

const scoredAs = (caseNumber: string, reasons: readonly string[], weight: number): Scored => ({
  weight,
  candidate: { caseNumber, confidence: Math.min(sure, Number((weight / fullWeight).toFixed(2))), reasons },
})

const before = ({ peerName, peerAccount, on }: Arrival, book: Book): readonly BookCase[] =>
  book.paidBefore(payerKey(peerName, peerAccount), on).flatMap((number) => book.byNumber(number) ?? [])

/** A payer by name and account: a masked account alone is shared by many. */
export const payerKey = (name: string | null, account: string | null): string =>
  `${nameKey(name ?? '')} ${account ?? ''}`

function scoreOf(
  one: BookCase,
  arrival: Arrival,
  book: Book,
  named: Named,
  people: People,
): { readonly reasons: readonly string[]; readonly weight: number } {
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
  const almost = named.near.indexOf(one)
  if (almost >= 0) say(almost === 0 ? 1 : 0.6, '案号只差年份')
  if (named.abroad.includes(one)) say(1, '案号只差法院')
  if (people.similar.includes(one)) say(1.4, '名称与被执行人相近')
  const debtors = new Set(one.debtors.map(nameKey))
  const applicants = new Set(one.applicants.map(nameKey))
  if (peerName !== null && debtors.has(nameKey(peerName))) say(2, '付款人是被执行人')
  if ([...people.memoNames].some((name) => debtors.has(name))) say(1.6, '附言写了被执行人')
  if ([...people.memoNames].some((name) => applicants.has(name))) say(1.6, '附言写了申请执行人')
  const earlier = book.paidBefore(payerKey(peerName, peerAccount), on).indexOf(one.caseNumber)
  if (earlier >= 0) say(earlier === 0 ? 1.2 : 0.9, '同一付款人付过本案')
  if (one.outstandingFen > 0n && amountFen === one.outstandingFen) say(1.4, '金额等于未到位金额')
  else if (paysExactly(one, amountFen)) say(1.4, '金额等于未到位金额加执行费')
  else if (amountFen <= one.outstandingFen) say(0.4, '金额不超过未到位金额')
  if (isOpen(one, on)) say(0.6, '案件在办')
  else weight -= 0.4
  return { reasons, weight }
}

/** What is outstanding, with or without the enforcement fee on it, however the court rounds that. */
function paysExactly({ outstandingFen }: BookCase, amountFen: bigint): boolean {
  if (outstandingFen <= 0n) return false
  if (amountFen === outstandingFen) return true
  return feeRoundings.some((rounding) => {
    const fee = enforcementFee({ claim: fen(outstandingFen), rounding })
    return !isDenied(fee) && 'fee' in fee.value && amountFen === outstandingFen + fee.value.fee
  })
}
