import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { seedDemoPeople } from '#capabilities/identity'
import { prepareCourt } from '#capabilities/operations'
import { openCourt } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import { freePort } from '#kernel/database/embedded-cluster.ts'
import { configOf } from '../../src/app/config.ts'
import { openPlatform } from '../../src/app/open.ts'
import { aftermath, tampered } from './aftermath.ts'
import { inDatabase, signIn } from './reach.ts'
import { serverProcess, type ServerProcess } from './server-process.ts'
import { startWriters, type Acknowledged, type Writers } from './writers.ts'

const court = '川1123'

export type Endured = {
  readonly rounds: number
  readonly kills: Readonly<Record<'app' | 'database', number>>
  readonly acknowledged: number
  /** What did not hold, round by round; empty when all did. */
  readonly faults: readonly string[]
  readonly tampered: { readonly seq: string; readonly named: string | undefined }
}

/**
 * Eight writers file cases against the real program while it, or its database, is killed at random moments. After each
 * round: nothing acknowledged is lost, nothing is half done, the chain is whole. At the end one entry is tampered with.
 */
export async function endure(rounds: number, tell: (line: string) => void): Promise<Endured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'duixian-faults-'))
  const server = serverProcess(dataDir, await freePort())
  const kills = { app: 0, database: 0 }
  const faults: string[] = []
  const acknowledged: Acknowledged[] = []
  try {
    const password = await prepare(dataDir)
    await server.start()
    const session = await signIn(server.address, 'shujiyuan', password)
    for (let round = 1; round <= rounds; round++) {
      const writers = startWriters(server.address, session)
      const what = round % 2 === 1 ? 'app' : 'database'
      await strike(server, what, writers)
      kills[what]++
      await writers.stop()
      acknowledged.push(...writers.acknowledged)
      const found = [
        ...writers.strange,
        ...(await inDatabase(dataDir, (client, cipher) => aftermath(client, court, acknowledged, cipher))),
      ]
      faults.push(...found.map((fault) => `round ${round} (${what}): ${fault}`))
      tell(`round ${round}: ${what} killed, ${writers.acknowledged.length} acknowledged, ${found.length} faults`)
      if (writers.acknowledged.length === 0) faults.push(`round ${round}: nothing was written`)
    }
    const wound = await inDatabase(dataDir, (client) => tampered(client, court))
    return { rounds, kills, acknowledged: acknowledged.length, faults, tampered: wound }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Lets them write, kills at a random moment, and lets them write on when it is back. */
async function strike(server: ServerProcess, what: 'app' | 'database', writers: Writers): Promise<void> {
  await sleep(randomInt(150, 900))
  if (what === 'app') {
    await server.killApp()
    await server.start()
  } else {
    server.killDatabase()
    await sleep(100)
    await server.ready()
  }
  const before = writers.acknowledged.length
  for (let turn = 0; turn < 200 && writers.acknowledged.length < before + 16; turn++) await sleep(25)
}

/** An empty court with people in it; returns the password of the clerk. */
async function prepare(dataDir: string): Promise<string> {
  const opened = await openPlatform(configOf({}, { data: dataDir }))
  try {
    const owner = await openClient(opened.platform.url)
    await openCourt(owner, court, '犍为县人民法院（试验）').finally(() => owner.end())
    await prepareCourt(opened.platform, court)
    const people = await seedDemoPeople(opened.platform, court)
    return people.find(({ loginName }) => loginName === 'shujiyuan')?.password ?? ''
  } finally {
    await opened.close()
  }
}
