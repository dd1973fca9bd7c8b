import type {} from '#capabilities/operations'
import type { Tx } from '#kernel/database/transaction.ts'

/** Subjects as people call their records, where a room says how; others keep their id. */
export async function namesOf(tx: Tx, subjects: readonly string[]): Promise<readonly string[]> {
  const names = new Map<string, string>()
  for (const rooms of tx.platform.registry.gather('recordNames')) {
    for (const [kind, read] of Object.entries(rooms)) {
      const ids = subjects.filter((subject) => subject.startsWith(`${kind}:`)).map(idOf)
      if (ids.length === 0) continue
      for (const [id, name] of await read(tx, ids)) names.set(`${kind}:${id}`, name)
    }
  }
  return subjects.map((subject) => names.get(subject) ?? subject)
}

export const idOf = (subject: string): string => subject.slice(subject.indexOf(':') + 1)
