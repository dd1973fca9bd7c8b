import { Socket } from 'node:net'
import pg from 'pg'

export type Login = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

/**
 * One idle connection per process that uses the embedded server. While it is open the process counts as a user; when the
 * process is killed the server itself notices. So the last one out can stop the server, and nothing on disk can go stale.
 */
export type Anchor = {
  /** Gives up the own share. True when nobody else holds one, and nobody can take one until the server is gone. */
  readonly leaveLast: () => Promise<boolean>
  readonly query: (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>
  readonly end: () => Promise<void>
}

const lock = 7_310_018
const patience = 5_000

/** Resolves once the server answers and the share is held. `onLost` is called when the server goes away unasked. */
export async function dropAnchor(login: Login, onLost: () => void): Promise<Anchor> {
  const socket = new Socket()
  const client = new pg.Client({
    ...login,
    stream: () => socket,
    database: 'postgres',
    application_name: 'duixian',
    connectionTimeoutMillis: patience,
    keepAlive: true,
  })
  let state: 'arriving' | 'held' | 'gone' = 'arriving'
  const gone = () => {
    if (state === 'held') onLost()
    state = 'gone'
  }
  client.on('error', gone)
  client.on('end', gone)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock_shared($1)', [lock])
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  state = 'held'
  // Being a user of the server is no reason to go on living; waiting for its answer is.
  socket.unref()
  const query = async (text: string, values: readonly unknown[] = []) => {
    socket.ref()
    try {
      return await client.query(text, [...values])
    } finally {
      socket.unref()
    }
  }
  const end = async () => {
    state = 'gone'
    socket.ref()
    await client.end().catch(() => undefined)
  }
  const leaveLast = async () => {
    state = 'gone'
    await query('select pg_advisory_unlock_shared($1)', [lock])
    const { rows } = await query('select pg_try_advisory_lock($1) as alone', [lock])
    return rows[0]?.alone === true
  }
  return { leaveLast, end, query }
}
