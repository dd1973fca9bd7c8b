import { type Fen, fen, formatYuan, type Ratio } from '#kernel/values/money.ts'
import { z } from 'zod'
import { ratioOf } from './parameter.ts'

/** A step of a scale: what of an amount lies above the step before, up to `upTo`, is charged a flat sum or a share. */
type Step = { readonly upTo: Fen | null; readonly flat: Fen; readonly share: bigint }

/** A fee charged step by step (分段累计); shares are `share` over `denominator`. */
export type FeeScale = { readonly steps: readonly Step[]; readonly denominator: bigint; readonly cap: Fen | null }

const Rows = z.array(
  z.union([
    z.object({ upToFen: z.int().nullable(), flatFen: z.int() }),
    z.object({ upToFen: z.int().nullable(), ratio: z.string() }),
    z.object({ capFen: z.int() }),
  ]),
)

/** Reads the value of a fee rule. */
export function feeScale(value: unknown): FeeScale {
  const rows = Rows.parse(value)
  const shares = rows.map((row) => ('ratio' in row ? ratioOf(row.ratio) : ratioOf('0')))
  const denominator = shares.reduce((most, share) => (share.denominator > most ? share.denominator : most), 1n)
  const steps = rows.flatMap((row, i): Step[] => {
    const share = shares[i]
    if ('capFen' in row || !share) return []
    return [
      {
        upTo: row.upToFen === null ? null : fen(BigInt(row.upToFen)),
        flat: fen('flatFen' in row ? BigInt(row.flatFen) : 0n),
        share: (share.numerator * denominator) / share.denominator,
      },
    ]
  })
  const cap = rows.find((row) => 'capFen' in row)
  return { steps, denominator, cap: cap ? fen(BigInt(cap.capFen)) : null }
}

/** The exact fee, uncapped and unrounded: a fraction of fen. An amount of nothing still pays the flat step. */
export function feeBySteps(amount: bigint, { steps, denominator }: FeeScale): Ratio {
  let numerator = 0n
  let charged = 0n
  for (const { upTo, flat, share } of steps) {
    const top = upTo === null || amount < upTo ? amount : upTo
    numerator += flat * denominator + (top - charged) * share
    if (upTo === null || amount <= upTo) break
    charged = upTo
  }
  return { numerator, denominator }
}

/** The same, one line a step, as it is checked by hand. */
export function feeWorkings(amount: bigint, { steps, denominator, cap }: FeeScale): string[] {
  const lines: string[] = []
  let charged = 0n
  for (const { upTo, flat, share } of steps) {
    const top = upTo === null || amount < upTo ? amount : upTo
    const range =
      upTo === null ? `超过${formatYuan(charged)}元的部分` : `${formatYuan(charged)}元至${formatYuan(upTo)}元的部分`
    const part = formatYuan(top - charged)
    lines.push(
      flat > 0n
        ? `${range}：每件${formatYuan(flat)}元`
        : `${range}：${part} × ${formatPercent({ numerator: share, denominator })}`,
    )
    if (upTo === null || amount <= upTo) break
    charged = upTo
  }
  if (cap !== null) lines.push(`最多${formatYuan(cap)}元`)
  return lines
}

/** 15/1000 → 1.5%. The denominator is a power of ten, as every legal rate is a decimal. */
export function formatPercent({ numerator, denominator }: Ratio): string {
  const places = denominator.toString().length - 1
  const digits = (numerator * 100n).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const decimals = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${whole}${decimals === '' ? '' : `.${decimals}`}%`
}
