import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { trySheet, type Trial } from './preview.ts'
import type { FileImport } from './store.ts'

/** A person turns pages of the same trial; the last few are kept while nothing in the court has changed. */
const kept = new Map<string, Trial>()
const keptAtMost = 4

export async function trialFor(
  tx: Tx,
  prepared: FileImport,
  sheet: string,
  occasion: Occasion,
): Promise<Trial | Refusal> {
  const head = await tx.db.selectFrom('kernel_chain').select('seq').executeTakeFirst()
  const name = JSON.stringify([tx.court, prepared.importId, prepared.version, head?.seq, sheet])
  const known = kept.get(name)
  if (known) return known
  const trial = await trySheet(tx, prepared, sheet, occasion)
  if (isRefusal(trial)) return trial
  kept.set(name, trial)
  for (const old of [...kept.keys()].slice(0, -keptAtMost)) kept.delete(old)
  return trial
}
