import type { StatementLine } from './statement.ts'

/** A line on record, as far as it tells whether another is the same. */
export type KnownLine = {
  readonly serial: string
  readonly day: string
  readonly amountFen: bigint
  readonly balanceFen: bigint | null
}

export type Identified = {
  /** Lines that are not on record, each with the name it gets there. */
  readonly fresh: readonly { readonly line: StatementLine; readonly serial: string }[]
  readonly known: number
  /** A number that is on record on the same day for another amount, of which this file knows nothing. */
  readonly contradiction: { readonly line: StatementLine; readonly known: KnownLine } | null
}

/** Lines without a number of the bank are named by what they say; the sign keeps them apart from numbers. */
const nameless = '~'
const baseOf = (serial: string): string => serial.split(' ')[0] ?? serial

const contentKey = (day: string, amountFen: bigint): string => `${day} ${amountFen}`
const sameBalance = (a: bigint | null, b: bigint | null): boolean => a === null || b === null || a === b

/**
 * Which lines are new. The same number, day and amount is the same line, whatever the format; without a number a line is
 * known by day, amount and balance, as often as it stands on record. A bank that gives one number to a payment and its
 * charge gets two names.
 */
export function identify(lines: readonly StatementLine[], onRecord: readonly KnownLine[]): Identified {
  const bySerial = Map.groupBy(
    onRecord.filter(({ serial }) => !serial.startsWith(nameless)),
    ({ serial }) => baseOf(serial),
  )
  const unused = Map.groupBy(onRecord, ({ day, amountFen }) => contentKey(day, amountFen))
  const inFile = Map.groupBy(
    lines.filter(({ serial }) => serial !== null),
    ({ serial }) => serial,
  )
  const named = new Set(onRecord.map(({ serial }) => serial))
  const fresh: { line: StatementLine; serial: string }[] = []
  let known = 0
  for (const line of lines) {
    const alike = line.serial === null ? [] : (bySerial.get(line.serial) ?? [])
    const same = alike.find(({ day, amountFen }) => day === line.day && amountFen === line.amountFen)
    if (same) {
      use(unused, line, ({ serial }) => serial === same.serial)
      known++
      continue
    }
    const other = alike.find(
      (one) => one.day === line.day && !inFile.get(line.serial)?.some(({ amountFen }) => amountFen === one.amountFen),
    )
    if (other) return { fresh: [], known, contradiction: { line, known: other } }
    if (use(unused, line, ({ serial }) => line.serial === null || serial.startsWith(nameless))) {
      known++
      continue
    }
    const serial = nameFor(line, named)
    named.add(serial)
    fresh.push({ line, serial })
  }
  return { fresh, known, contradiction: null }
}

/** Takes one line on record that says the same off the heap. */
function use(unused: Map<string, KnownLine[]>, line: StatementLine, fits: (known: KnownLine) => boolean): boolean {
  const heap = unused.get(contentKey(line.day, line.amountFen))
  const at = heap?.findIndex((known) => fits(known) && sameBalance(known.balanceFen, line.balanceFen)) ?? -1
  if (at < 0) return false
  heap?.splice(at, 1)
  return true
}

function nameFor({ serial, day, amountFen, balanceFen }: StatementLine, named: ReadonlySet<string>): string {
  if (serial !== null && !named.has(serial)) return serial
  const name =
    serial === null ? `${nameless}${day} ${amountFen} ${balanceFen ?? ''}`.trimEnd() : `${serial} ${day} ${amountFen}`
  let numbered = name
  for (let n = 2; named.has(numbered); n++) numbered = `${name} #${n}`
  return numbered
}
