import type { TestContext } from 'node:test'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { Capability } from '#kernel/capability.ts'
import { openCourt } from '#kernel/court.ts'
import { cipherOf } from '#kernel/crypto/cipher.ts'
import { openClient, openPool } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/occasion.ts'
import { silentLog, type Clock, type Platform } from '#kernel/platform.ts'
import { registryOf } from '#kernel/registry.ts'
import { afterwards } from '#kernel/testing/afterwards.ts'
import { testDatabase } from '#kernel/testing/database.ts'

export type MovableClock = { readonly read: Clock; readonly forward: (duration: Temporal.DurationLike) => void }

/** A clock that stands still until a test moves it. */
export function movableClock(from: string): MovableClock {
  let now = Temporal.Instant.from(from)
  return { read: () => now, forward: (duration) => (now = now.add(duration)) }
}

/** A platform on a database of its own, with these courts open and nothing in them. */
export async function testPlatform(
  t: TestContext | undefined,
  rooms: readonly Capability[],
  { courts = ['川1123'], clock }: { readonly courts?: readonly string[]; readonly clock?: Clock } = {},
): Promise<Platform> {
  const url = await testDatabase(rooms)
  const owner = await openClient(url)
  for (const court of courts) await openCourt(owner, court, `${court}人民法院`)
  await owner.end()
  const pool = openPool(url)
  // A connection that is on its way out when the database is dropped says so.
  pool.on('error', () => {})
  if (t) afterwards(t, () => pool.end())
  return {
    pool,
    url,
    registry: registryOf(rooms),
    cipher: cipherOf(randomBytes(32)),
    clock: clock ?? (() => Temporal.Now.instant()),
    dataDir: tmpdir(),
    log: silentLog,
  }
}

/** Somebody who has not signed in. */
export const visitor = (court: string): Actor => ({
  id: 'anonymous',
  name: '未登录',
  kind: 'anonymous',
  court,
  teams: [],
  unit: null,
  grants: [],
  posts: [],
  provedAt: null,
  secondFactor: false,
})
