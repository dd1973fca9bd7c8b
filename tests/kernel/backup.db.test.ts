import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { backup } from '#kernel/backup/backup.ts'
import { checkBackup, restore } from '#kernel/backup/restore.ts'
import { cipherOf } from '#kernel/crypto/cipher.ts'
import { openClient, openPool } from '#kernel/database/connect.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { fileBytes, keepFile } from '#kernel/files/store.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import type { Platform } from '#kernel/platform.ts'
import { afterwards } from '#kernel/testing/afterwards.ts'
import { testServer } from '#kernel/testing/server.ts'
import { asOwner, chainOf, court, done, opened, otherCourt, person, trialCourts } from './court.ts'
import { trialRoom } from './room/capability.ts'

const key = randomBytes(32)

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'duixian-backup-'))
  afterwards(t, () => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A database with nothing in it, as a new machine has it. */
async function emptyDatabase(): Promise<string> {
  const address = new URL(await testServer())
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  const server = await openClient(address.href)
  await server.query(`create database ${name}`).finally(() => server.end())
  address.pathname = name
  return address.href
}

/** Two courts with claims, notes, an entry that is hard to quote, kept answers and a sealed file. */
async function lived(t: TestContext): Promise<Platform> {
  const platform = { ...(await trialCourts(t)), cipher: cipherOf(key) }
  for (const code of [court, otherCourt]) {
    const actor = person({ court: code })
    for (let i = 0; i < 20; i++) {
      const claimId = await opened(platform, { title: `事项\\N "${i}"\t\n甲`, idNumber: '990012199001011234' }, actor)
      const raise = {
        command: 'trial.raise-claim',
        input: { claimId, amountFen: '20000' },
        idempotencyKey: `raise-${i}-${code}`,
      }
      done(await execute(platform, actor, raise))
    }
  }
  await inTransaction(platform, person(), (tx) => keepFile(tx, Buffer.from('裁定书'), 'text/plain'))
  return platform
}

const source = (platform: Platform) => ({
  url: platform.url,
  dataDir: platform.dataDir,
  masterKey: key,
  program: '1.0.0',
  now: Temporal.Instant.from('2025-01-06T00:00:00Z'),
})

/** Everything in every table of both courts. */
async function dump(platform: Platform): Promise<string> {
  const tables = await asOwner<{ name: string }>(
    platform,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'kernel_migration' order by 1`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const rows = await asOwner<{ row: string }>(platform, `select t::text as row from ${name} t order by 1`)
    parts.push(`${name} ${rows.length}`, ...rows.map(({ row }) => row))
  }
  return parts.join('\n')
}

test('a backup restored into an empty database gives the same rows, the same files and a whole chain', async (t) => {
  const platform = await lived(t)
  const out = join(folder(t), 'backup')
  const manifest = await backup(source(platform), out)
  assert.equal(manifest.tables.find(({ table }) => table === 'trial_claim')?.rows, 40)
  const [url, dataDir] = [await emptyDatabase(), folder(t)]
  await restore(out, { url, dataDir, rooms: [trialRoom()], masterKey: () => key })
  const pool = openPool(url)
  afterwards(t, () => pool.end())
  const restored: Platform = { ...platform, url, pool, dataDir }
  assert.equal(await dump(restored), await dump(platform))
  assert.deepEqual(await chainOf(restored), await chainOf(platform))
  assert.deepEqual(await chainOf(restored, otherCourt), await chainOf(platform, otherCourt))
  const [file] = await asOwner<{ id: string }>(restored, 'select file_id as id from kernel_file')
  assert.equal((await fileBytes({ platform: restored, court }, file?.id ?? '')).toString(), '裁定书')
  await opened(restored)
  assert.equal((await chainOf(restored)).broken, null)
})

test('a backup taken while people write is one moment: what it holds fits together', async (t) => {
  const platform = await lived(t)
  const out = join(folder(t), 'backup')
  let writing = true
  const writer = (async () => {
    while (writing) await opened(platform)
  })()
  await backup(source(platform), out)
  writing = false
  await writer
  const [url, dataDir] = [await emptyDatabase(), folder(t)]
  await restore(out, { url, dataDir, rooms: [trialRoom()], masterKey: () => key })
  const restored = { ...platform, url, dataDir }
  assert.equal((await chainOf(restored)).broken, null)
  const [counts] = await asOwner<{ claims: string; entries: string }>(
    restored,
    `select (select count(*) from trial_claim where court_id = '${court}') as claims,
            (select count(*) from kernel_journal where court_id = '${court}' and type = 'trial.claim-opened') as entries`,
  )
  assert.equal(counts?.claims, counts?.entries)
})

test('a backup with a byte changed, a file missing or a manifest that lies is refused before anything is touched', async (t) => {
  const platform = await lived(t)
  const out = join(folder(t), 'backup')
  await backup(source(platform), out)
  const table = join(out, 'tables', 'trial_claim.copy.zst')
  const whole = readFileSync(table)
  const altered = Buffer.from(whole)
  altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1
  writeFileSync(table, altered)
  await assert.rejects(checkBackup(out), /trial_claim\.copy\.zst 与清单不符/)
  rmSync(table)
  await assert.rejects(checkBackup(out), /缺少 tables\/trial_claim/)
  writeFileSync(table, whole)
  await checkBackup(out)
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
  writeFileSync(
    join(out, 'manifest.json'),
    JSON.stringify({ ...manifest, files: [{ path: '../x', bytes: 1, sha256: '0'.repeat(64) }] }),
  )
  await assert.rejects(checkBackup(out), /指向备份之外/)
  const lying = manifest.tables.map((one: { table: string }) =>
    one.table === 'trial_note' ? { ...one, sha256: '0'.repeat(64) } : one,
  )
  writeFileSync(join(out, 'manifest.json'), JSON.stringify({ ...manifest, tables: lying }))
  const target = { url: await emptyDatabase(), dataDir: folder(t), rooms: [trialRoom()], masterKey: () => key }
  await assert.rejects(restore(out, target), /trial_note 恢复后与备份不同/)
  const empty = await asOwner<{ n: number }>(
    { ...platform, url: target.url },
    'select count(*)::int as n from kernel_court',
  )
  assert.deepEqual(empty, [{ n: 0 }])
  writeFileSync(join(out, 'manifest.json'), '{')
  await assert.rejects(checkBackup(out), /读不出来/)
})

test('nothing is restored over a court that is there, nor with another key, nor by an older program', async (t) => {
  const platform = await lived(t)
  const out = join(folder(t), 'backup')
  await backup(source(platform), out)
  const target = { dataDir: folder(t), rooms: [trialRoom()], masterKey: () => key }
  await assert.rejects(restore(out, { ...target, url: platform.url }), /已有法院/)
  const other = { ...target, url: await emptyDatabase(), masterKey: () => randomBytes(32) }
  await assert.rejects(restore(out, other), /主密钥不是备份所用/)
  await assert.rejects(restore(out, { ...target, url: await emptyDatabase(), rooms: [] }), /更新的版本/)
})

test('the master key leaves only when it is asked for', async (t) => {
  const platform = await lived(t)
  writeFileSync(join(platform.dataDir, 'note'), 'x')
  const [plain, whole] = [join(folder(t), 'a'), join(folder(t), 'b')]
  const keys = join(platform.dataDir, 'keys')
  mkdirSync(keys)
  writeFileSync(join(keys, 'master.key'), key.toString('hex'))
  await backup(source(platform), plain)
  await backup(source(platform), whole, { withKeys: true })
  const all = (path: string) => readdirSync(path, { recursive: true }).map(String)
  assert.ok(!all(plain).some((name) => name.includes('master.key')))
  assert.ok(all(whole).some((name) => name.includes('master.key')))
  assert.ok(!readFileSync(join(plain, 'manifest.json'), 'utf8').includes(key.toString('hex')))
  await assert.rejects(backup(source(platform), plain), /已经存在/)
})
