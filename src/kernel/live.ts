import type { Client } from 'pg'
import { openClient } from './database/connect.ts'

export type LiveMessage = { readonly court: string; readonly topics: readonly string[] }
export type Listener = (message: LiveMessage) => void

/** One LISTEN connection for the process; screens and workers subscribe to it. */
export type Live = {
  readonly subscribe: (listener: Listener) => () => void
  readonly close: () => Promise<void>
}

/** Hears every commit of every process on this database. Reconnects when the database comes back. */
export async function listenLive(url: string): Promise<Live> {
  const listeners = new Set<Listener>()
  let client: Client | undefined
  let closed = false
  const connect = async (): Promise<void> => {
    const fresh = await openClient(url)
    fresh.on('notification', ({ payload }) => {
      const message = JSON.parse(payload ?? '{}') as LiveMessage
      for (const listener of listeners) listener(message)
    })
    fresh.on('error', () => retry())
    await fresh.query('listen duixian_live')
    client = fresh
  }
  const retry = (): void => {
    client = undefined
    if (!closed) setTimeout(() => connect().catch(retry), 500).unref()
  }
  await connect()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      closed = true
      await client?.end()
    },
  }
}
