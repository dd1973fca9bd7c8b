import type { Tx } from '#kernel/database/transaction.ts'
import { calendarForReckoning } from './calendar.ts'
import type { Clock, SubjectLoader } from './clock-rule.ts'
import { clocksOf } from './rules/clocks-of.ts'
import { dueReckoner } from './rules/due.ts'
import { saveClocks, type Written } from './store.ts'

const chunkSize = 2_000

/**
 * Reckons the clocks of these records again from their events and writes what has changed: clocks that started, moved,
 * ended, or have lost their ground. One record of a command and 100,000 of an import go the same way, and doing it twice
 * writes nothing the second time.
 */
export async function reckonClocks(
  tx: Tx,
  subjectKind: string,
  ids: readonly string[],
  load: SubjectLoader,
): Promise<Written> {
  const rules = tx.platform.registry.gather('clocks').filter(({ subject }) => subject === subjectKind)
  const due = dueReckoner(await calendarForReckoning(tx))
  const ruleIds = rules.map(({ id }) => id)
  let [saved, removed] = [0, 0]
  for (let from = 0; from < ids.length; from += chunkSize) {
    const chunk = ids.slice(from, from + chunkSize)
    const clocks: Clock[] = (await load(tx, chunk)).flatMap((subject) => clocksOf(rules, subject, due))
    const written = await saveClocks(tx, { subjectIds: chunk, ruleIds, clocks })
    saved += written.saved
    removed += written.removed
  }
  return { saved, removed }
}
