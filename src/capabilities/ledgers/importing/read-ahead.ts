import { kyselyOver, type Client } from '#kernel/database/connect.ts'
import type { Tx } from '#kernel/database/transaction.ts'

/** Fetches the next item while the present one is in use. */
export async function* readAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]()
  let coming = iterator.next()
  try {
    for (;;) {
      const { value, done } = await coming
      if (done === true) return
      coming = iterator.next()
      coming.catch(() => {})
      yield value
    }
  } finally {
    // Nothing may still be asking the database when the transaction ends.
    await coming.catch(() => {})
    await iterator.return?.()
  }
}

/**
 * The same transaction for two who work at once, one reading rows and looking their names up, one writing those that
 * were read before: their statements stand in line.
 */
export function inLine(tx: Tx): Tx {
  let last: Promise<unknown> = Promise.resolve()
  const query = (...call: Parameters<Client['query']>): Promise<unknown> => {
    const turn = last.then(() => tx.client.query(...call))
    last = turn.catch(() => {})
    return turn
  }
  const client = new Proxy(tx.client, {
    get: (target, key) => (key === 'query' ? query : (Reflect.get(target, key) as unknown)),
  })
  return { ...tx, client, db: kyselyOver(client) }
}
