import type { ClientBase } from 'pg'
import { openPool } from '#kernel/database/connect.ts'
import type { Platform } from '#kernel/platform.ts'
import type { Bench } from './server.ts'

type Statement = string | { readonly text: string; readonly values?: readonly unknown[]; readonly name?: string }

/** Everything one call sent to the database, in order, from `begin` to `commit`. */
export type Script = readonly Statement[]

/** Runs calls in this process on one connection and writes down what each sends to the database. */
export async function scriptsOf(
  bench: Bench,
  url: string,
  calls: readonly ((platform: Platform) => Promise<unknown>)[],
): Promise<readonly Script[]> {
  const platform = bench.platform(url, 1)
  const client = await platform.pool.connect()
  let heard: Statement[] = []
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  Object.assign(client, {
    query: (first: Statement, values?: readonly unknown[]) => {
      heard.push(typeof first === 'string' && Array.isArray(values) ? { text: first, values } : first)
      return query(first, values)
    },
  })
  client.release()
  const scripts: Script[] = []
  try {
    for (const call of calls) {
      heard = []
      await call(platform)
      scripts.push(heard)
    }
    return scripts
  } finally {
    await platform.close()
  }
}

/** The rows alone: what the scripts write to the tables of rooms, without tenant, idempotency, locks and journal. */
export const rowsAlone = (script: Script): Script => [
  "begin; set local app.court = '川1123'",
  ...script.filter((one) => {
    const text = (typeof one === 'string' ? one : one.text).trimStart().toLowerCase()
    return /^(insert|update|delete|with)/.test(text) && !text.includes('kernel_') && !text.includes('journal_append')
  }),
  'commit',
]

async function play(client: ClientBase, script: Script): Promise<void> {
  for (const one of script)
    await (typeof one === 'string' ? client.query(one) : client.query({ ...one, values: [...(one.values ?? [])] }))
}

/** The scripts through the driver on eight connections, each taking the next; returns the milliseconds of each. */
export async function playAll(url: string, scripts: readonly Script[], connections = 8): Promise<readonly number[]> {
  const pool = openPool(url, { max: connections })
  pool.on('error', () => {})
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()))
  try {
    return await shared(clients, scripts, play)
  } finally {
    for (const client of clients) client.release()
    await pool.end()
  }
}

/** Work taken one by one by several workers; returns the milliseconds of each piece. */
export async function shared<W, T>(
  workers: readonly W[],
  pieces: readonly T[],
  work: (worker: W, piece: T) => Promise<unknown>,
): Promise<readonly number[]> {
  const took: number[] = []
  let next = 0
  await Promise.all(
    workers.map(async (worker) => {
      for (let piece = pieces[next++]; piece !== undefined; piece = pieces[next++]) {
        const started = performance.now()
        await work(worker, piece)
        took.push(performance.now() - started)
      }
    }),
  )
  return took
}
