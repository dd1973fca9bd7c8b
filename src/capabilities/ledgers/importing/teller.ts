import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { reactTo } from '#kernel/pipeline/execute.ts'

/** The other rooms are told of so many records at a time. */
export const factsTogether = 5_000

/** Tells the other rooms of records that were written while the next ones are: their statements stand in line. */
export type Teller = {
  /** Waits for what was told before, then begins. */
  tell(facts: readonly Fact[]): Promise<void>
  /** How many facts followed, once everybody has heard everything. */
  heard(): Promise<number>
}

export function tellerOf(tx: Tx, occasion: Occasion): Teller {
  let telling: Promise<number> = Promise.resolve(0)
  return {
    async tell(facts) {
      const before = await telling
      telling = reactTo(tx, facts, occasion).then((derived) => before + derived.length)
      // Whoever waits for it next hears of a fault.
      telling.catch(() => {})
    },
    heard: () => telling,
  }
}
