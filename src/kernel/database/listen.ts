import type { Client } from 'pg'
import { openClient } from './connect.ts'

/**
 * Hears NOTIFY on one channel until closed, and connects again when the database went away and came back. `greet` runs
 * on each new connection: what it leaves there lasts as long as this process and the connection.
 */
export async function listen(
  url: string,
  channel: string,
  hear: (payload: string) => void,
  greet?: (client: Client) => Promise<unknown>,
): Promise<{ readonly close: () => Promise<void> }> {
  let client: Client | undefined
  let closed = false
  const connect = async (): Promise<void> => {
    const fresh = await openClient(url)
    fresh.on('notification', ({ payload }) => hear(payload ?? ''))
    await fresh.query(`listen ${channel}`)
    await greet?.(fresh)
    fresh.once('end', retry)
    client = fresh
  }
  const retry = (): void => {
    client = undefined
    if (!closed) setTimeout(() => void connect().catch(retry), 500).unref()
  }
  await connect()
  return {
    close: async () => {
      closed = true
      await client?.end().catch(() => {})
    },
  }
}
