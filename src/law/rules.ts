import { z } from 'zod'
import { PlainDateText } from '#kernel/values/wire.ts'
import { formatDayZh, isBefore } from '#kernel/values/dates.ts'
import type { Citation } from './citation.ts'
import historyZh from './data/history-zh.json' with { type: 'json' }
import rows from './data/rules.json' with { type: 'json' }

const Row = z.object({
  id: z.string(),
  subject: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  kind: z.enum(['deadline', 'gate', 'checklist', 'limit', 'term', 'rate']),
  value: z.unknown(),
  unit: z.enum(['calendar-day', 'working-day', 'month', 'year', 'hour', 'ratio', 'fen']).nullable(),
  /** The event that starts the clock, in words. */
  start: z.string(),
  onLastDayHoliday: z.enum(['extend', 'none']),
  citation: z.array(z.object({ instrument: z.string(), number: z.string().nullable(), article: z.string() })).min(1),
  effectiveFrom: PlainDateText.nullable(),
  effectiveTo: PlainDateText.nullable(),
  sameContentSince: PlainDateText.nullable(),
  history: z.array(z.object({ until: PlainDateText, was: z.string() })),
  decides: z.string(),
  ifMissed: z.string(),
  stops: z.string(),
  note: z.string(),
  confidence: z.enum(['read', 'known']),
})

/** One dated row of the law: what it says, from when, and on which articles it rests. */
export type Rule = Readonly<z.output<typeof Row>>
export type RuleUnit = NonNullable<Rule['unit']>

/** A rule chosen for a day, with what the court should know before relying on it. */
export type Basis = {
  readonly rule: Rule
  readonly citations: readonly Citation[]
  /** Sentences for the screen: the rule is older or younger than the day, or its text was not read. */
  readonly checks: readonly string[]
}

/** 20240311: days that can be compared as numbers. */
const keyOf = ({ year, month, day }: Temporal.PlainDate): number => year * 10_000 + month * 100 + day

type Version = { readonly rule: Rule; readonly from: number; readonly to: number; readonly basis: Basis }

const unread = ({ confidence, titleZh }: Rule): string[] =>
  confidence === 'known' ? [`“${titleZh}”的依据尚未核对原文，待法院确认`] : []

/** The first day on which the rule may be used without a second look; null when it is as old as the court. */
export const firstDayOf = ({ sameContentSince, effectiveFrom }: Rule): Temporal.PlainDate | null =>
  sameContentSince ?? effectiveFrom

function versionOf(rule: Rule): Version {
  const from = firstDayOf(rule)
  return {
    rule,
    from: from ? keyOf(from) : -Infinity,
    to: rule.effectiveTo ? keyOf(rule.effectiveTo) : Infinity,
    basis: { rule, citations: rule.citation, checks: unread(rule) },
  }
}

const versions: readonly Version[] = z
  .array(Row)
  .parse(rows)
  .map(versionOf)
  .toSorted((a, b) => a.from - b.from)

const versionsById: ReadonlyMap<string, readonly Version[]> = Map.groupBy(versions, ({ rule }) => rule.id)

/** All rows, those of one id from the oldest to the newest. */
export const rules: readonly Rule[] = versions.map(({ rule }) => rule)

function versionsNamed(id: string): readonly [Version, ...Version[]] {
  const [first, ...later] = versionsById.get(id) ?? []
  if (!first) throw new RangeError(`no such rule: ${id}`)
  return [first, ...later]
}

/** The dated versions of a rule, oldest first. Throws RangeError on an id that no row carries. */
export const versionsOf = (id: string): readonly Rule[] => versionsNamed(id).map(({ rule }) => rule)

/**
 * The version of a rule in force on the day of the trigger event; without a day, the newest.
 *
 * A version may be used from `sameContentSince`. Before the first one the oldest version is given and marked: what the
 * law said then is known in words only, so the court must check.
 */
export function ruleOn(id: string, on?: Temporal.PlainDate): Basis {
  const named = versionsNamed(id)
  if (!on) return (named.at(-1) ?? named[0]).basis
  const key = keyOf(on)
  const version = named.findLast(({ from }) => from <= key) ?? named[0]
  return version.from <= key && key <= version.to ? version.basis : outOfTime(version.basis, on)
}

function outOfTime({ rule, citations, checks }: Basis, on: Temporal.PlainDate): Basis {
  return { rule, citations, checks: [...checks, outOfTimeText(rule, on)] }
}

function outOfTimeText(rule: Rule, on: Temporal.PlainDate): string {
  const [asked, from] = [formatDayZh(on), firstDayOf(rule)]
  if (!from || !isBefore(on, from)) return `“${rule.titleZh}”的这一版规定已不再适用于${asked}，请法院核对`
  const before = earlierText(rule, on)
  return `“${rule.titleZh}”自${formatDayZh(from)}起如此规定，${asked}在此之前${before ? `（当时：${before}）` : ''}，请法院核对`
}

const historyTexts: Readonly<Record<string, Readonly<Record<string, string>>>> = historyZh

/** What the rule said on an earlier day, in Chinese, as far as its history is recorded. */
export function earlierText({ id, history }: Rule, on: Temporal.PlainDate): string | undefined {
  const then = history
    .toSorted((a, b) => Temporal.PlainDate.compare(a.until, b.until))
    .find(({ until }) => !isBefore(until, on))
  return then && (historyTexts[id]?.[then.until.toString()] ?? then.was)
}
