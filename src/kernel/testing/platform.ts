import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Capability } from '../capability.ts'
import { openCourt } from '../court.ts'
import { cipherOf } from '../crypto/cipher.ts'
import { openClient, openPool } from '../database/connect.ts'
import { silentLog, type Platform } from '../platform.ts'
import { registryOf } from '../registry.ts'
import { afterwards } from './afterwards.ts'
import { testDatabase } from './database.ts'

export type TestPlatform = Platform & {
  /** Moves the clock that the platform reads. */
  readonly forward: (duration: Temporal.DurationLike) => void
}

/** These rooms on a fresh database with one empty court, its files in a folder of their own, on a clock that stands still. */
export async function testPlatform(
  t: TestContext,
  rooms: readonly Capability[],
  { court = '川9901', now: start = '2025-01-06T01:00:00Z' }: { court?: string; now?: string } = {},
): Promise<TestPlatform> {
  const url = await testDatabase(rooms)
  const owner = await openClient(url)
  await openCourt(owner, court, '某县人民法院').finally(() => owner.end())
  const pool = openPool(url)
  pool.on('error', () => {})
  const dataDir = mkdtempSync(join(tmpdir(), 'duixian-test-'))
  afterwards(t, () => rmSync(dataDir, { recursive: true, force: true }))
  afterwards(t, () => pool.end())
  let now = Temporal.Instant.from(start)
  return {
    pool,
    url,
    registry: registryOf(rooms),
    cipher: cipherOf(randomBytes(32)),
    clock: () => now,
    dataDir,
    log: silentLog,
    forward: (duration) => {
      now = now.add(duration)
    },
  }
}
