import { createHash } from 'node:crypto'

/** Repeatable chance: the same seed draws the same, so that a failure can be run again. */
export type Chance = { readonly below: (limit: number) => number; readonly pick: <T>(from: readonly T[]) => T }

export function chanceOf(seed: string): Chance {
  let turn = 0
  const below = (limit: number): number =>
    createHash('sha256').update(`${seed}:${turn++}`).digest().readUInt32BE(0) % Math.max(1, limit)
  return {
    below,
    pick: (from) => {
      const chosen = from[below(from.length)]
      if (chosen === undefined) throw new RangeError('nothing to pick from')
      return chosen
    },
  }
}
