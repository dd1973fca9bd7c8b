/** Something that happened, past tense: `cases.case-filed`. Values inside are money, days, moments, text and lists. */
export type Fact = {
  readonly type: string
  /** The day the act happened, when that is not the day it is recorded. */
  readonly occurredOn?: Temporal.PlainDate
}

/** A record a fact speaks of, `case:0192…`. The first subject of a fact is its stream. */
export type Subject = `${string}:${string}`

/** Keys whose values are personal wherever they stand in a fact; a room adds its own with `personal`. */
export type PersonalKeys = ReadonlySet<string>
export type Seal = (person: string, plain: string) => string

/**
 * The JSON text of a fact: digits for money, ISO text for days and moments. Values under a personal key are sealed for
 * the person the nearest enclosing object names by `partyId` or `personId`, so that losing the key erases them.
 */
export function factText(fact: Fact, personal: PersonalKeys, seal: Seal): string {
  return JSON.stringify(plain(fact, '', 'court', personal, seal))
}

function plain(value: unknown, key: string, person: string, personal: PersonalKeys, seal: Seal): unknown {
  if (value === null || value === undefined) return value
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'string') return personal.has(key) ? seal(person, value) : value
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item: unknown) => plain(item, key, person, personal, seal))
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return value.toString()
  const entries = Object.entries(value)
  const named = entries.find(([name]) => name === 'partyId' || name === 'personId')?.[1] as unknown
  const owner = typeof named === 'string' ? named : person
  return Object.fromEntries(entries.map(([name, inner]) => [name, plain(inner, name, owner, personal, seal)]))
}
