import type { CaseTypeCode } from '#capabilities/cases'
import { finderOf, firmKey, nameKey, type NameInText } from './names.ts'

/** A case as matching knows it. Days are ISO text. */
export type BookCase = {
  readonly caseNumber: string
  readonly typeCode: CaseTypeCode
  readonly year: number
  readonly serial: number
  readonly filedOn: string
  readonly closedOn: string | null
  readonly handlerId: string | null
  /** Claimed, less what was waived and what has come. */
  readonly outstandingFen: bigint
  readonly debtors: readonly string[]
  readonly applicants: readonly string[]
  /** Its round was terminated (终本), which ends no debt. */
  readonly resting?: Resting | null
}

export type Resting = {
  /** When it was cleared, or taken up again under another number. */
  readonly until: string | null
  /** What was left unpaid; null where nobody wrote it down. */
  readonly unpaidFen: bigint | null
}

/** Money of one payer that is known to have gone to one case. */
export type Payment = { readonly payer: string; readonly caseNumber: string; readonly on: string }

/** All cases of the court, found by number and by the names of the people in them. */
export type Book = {
  readonly court: string
  /** 犍为县人民法院, as the documents it enforces say; null where none does. */
  readonly courtName: string | null
  readonly numbered: (typeCode: CaseTypeCode, serial: number) => readonly BookCase[]
  readonly byNumber: (caseNumber: string) => BookCase | undefined
  readonly ofDebtor: (name: string) => readonly BookCase[]
  readonly ofApplicant: (name: string) => readonly BookCase[]
  /** Names of parties that stand in a text. */
  readonly namesIn: (text: string) => readonly NameInText[]
  /** Cases of debtors that are firms and go by nearly that name, or whose short name stands in that text. */
  readonly ofSimilarFirm: (text: string) => readonly BookCase[]
  /** Cases that a payer's money went to before that day, the latest first. */
  readonly paidBefore: (payer: string, on: string) => readonly string[]
  /** Of these the ones that were over by then: the debt behind them is still being paid. */
  readonly paidWhenOver: (payer: string, on: string) => readonly BookCase[]
  readonly remember: (payment: Payment) => void
}

export function bookOf(
  court: string,
  cases: readonly BookCase[],
  paid: readonly Payment[] = [],
  courtName: string | null = null,
): Book {
  const byNumber = new Map(cases.map((one) => [one.caseNumber, one]))
  const bySerial = Map.groupBy(cases, ({ typeCode, serial }) => `${typeCode} ${serial}`)
  const debtors = byName(cases, ({ debtors: names }) => names)
  const applicants = byName(cases, ({ applicants: names }) => names)
  const find = finderOf([...debtors.keys(), ...applicants.keys()])
  const firms = onFirstUse(() => firmsOf(debtors))
  const earlier = new Map<string, Payment[]>()
  const remember = (payment: Payment): void => {
    const known = earlier.get(payment.payer)
    if (known) known.push(payment)
    else earlier.set(payment.payer, [payment])
  }
  for (const payment of paid) remember(payment)
  const paidUntil = (payer: string, on: string): readonly Payment[] =>
    (earlier.get(payer) ?? []).filter((payment) => payment.on <= on)
  return {
    court,
    courtName,
    numbered: (typeCode, serial) => bySerial.get(`${typeCode} ${serial}`) ?? [],
    byNumber: (number) => byNumber.get(number),
    ofDebtor: (name) => debtors.get(nameKey(name)) ?? [],
    ofApplicant: (name) => applicants.get(nameKey(name)) ?? [],
    namesIn: (text) => find(nameKey(text)),
    ofSimilarFirm: (text) => {
      const own = firmKey(text)
      const names =
        own === null
          ? firms()
              .find(nameKey(text))
              .map(({ name }) => name)
          : [own]
      return names.flatMap((name) => firms().cases.get(name) ?? [])
    },
    paidBefore: (payer, on) => latest(paidUntil(payer, on)),
    paidWhenOver: (payer, on) =>
      paidUntil(payer, on).flatMap((payment) => {
        const one = byNumber.get(payment.caseNumber)
        return one && one.closedOn !== null && one.closedOn < payment.on ? [one] : []
      }),
    remember,
  }
}

/** A case that several registers know is one case, with everybody whom any of them names. */
export const oncePerNumber = (cases: readonly BookCase[]): readonly BookCase[] =>
  [...Map.groupBy(cases, ({ caseNumber }) => caseNumber).values()].map((same) => same.reduce(asOne))

const asOne = (one: BookCase, other: BookCase): BookCase => ({
  ...one,
  closedOn: one.resting ? one.closedOn : other.closedOn,
  debtors: [...new Set([...one.debtors, ...other.debtors])],
  applicants: [...new Set([...one.applicants, ...other.applicants])],
  resting: one.resting ?? other.resting ?? null,
})

const mostRemembered = 5

const latest = (payments: readonly Payment[]): readonly string[] =>
  [...new Set(payments.toSorted((a, b) => (a.on < b.on ? 1 : -1)).map(({ caseNumber }) => caseNumber))].slice(
    0,
    mostRemembered,
  )

function byName(cases: readonly BookCase[], namesOf: (one: BookCase) => readonly string[]): Map<string, BookCase[]> {
  const found = new Map<string, BookCase[]>()
  for (const one of cases) {
    for (const name of new Set(namesOf(one).map(nameKey))) {
      if (name.length < 2) continue
      const known = found.get(name)
      if (known) known.push(one)
      else found.set(name, [one])
    }
  }
  return found
}

type Firms = {
  readonly cases: ReadonlyMap<string, readonly BookCase[]>
  readonly find: (text: string) => readonly NameInText[]
}

function firmsOf(debtors: ReadonlyMap<string, readonly BookCase[]>): Firms {
  const cases = new Map<string, BookCase[]>()
  for (const [name, own] of debtors) {
    const key = firmKey(name)
    if (key !== null) cases.set(key, [...(cases.get(key) ?? []), ...own])
  }
  return { cases, find: finderOf(cases.keys()) }
}

/** Most statements name everybody in full: the short names are worked out when the first of them is asked for. */
function onFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
