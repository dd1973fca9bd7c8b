import type { Cipher } from '#kernel/crypto/cipher.ts'
import { openClient } from '#kernel/database/connect.ts'
import { configOf } from '../../src/app/config.ts'
import { openPlatform } from '../../src/app/open.ts'

/** Somebody who has signed in to the running program. */
export type Session = { readonly cookie: string; readonly csrf: string }

export async function signIn(address: string, loginName: string, password: string): Promise<Session> {
  const reply = await fetch(`${address}/api/commands/identity.sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginName, password }),
  })
  if (!reply.ok) throw new Error(await reply.text())
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  const session = await fetch(`${address}/api/session`, { headers: { cookie } })
  const { csrfToken } = (await session.json()) as { readonly csrfToken: string }
  return { cookie, csrf: csrfToken }
}

type Client = Awaited<ReturnType<typeof openClient>>

/** Joins the program's own database as its owner. */
export async function inDatabase<T>(dataDir: string, work: (client: Client, cipher: Cipher) => Promise<T>): Promise<T> {
  const opened = await openPlatform(configOf({}, { data: dataDir }))
  const client = await openClient(opened.platform.url)
  try {
    return await work(client, opened.platform.cipher)
  } finally {
    await client.end()
    await opened.close()
  }
}
