import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import { systemActor, type Occasion } from '#kernel/occasion.ts'
import type { Platform } from '#kernel/platform.ts'

/** Brings a court's own rows (roles, words) up to what this version declares. Safe to repeat; keeps the court's edits. */
export type Preparation = (tx: Tx, occasion: Occasion) => Promise<void>

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly preparations?: readonly Preparation[]
  }
}

/** Done once per court at every start, after the migrations and before the first request. */
export async function prepareCourt(platform: Platform, court: string): Promise<void> {
  const operator = systemActor(court, 'operator', '运行维护', [])
  await inTransaction(platform, { court, unit: null }, async (tx) => {
    const occasion = await occasionFor(tx, operator)
    for (const prepare of platform.registry.gather('preparations')) await prepare(tx, occasion)
  })
}
