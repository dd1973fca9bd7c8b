import type { MoneyUnit } from './clean/money.ts'
import type { Head, HeadColumn } from './header.ts'
import { headingForms, likeness, normalHeading, unitIn } from './heading.ts'
import type { Column, Layout } from './layout.ts'
import type { Profile } from './profile.ts'
import { fitOf } from './profile.ts'
import { wordingOf } from './wording.ts'

export type MappedColumn = {
  /** From 0. */
  readonly index: number
  /** As the sheet shows it; of two levels, both: 被执行人信息/证件号码. */
  readonly heading: string
  /** The lower level alone. */
  readonly leaf: string
  /** Under this a correction is remembered. */
  readonly headingKey: string
  /** Null: the column is kept beside the record under its heading. */
  readonly field: string | null
  /** 0 to 1. */
  readonly confidence: number
  readonly by: 'person' | 'heading' | 'likeness' | 'content' | 'none'
  readonly unit: MoneyUnit | null
}

export type Mapping = {
  readonly columns: readonly MappedColumn[]
  /** Required fields that no column of the sheet holds. */
  readonly missing: readonly string[]
}

/** What a person once said of headings: normal heading → field, or null for "keep it beside". */
export type Remembered = Readonly<Record<string, string | null>>

/** The column that a problem sheet adds; it says something about the row and belongs to no record. */
export const problemHeading = '问题'

type Claim = {
  readonly column: number
  readonly field: string
  readonly score: number
  readonly by: MappedColumn['by']
}

/** So many columns to the left the list is looked for that a short heading belongs to: beyond, 电话 may be anybody's. */
const shortReach = 4
const leastLikeness = 0.62
const leastFit = 0.5
/** Types whose cells show what they are, and the share of them that must. */
const provesItself: ReadonlySet<Column['type']> = new Set(['case-number', 'date', 'id-list', 'phone-list'])
const leastProof = 0.2

/**
 * Which column of a sheet holds which field: first what a person said, then headings that are known, then headings that
 * are like a known one while the cells are of the right kind, last the cells alone. A field is held once.
 */
export function mapColumns(
  layout: Layout,
  head: Head,
  profiles: readonly Profile[],
  remembered: Remembered = {},
): Mapping {
  const claims = head.columns.flatMap((column, position) => {
    const profile = profiles[position]
    return claimsOf(layout, head, position, column, profile, remembered)
  })
  const held = settle(claims)
  claimByContent(layout, head, profiles, held)
  const columns = head.columns.map((column, position) => mapped(column, held.get(position)))
  const fields = new Set(columns.map(({ field }) => field))
  const missing = layout.columns.filter(({ field, required }) => required === true && !fields.has(field))
  return { columns, missing: missing.map(({ field }) => field) }
}

export const headingKeyOf = ({ group, leaf }: HeadColumn): string =>
  group === '' ? normalHeading(leaf) : `${normalHeading(group)}/${normalHeading(leaf)}`

function claimsOf(
  layout: Layout,
  head: Head,
  position: number,
  column: HeadColumn,
  profile: Profile | undefined,
  remembered: Remembered,
): Claim[] {
  const said = remembered[headingKeyOf(column)]
  if (said === null || normalHeading(column.leaf) === problemHeading) return []
  if (said !== undefined && layout.columns.some(({ field }) => field === said)) {
    return [{ column: position, field: said, score: 3, by: 'person' }]
  }
  return layout.columns.flatMap((declared): Claim[] => {
    const score = headingScore(declared, layout, head, position, column)
    const fit = profile ? fitOf(declared.type, profile) : 1
    if (score >= 0.95) {
      // 编号 may be a case number and is mostly a running one, 执行案号 in a ledger of preservation is another case's: what
      // the cells are decides between two columns.
      const isOther = provesItself.has(declared.type) && fit < leastProof
      const against = isOther || (profile !== undefined && isOfAnotherKind(declared, layout, profile)) ? 0.5 : 0
      return [{ column: position, field: declared.field, score: 1 + score - against, by: 'heading' }]
    }
    if (fit < leastFit) return []
    if (meansTheSame(declared, layout, head, position, column)) {
      return [{ column: position, field: declared.field, score: 0.94 * fit, by: 'likeness' }]
    }
    if (score < leastLikeness) return []
    return [{ column: position, field: declared.field, score: Math.min(score, 0.93) * fit, by: 'likeness' }]
  })
}

/** The column whose numbers name the cases of this ledger holds its own types, not those of cases they belong to. */
const isOfAnotherKind = ({ field }: Column, layout: Layout, profile: Profile): boolean =>
  field === layout.key && profile.caseTypes.size > 0 && typeShare(profile, layout) < 0.5

/** 1 for its own heading, a little less for a synonym, 0.95 for a short name in its place, else how alike they are. */
function headingScore(declared: Column, layout: Layout, head: Head, position: number, column: HeadColumn): number {
  const leafForms = headingForms(column.leaf)
  const groupForms = column.group === '' ? [] : headingForms(`${plainGroup(column.group)}${column.leaf}`)
  if (isIn(headingForms(declared.title), groupForms)) return 1
  const synonyms = (declared.synonyms ?? []).flatMap(headingForms)
  if (isIn(synonyms, groupForms)) return 0.995
  if (
    standsWith(declared, layout, head, position, column) &&
    isIn((declared.short ?? []).flatMap(headingForms), leafForms)
  ) {
    return 0.99
  }
  // 来电时间（日期） is a 来电日期 that is so called, before it is a 来电时间 with a remark in brackets.
  const whole = leafForms.slice(0, 1)
  if (isIn(headingForms(declared.title), whole)) return 0.98
  if (isIn(synonyms, whole)) return 0.97
  if (isIn(headingForms(declared.title), leafForms)) return 0.965
  if (isIn(synonyms, leafForms)) return 0.96
  let nearest = 0
  for (const name of [...headingForms(declared.title), ...synonyms]) {
    for (const form of leafForms) nearest = Math.max(nearest, likeness(form, name))
  }
  return Math.min(nearest, 0.94)
}

