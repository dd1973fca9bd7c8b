import type { Tx } from '#kernel/database/transaction.ts'

/** What records are called, by the rooms that know them; a record nobody names keeps its id. */
export async function namesOf(tx: Tx, subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const namers = new Map(tx.platform.registry.gather('recordNames').flatMap((listed) => Object.entries(listed)))
  const named = new Map<string, string>()
  for (const [kind, alike] of Map.groupBy(new Set(subjects), (subject) => subject.split(':', 1)[0] ?? '')) {
    const ids = alike.map((subject) => subject.slice(kind.length + 1))
    for (const [id, name] of (await namers.get(kind)?.(tx, ids)) ?? []) named.set(`${kind}:${id}`, name)
  }
  return named
}
