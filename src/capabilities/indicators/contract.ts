import { z } from 'zod'
import { PlainDateText } from '#kernel/values/wire.ts'
import { countUnits } from './units.ts'

/** A day that a court's register can speak of. */
const RegisterDay = PlainDateText.refine(({ year }) => year >= 1990 && year <= 2100, {
  error: '年份须在1990至2100之间',
})
const Label = z.object({ zh: z.string(), en: z.string() })
/** Whole numbers of any size, as digits: cases, days, fen. */
const Digits = z.string().regex(/^-?\d+$/)

export const PeriodInput = z.object({
  from: RegisterDay,
  to: RegisterDay,
  /** The state of that day at 24:00 by the dates of events, as now known. */
  asOf: RegisterDay.optional(),
})

export const dimensionCodes = ['court', 'team', 'handler', 'type', 'cause', 'town'] as const

const DaysShown = z.object({ from: PlainDateText, to: PlainDateText })
/** The statistical years a question usually speaks of, by the court's own reckoning. */
export const Years = z.object({
  startsIn: z.int(),
  /** The last one that is over. */
  last: DaysShown,
  /** The one that runs, whole. */
  current: DaysShown,
})
export type Years = z.output<typeof Years>

export const ValuesInput = PeriodInput.extend({ by: z.array(z.enum(dimensionCodes)).max(6).optional() })

export const Unit = z.enum([...countUnits, 'fen', 'day', 'node'])
export type Unit = z.output<typeof Unit>

const Side = z.object({ title: Label, count: Digits, unit: Unit })

export const BandShown = z.object({
  low: z.string().nullable(),
  high: z.string().nullable(),
  target: z.string().nullable(),
  source: z.string(),
  setBy: z.string().nullable(),
  setAt: z.string().nullable(),
})

export const IndicatorRow = z.object({
  id: z.string(),
  variant: z.string(),
  name: Label,
  /** In full: what is divided by what. */
  title: Label,
  version: z.int(),
  direction: z.enum(['up', 'down', 'band', 'neutral']),
  dimension: z.enum(dimensionCodes),
  key: z.string().nullable(),
  keyName: z.string().nullable(),
  numerator: Side,
  /** Null for a number that is not divided by anything. */
  denominator: Side.nullable(),
  value: z.string().nullable(),
  printed: z.string(),
  /** Said in its place while the room that keeps it has nothing on record: 尚无记录. */
  remark: Label.nullable(),
  /** Why nobody should believe it: a share above the whole. */
  doubt: Label.nullable(),
  /** 截断2位 */
  rounding: Label,
  note: Label.nullable(),
  band: BandShown.nullable(),
  inside: z.boolean().nullable(),
  /** What the court first published for this very period. */
  first: z
    .object({ printed: z.string(), numerator: Digits, denominator: Digits.nullable(), frozenAt: z.string() })
    .nullable(),
  /** Published by others, never counted here. */
  imported: z.array(
    z.object({
      place: z.string(),
      kind: z.string(),
      value: z.string(),
      publisher: z.string(),
      publishedOn: z.string().nullable(),
    }),
  ),
  /** The list query that shows the members of either side. */
  drill: z.string(),
})
export type IndicatorRow = z.output<typeof IndicatorRow>

export const CoreMember = z.object({
  id: z.string(),
  title: Label,
  plus: z.boolean(),
  row: IndicatorRow.nullable(),
  /** Why there is no figure. */
  remark: Label.nullable(),
})
export type CoreMember = z.output<typeof CoreMember>

export const Values = z.object({
  from: PlainDateText,
  to: PlainDateText,
  until: PlainDateText,
  rows: z.array(IndicatorRow),
  core: z.array(CoreMember),
})
export type Values = z.output<typeof Values>

export const sides = ['numerator', 'denominator', 'rest'] as const

export const RecordsInput = PeriodInput.extend({
  id: z.string().max(8),
  variant: z.string().max(40).default('printed'),
  /** `rest`: in the base, not in the numerator. */
  side: z.enum(sides),
  /** A team, or the track of cases without one. */
  teamKey: z.string().max(40).optional(),
  handlerId: z.uuid().optional(),
  typeCode: z.string().max(4).optional(),
  cause: z.string().max(80).optional(),
  town: z.string().max(40).optional(),
})

export const IndicatorRecord = z.object({
  caseId: z.uuid(),
  caseNumber: z.string(),
  typeCode: z.string(),
  manner: z.string().nullable(),
  filedOn: z.string(),
  closedOn: z.string().nullable(),
  days: z.int(),
  claimFen: Digits,
  recoveredFen: Digits,
  /** What this record adds to the figure; the sum of the column is the figure. */
  weight: z.string(),
  cause: z.string().nullable(),
  town: z.string().nullable(),
  handlerId: z.string().nullable(),
  handlerName: z.string().nullable(),
  clerkId: z.string().nullable(),
  teamId: z.string().nullable(),
})
export type IndicatorRecord = z.output<typeof IndicatorRecord>

