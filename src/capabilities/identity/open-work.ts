import type { Tx } from '#kernel/database/transaction.ts'
import type { Label } from '#kernel/values/labels.ts'

/** What a person still has in hand in one room: open cases, payouts to approve. */
export type OpenWork = { readonly title: Label; readonly count: number }
export type OpenWorkSource = (tx: Tx, staffId: string) => Promise<readonly OpenWork[]>

declare module '#kernel/capability.ts' {
  interface Contributions {
    /** Read before a person leaves: open work must be handed over first. */
    readonly openWork?: readonly OpenWorkSource[]
  }
}

export async function openWorkOf(tx: Tx, staffId: string): Promise<readonly OpenWork[]> {
  const found: OpenWork[] = []
  for (const source of tx.platform.registry.gather('openWork')) found.push(...(await source(tx, staffId)))
  return found.filter(({ count }) => count > 0)
}
