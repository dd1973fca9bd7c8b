import { day } from '#kernel/values/dates.ts'
import { seizureKindOf } from '#law/asset-kinds.ts'
import { seizureExpiry, type SeizureKind } from '#law/seizure-expiry.ts'

const ruleOf: Readonly<Partial<Record<SeizureKind, string>>> = {
  deposit: 'freeze.deposit.max',
  movable: 'freeze.movable.max',
  immovable: 'freeze.immovable.max',
  otherRight: 'freeze.other.max',
}
/** The rules by which the end of a seizure is judged. */
export const termRules: readonly string[] = [...Object.values(ruleOf), 'freeze.renewal']

/** What a seizure or a preservation says of its term; both are judged alike. */
export type Termed = {
  readonly assetKind: string | null
  readonly rank: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly renewedOn: string | null
  /** When a waiting one took effect: its term runs from then, whatever day it was registered on. */
  readonly tookEffectOn?: string | null
}

/** The last day that the law allows, from the start; after a renewal from then, or from the end it was made before. */
function latestEnd(
  { assetKind, startsOn, renewedOn, tookEffectOn = null }: Termed,
  before?: Termed,
): string | undefined {
  const kind = seizureKindOf(assetKind)
  const starts = [startsOn, tookEffectOn, renewedOn, renewedOn === null ? null : (before?.endsOn ?? null)].filter(
    (on) => on !== null,
  )
  const start = starts.toSorted().at(-1)
  if (kind === undefined || start === undefined) return undefined
  const found = seizureExpiry({ kind, start: day(start), convention: 'exclusive' })
  return 'value' in found ? found.value.expiry.toString() : undefined
}

/** The end by law where the court stated none, so that a seizure is never without one. */
export function statedEnd(entry: Termed): string | null {
  const kind = seizureKindOf(entry.assetKind)
  const start = entry.tookEffectOn ?? entry.startsOn
  if (entry.endsOn !== null || entry.rank === '轮候' || start === null || kind === undefined) return entry.endsOn
  const found = seizureExpiry({ kind, start: day(start) })
  return 'value' in found ? found.value.expiry.toString() : null
}

type TermCheck = {
  readonly code: string
  readonly kind: 'unlawful' | 'doubtful'
  readonly field: 'endsOn' | 'renewedOn'
  readonly rule?: string
  readonly find: (entry: Termed, facts: { readonly before?: Termed }) => string | undefined
}

const tooLong = ([kind, rule]: readonly [string, string]): TermCheck => ({
  code: 'W_TERM_TOO_LONG',
  kind: 'unlawful',
  field: 'endsOn',
  rule,
  find: (entry, { before }) => {
    const latest = seizureKindOf(entry.assetKind) === kind ? latestEnd(entry, before) : undefined
    return latest !== undefined && entry.endsOn !== null && entry.endsOn > latest
      ? `${entry.assetKind}的期限最迟到${latest}，写的是${entry.endsOn}，请核对起止日期。`
      : undefined
  },
})

/** What the law has against the term of a seizure or preservation. */
export const termChecks: readonly TermCheck[] = [
  ...Object.entries(ruleOf).map(tooLong),
  {
    code: 'W_TERM_REVERSED',
    kind: 'unlawful',
    field: 'endsOn',
    find: ({ startsOn, endsOn }) =>
      startsOn !== null && endsOn !== null && endsOn < startsOn
        ? `届满日期${endsOn}早于起始日期${startsOn}，请核对两个日期。`
        : undefined,
  },
  {
    code: 'W_RENEWED_AFTER_END',
    kind: 'unlawful',
    field: 'renewedOn',
    rule: 'freeze.renewal',
    find: ({ renewedOn }, { before }) =>
      renewedOn !== null &&
      before &&
      before.renewedOn !== renewedOn &&
      before.endsOn !== null &&
      before.endsOn < renewedOn
        ? `已于${before.endsOn}届满失效，${renewedOn}不能续行；请重新采取措施并另行登记。`
        : undefined,
  },
  {
    code: 'W_TERM_WITHOUT_END',
    kind: 'doubtful',
    field: 'endsOn',
    find: ({ rank, startsOn, endsOn }) =>
      rank !== '轮候' && startsOn !== null && endsOn === null ? '没有届满日期，到期不会预警，请补填。' : undefined,
  },
  {
    code: 'W_WAITING_HAS_TERM',
    kind: 'doubtful',
    field: 'endsOn',
    rule: 'freeze.waiting',
    find: ({ rank, endsOn }) =>
      rank === '轮候' && endsOn !== null
        ? `轮候的在先措施解除前没有生效，${endsOn}不是有效的届满日期，请核对顺位。`
        : undefined,
  },
]