/** A record behind a figure of another room, in the same words whatever it is. */
export const MemberRow = z.object({
  recordId: z.string(),
  title: z.string(),
  on: z.string().nullable(),
  detail: z.string().nullable(),
  handlerId: z.string().nullable(),
  handlerName: z.string().nullable(),
  teamId: z.string().nullable(),
  weight: z.string(),
  href: z.string(),
})
export type MemberRow = z.output<typeof MemberRow>

export const CourseInput = PeriodInput.extend({ id: z.string().max(8), variant: z.string().max(40).default('printed') })

const Point = z.object({ numerator: Digits, denominator: Digits, value: z.string().nullable(), printed: z.string() })
export const Course = z.object({
  id: z.string(),
  variant: z.string(),
  unit: z.string(),
  points: z.array(z.object({ from: z.string(), until: z.string(), month: Point, cumulative: Point })),
})
export type Course = z.output<typeof Course>

export const DefinitionInput = z.object({ id: z.string().max(8) })

export const DefinitionShown = z.object({
  id: z.string(),
  name: Label,
  version: z.int(),
  validFrom: z.string(),
  direction: z.string(),
  source: z.string(),
  rounding: Label,
  roundingSetBy: z.string().nullable(),
  roundingSetAt: z.string().nullable(),
  variants: z.array(
    z.object({
      key: z.string(),
      title: Label,
      types: z.array(z.string()),
      sentence: Label,
      numerator: z.object({ title: Label, unit: Unit, period: z.string() }),
      denominator: z.object({ title: Label, unit: Unit, period: z.string() }).nullable(),
      note: Label.nullable(),
    }),
  ),
})
export type DefinitionShown = z.output<typeof DefinitionShown>

export const checkCodes = [
  'december-filings',
  'filed-late',
  'last-days',
  'resumed-in-january',
  'terminated-with-balance',
  'performed-with-balance',
  'recovered-above-claim',
  'implausible-amounts',
  'late-extension',
  'early-termination',
  'termination-without-order',
  'terminated-yet-paying',
] as const
export type CheckCode = (typeof checkCodes)[number]

export const HonestyShown = z.object({
  checks: z.array(
    z.object({
      check: z.enum(checkCodes),
      title: Label,
      why: Label,
      cases: z.int().nullable(),
      /** What stands beside the count, such as the daily mean. */
      beside: Label.nullable(),
    }),
  ),
})
export type HonestyShown = z.output<typeof HonestyShown>

export const HonestyCasesInput = PeriodInput.extend({ check: z.enum(checkCodes) })

export const HonestyCase = z.object({
  caseId: z.uuid(),
  caseNumber: z.string(),
  manner: z.string().nullable(),
  receivedOn: z.string().nullable(),
  filedOn: z.string(),
  closedOn: z.string().nullable(),
  claimFen: Digits,
  recoveredFen: Digits,
  outstandingFen: Digits,
  closingReason: z.string().nullable(),
  handlerId: z.string().nullable(),
  handlerName: z.string().nullable(),
  clerkId: z.string().nullable(),
  teamId: z.string().nullable(),
})

export const Publication = z.object({
  from: RegisterDay,
  to: RegisterDay,
  publisher: z.string().trim().min(2).max(80),
  publishedOn: PlainDateText,
  source: z.string().trim().min(2).max(120),
})

export const FreezeInput = z.object({
  /** `2024-12`; without it the month before today. */
  month: z
    .string()
    .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
    .optional(),
})

export const BenchmarkRow = z.object({
  benchmarkId: z.uuid(),
  place: z.string(),
  placeKind: z.enum(['court', 'city-mean', 'province-mean']),
  /** 结案率 99.03；执行完毕率 36.71；… */
  figures: z.string(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  publisher: z.string(),
  publishedOn: z.string().nullable(),
  source: z.string(),
  importedAt: z.string(),
})
export type BenchmarkRow = z.output<typeof BenchmarkRow>

export const Comparison = z.object({
  measures: z.array(
    z.object({
      measure: z.string(),
      indicatorId: z.string().nullable(),
      direction: z.enum(['up', 'down', 'neutral']),
      /** Counted here from the register, when this court counts it. */
      counted: z.string().nullable(),
      imported: z.string().nullable(),
      cityMean: z.string().nullable(),
      provinceMean: z.string().nullable(),
      better: z.boolean().nullable(),
      courts: z.int(),
    }),
  ),
  /** Every measure with a provincial mean is better than it. Null without means. */
  allBetter: z.boolean().nullable(),
  rank: z.string().nullable(),
  courts: z.int(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  source: z.string().nullable(),
})
export type Comparison = z.output<typeof Comparison>
