import { quotient } from '#capabilities/indicators'
import { figureTitle } from '../catalogue.ts'

/** Two statements that do not agree. Both are kept; nothing is put right by itself. */
export type Difference = {
  readonly figure: string
  readonly published: string
  readonly reckoned: string
  readonly text: string
}

/** What a figure must be, if the others of the same report are right. */
type Arithmetic = { readonly figure: string; readonly top: string; readonly bottom: string }

const shares: readonly Arithmetic[] = [
  { figure: 'F03', top: 'F02', bottom: 'F01' },
  { figure: 'F23', top: 'F21', bottom: 'F20' },
]

/**
 * A published figure against the one reckoned here, and a published share against the two published numbers it is made
 * of. 51 % printed beside 19 of 38 is told, whoever counted them.
 */
export function differencesOf(
  published: Readonly<Record<string, string>>,
  reckoned: ReadonlyMap<string, string>,
): readonly Difference[] {
  const against = Object.entries(published).flatMap(([figure, printed]) => {
    const here = reckoned.get(figure)
    return here === undefined || here === printed ? [] : [differenceFrom(figure, printed, here)]
  })
  const told = new Set(against.map(({ figure }) => figure))
  return [...against, ...shares.flatMap((share) => (told.has(share.figure) ? [] : withinReport(share, published)))]
}

const differenceFrom = (figure: string, published: string, reckoned: string): Difference => ({
  figure,
  published,
  reckoned,
  text: `${figureTitle(figure).zh}：公布 ${published}，按本院记录计算为 ${reckoned}，两值不一致，两个都保留。`,
})

function withinReport(
  { figure, top, bottom }: Arithmetic,
  published: Readonly<Record<string, string>>,
): readonly Difference[] {
  const printed = published[figure]
  const [above, below] = [numberIn(published[top]), numberIn(published[bottom])]
  if (printed === undefined || above === undefined || below === undefined || below === 0n) return []
  const value = quotient(above * 100n, below, { decimals: 2, rounding: 'truncate' })
  if (Number(printed.replace('%', '')) === Number(value)) return []
  const by = `${figureTitle(top).zh}${published[top]} ÷ ${figureTitle(bottom).zh}${published[bottom]}`
  const text = `${figureTitle(figure).zh}：公布 ${printed}，按公布的${by}计算为 ${value}%，两值不一致，两个都保留。`
  return [{ figure, published: printed, reckoned: `${value}%`, text }]
}

function numberIn(text: string | undefined): bigint | undefined {
  const [digits] = /^\d+/.exec(text ?? '') ?? []
  return digits === undefined ? undefined : BigInt(digits)
}