/** Other words for the same, as no other column of the layout has them: 送拘时间 for 送拘日期. */
function meansTheSame(declared: Column, layout: Layout, head: Head, position: number, column: HeadColumn): boolean {
  const own = wordingsOf(declared)
  const said = [column.leaf, ...(column.group === '' ? [] : [`${plainGroup(column.group)}${column.leaf}`])]
  const wording = said.map(wordingOf).find((one) => own.has(one))
  if (wording === undefined || !standsWith(declared, layout, head, position, column)) return false
  return !layout.columns.some((other) => other !== declared && wordingsOf(other).has(wording))
}

const wordings = new WeakMap<Column, ReadonlySet<string>>()
function wordingsOf(declared: Column): ReadonlySet<string> {
  const known = wordings.get(declared)
  if (known) return known
  const found = new Set([declared.title, ...(declared.synonyms ?? [])].map(wordingOf))
  wordings.set(declared, found)
  return found
}

const isIn = (names: readonly string[], forms: readonly string[]): boolean => forms.some((form) => names.includes(form))

/** 被执行人信息 and 被执行人情况 speak of the 被执行人. */
const plainGroup = (group: string): string => group.normalize('NFKC').replace(/(?:基本)?(?:信息|情况|资料|身份)$/, '')

/** Whether a short heading such as 证件号码 speaks of the list this column is aligned with: by its group, else by the list last seen to its left. */
function standsWith(declared: Column, layout: Layout, head: Head, position: number, column: HeadColumn): boolean {
  if (declared.alignedWith === undefined) return true
  const anchors = layout.columns.filter(({ alignedWith, type }) => type === 'list' && alignedWith === undefined)
  const anchorOf = (heading: string): string | undefined => {
    const forms = headingForms(heading)
    return anchors.find(({ title, synonyms = [] }) => isIn([title, ...synonyms].flatMap(headingForms), forms))?.field
  }
  const byGroup = column.group === '' ? undefined : anchorOf(plainGroup(column.group))
  if (byGroup !== undefined) return byGroup === declared.alignedWith
  for (let left = position - 1; left >= Math.max(0, position - shortReach); left--) {
    const neighbour = head.columns[left]
    const anchor = neighbour && anchorOf(neighbour.leaf)
    if (anchor !== undefined) return anchor === declared.alignedWith
  }
  return false
}

/** Strongest claim first; whoever holds a field or a column keeps it. */
function settle(claims: readonly Claim[]): Map<number, Claim> {
  const held = new Map<number, Claim>()
  const taken = new Set<string>()
  for (const claim of claims.toSorted((a, b) => b.score - a.score || a.column - b.column)) {
    if (held.has(claim.column) || taken.has(claim.field)) continue
    held.set(claim.column, claim)
    taken.add(claim.field)
  }
  return held
}

/** Case numbers and certificate numbers are known by their look alone, when only one column can be meant. */
function claimByContent(layout: Layout, head: Head, profiles: readonly Profile[], held: Map<number, Claim>): void {
  const taken = new Set([...held.values()].map(({ field }) => field))
  for (const declared of layout.columns) {
    if (taken.has(declared.field) || (declared.field !== layout.key && declared.type !== 'id-list')) continue
    if (declared.type !== 'case-number' && declared.type !== 'id-list') continue
    const fitting = head.columns.flatMap((column, position) => {
      const profile = profiles[position]
      if (!profile || held.has(position) || profile.filled === 0 || fitOf(declared.type, profile) < 0.8) return []
      if (declared.type === 'case-number' && typeShare(profile, layout) < 0.5) return []
      return declared.type === 'id-list' && !standsWith(declared, layout, head, position, column) ? [] : [position]
    })
    const [only] = fitting
    if (only !== undefined && fitting.length === 1) {
      held.set(only, { column: only, field: declared.field, score: 0.5, by: 'content' })
    }
  }
}

/** Of the case numbers in a column, how many are of the layout's types. */
export function typeShare({ caseTypes }: Profile, layout: Layout): number {
  const total = [...caseTypes.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0 || layout.caseTypes.length === 0) return total === 0 ? 0 : 1
  return layout.caseTypes.reduce((sum, type) => sum + (caseTypes.get(type) ?? 0), 0) / total
}

function mapped(column: HeadColumn, claim: Claim | undefined): MappedColumn {
  const heading = column.group === '' ? column.leaf : `${column.group}/${column.leaf}`
  return {
    index: column.index,
    heading: heading.replace(/\s+/g, ' '),
    leaf: column.leaf.replace(/\s+/g, ' '),
    headingKey: headingKeyOf(column),
    field: claim?.field ?? null,
    confidence: claim ? Math.min(1, claim.by === 'heading' ? claim.score - 1 : claim.score) : 0,
    by: claim?.by ?? 'none',
    unit: unitIn(column.leaf) ?? unitIn(column.group) ?? null,
  }
}
