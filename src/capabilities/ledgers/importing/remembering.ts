import type { Tx } from '#kernel/database/transaction.ts'
import type { BatchRef, Current, Intake } from '../intake.ts'
import type { Register } from '../reading/index.ts'

/** The register as a reading asks it. What it found is kept until the rows are compared, so that nobody asks twice. */
export type Remembering = Register & {
  /** From here on rows of this batch are asked for: the same name may be another record in another period. */
  turnTo(batch: BatchRef | null): void
  take(key: string): Current | undefined
}

export function remembering(tx: Tx, intakes: readonly Intake[]): Remembering {
  let batch: BatchRef | null = null
  const found = new Map<string, Current>()
  return {
    turnTo(next) {
      batch = next
      found.clear()
    },
    async find(kind, keys) {
      const intake = intakes.find(({ layout }) => layout.kind === kind)
      const current = (await intake?.current(tx, keys, batch)) ?? new Map<string, Current>()
      for (const [key, one] of current) found.set(key, one)
      return new Map([...current].map(([key, { marks }]) => [key, marks]))
    },
    take(key) {
      const one = found.get(key)
      found.delete(key)
      return one
    },
  }
}
