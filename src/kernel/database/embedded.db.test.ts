import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { EnvironmentFault } from '../environment-fault.ts'
import { afterwards } from '../testing/afterwards.ts'
import { isReachable, isRoot } from './embedded-programs.ts'
import { type EmbeddedOptions, ensureDatabase } from './embedded.ts'

const nobody = { uid: 65534, gid: 65534 }
const embedded = new URL('embedded.ts', import.meta.url)

function folderOf(t: TestContext, base = os.tmpdir()): string {
  const folder = fs.mkdtempSync(path.join(base, 'duixian-embedded-'))
  afterwards(t, () => fs.rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, 'data')
}

/** A killed process leaves its writes with the operating system, so none of this needs the disk to have them. */
const settings = { fsync: 'off' }
const ensure = (dataDir: string, options: EmbeddedOptions = {}) => ensureDatabase(dataDir, { settings, ...options })

async function open(t: TestContext, dataDir: string, options: EmbeddedOptions = {}) {
  const database = await ensure(dataDir, options)
  afterwards(t, () => database.stop())
  return database
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]?.answer
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Another process of the program, which says where it found the server and then works until it is ended. */
async function otherProcess(t: TestContext, dataDir: string, user: { uid?: number; gid?: number } = {}) {
  const code = `
    const { ensureDatabase } = await import(${JSON.stringify(embedded.href)})
    try {
      const database = await ensureDatabase(${JSON.stringify(dataDir)}, ${JSON.stringify({ settings })})
      process.once('SIGTERM', () => database.stop().then(() => process.exit(0)))
      console.log(JSON.stringify({ pid: database.pid(), url: database.url, adopted: database.adopted }))
      setInterval(() => {}, 1000)
    } catch (error) {
      console.log(JSON.stringify({ kind: error.kind, message: error.message }))
      process.exit(error.exitCode ?? 1)
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  afterwards(t, () => child.kill('SIGKILL'))
  const [line] = await once(child.stdout, 'data')
  return { child, ...JSON.parse(String(line)) }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

const isAlive = (pid: number | undefined) => pid !== undefined && fs.existsSync(`/proc/${pid}/cwd`)

test('a first start makes the database, and the last one out stops it', async (t) => {
  const database = await ensureDatabase(folderOf(t))
  assert.equal(await ask(database.url, "select 'yes' as answer"), 'yes')
  assert.equal(database.adopted, false)
  assert.equal(await database.stop(), true)
  assert.equal(database.pid(), undefined)
})

test('only the owner may read the password file', async (t) => {
  const dataDir = folderOf(t)
  await open(t, dataDir)
  assert.equal(fs.statSync(path.join(dataDir, 'pg', 'access.json')).mode & 0o777, 0o600)
})

test('a second start finds data and port of the first', async (t) => {
  const dataDir = folderOf(t)
  const first = await ensure(dataDir)
  await ask(first.url, 'create table kept as select 7 as n')
  await first.stop()
  const second = await open(t, dataDir)
  assert.equal(second.url, first.url)
  assert.equal(await ask(second.url, 'select n as answer from kept'), 7)
})

test('a port taken by a stranger is left to it', async (t) => {
  const dataDir = folderOf(t)
  const first = await ensure(dataDir)
  await first.stop()
  const stranger = spawn(process.execPath, [
    '-e',
    `require('net').createServer().listen(${first.port}, '127.0.0.1', () => console.log())`,
  ])
  afterwards(t, () => stranger.kill())
  await once(stranger.stdout, 'data')
  const second = await open(t, dataDir)
  assert.notEqual(second.port, first.port)
})

test('after kill -9 of the application the next start adopts its server and later stops it', async (t) => {
  const dataDir = folderOf(t)
  const killed = await otherProcess(t, dataDir)
  await ask(killed.url, 'create table kept as select 7 as n')
  await end(killed.child, 'SIGKILL')
  const next = await ensure(dataDir)
  assert.equal(next.pid(), killed.pid)
  assert.equal(next.adopted, true)
  assert.equal(await ask(next.url, 'select n as answer from kept'), 7)
  assert.equal(await next.stop(), true)
})

test('after kill -9 of the server the next start recovers what was committed', async (t) => {
  const dataDir = folderOf(t)
  const first = await ensure(dataDir)
  await ask(first.url, 'create table kept as select 7 as n')
  process.kill(first.pid() ?? assert.fail(), 'SIGKILL')
  const second = await open(t, dataDir)
  assert.equal(await ask(second.url, 'select n as answer from kept'), 7)
})

test('a long statement that outlives its killed server does not write beside the next one', async (t) => {
  const dataDir = folderOf(t)
  const first = await ensure(dataDir)
  const long = ask(first.url, 'select pg_sleep(60)').catch(() => undefined)
  await sleep(200)
  process.kill(first.pid() ?? assert.fail(), 'SIGKILL')
  const second = await open(t, dataDir)
  await long
  assert.equal(
    await ask(
      second.url,
      "select count(*)::int as answer from pg_stat_activity where query like '%sleep(60)%' and pid <> pg_backend_pid()",
    ),
    0,
  )
})

test('a running process asked to revive brings a killed server back on the same port', async (t) => {
  const database = await open(t, folderOf(t), { revive: true })
  const killed = database.pid()
  process.kill(killed ?? assert.fail(), 'SIGKILL')
  let answer: unknown
  for (let tries = 0; tries < 200 && answer !== 'back'; tries++) {
    await sleep(50)
    answer = await ask(database.url, "select 'back' as answer").catch(() => undefined)
  }
  assert.equal(answer, 'back')
  assert.notEqual(database.pid(), killed)
  assert.equal(await database.stop(), true)
})

test('five first starts at once end up on one server', async (t) => {
  const dataDir = folderOf(t)
  const all = await Promise.all(Array.from({ length: 5 }, () => otherProcess(t, dataDir)))
  assert.equal(new Set(all.map(({ pid, url }) => `${pid} ${url}`)).size, 1)
  assert.equal(all.filter(({ adopted }) => !adopted).length, 1)
  assert.deepEqual(fs.readdirSync(dataDir), ['pg'])
  await Promise.all(all.map(({ child }) => end(child, 'SIGTERM')))
  assert.equal(isAlive(all[0]?.pid), false)
})

test('one who leaves does not take the server from another', async (t) => {
  const dataDir = folderOf(t)
  const desk = await otherProcess(t, dataDir)
  const errand = await ensure(dataDir)
  assert.equal(await errand.stop(), false)
  assert.equal(await ask(desk.url, "select 'still' as answer"), 'still')
  await end(desk.child, 'SIGTERM')
  assert.equal(isAlive(desk.pid), false)
})

test('processes that come and go all the time never meet a refused connection', async (t) => {
  const dataDir = folderOf(t)
  const visit = async (n: number) => {
    await sleep(n * 40)
    const database = await ensure(dataDir)
    assert.equal(await ask(database.url, `select ${n} as answer`), n)
    await database.stop()
  }
  await (await ensure(dataDir)).stop()
  await Promise.all(Array.from({ length: 24 }, (_, n) => visit(n)))
})

test('a killed server that nobody reaped, or whose process id went to another program, counts as gone', async (t) => {
  const dataDir = folderOf(t)
  const first = await ensure(dataDir)
  const file = path.join(dataDir, 'pg', 'cluster', 'postmaster.pid')
  const lines = fs.readFileSync(file, 'utf8').split('\n').slice(1)
  await first.stop()
  const negligent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'])
  afterwards(t, () => negligent.kill())
  const [zombie] = await once(negligent.stdout, 'data')
  await sleep(300)
  for (const pid of [Number(zombie), process.pid]) {
    fs.writeFileSync(file, [pid, ...lines].join('\n'))
    const next = await ensure(dataDir)
    assert.equal(next.adopted, false)
    await next.stop()
  }
})

test(
  "root's database may lie in a folder that is closed to everybody else",
  { skip: !isRoot() && '本次不是以 root 运行' },
  async (t) => {
    const closed = path.dirname(folderOf(t))
    fs.chmodSync(closed, 0o700)
    assert.equal(isReachable(closed, nobody), false)
    const database = await open(t, path.join(closed, 'deep', 'data'))
    assert.equal(await ask(database.url, "select 'yes' as answer"), 'yes')
  },
)

const besideNobody = isRoot() && isReachable(embedded.pathname.replace(/embedded\.ts$/, ''), nobody)
const asNobody = { skip: !besideNobody && '须以 root 运行，且程序目录对其他用户开放' }

test('an ordinary user needs no other user', asNobody, async (t) => {
  const dataDir = folderOf(t)
  fs.chownSync(path.dirname(dataDir), nobody.uid, nobody.gid)
  const ordinary = await otherProcess(t, dataDir, nobody)
  assert.equal(await ask(ordinary.url, "select 'yes' as answer"), 'yes')
  await end(ordinary.child, 'SIGTERM')
  const root = await open(t, dataDir)
  assert.equal(fs.statSync(`/proc/${root.pid()}`).uid, nobody.uid)
})

test('a folder that belongs to another user is refused in one sentence', asNobody, async (t) => {
  const dataDir = folderOf(t)
  fs.chmodSync(path.dirname(dataDir), 0o755)
  const refused = await otherProcess(t, dataDir, nobody)
  assert.equal(refused.kind, 'not-writable')
  assert.match(refused.message, /^当前用户 nobody 不能读写 .*。$/)
  const code = refused.child.exitCode ?? (await once(refused.child, 'exit'))[0]
  assert.equal(code, 4)
})

test('a path that is a file is refused in one sentence', async (t) => {
  const dataDir = folderOf(t)
  fs.writeFileSync(dataDir, 'a file')
  await refuses(dataDir, 'not-writable', /^.* 是一个文件，不能作数据文件夹。.*。$/)
})

test('a folder of a newer PostgreSQL, an older one, or a newer Duixian is refused untouched', async (t) => {
  const dataDir = folderOf(t)
  await (await ensure(dataDir, { version: '1.3.0' })).stop()
  await refuses(dataDir, 'newer-data', /较新的 兑现 1\.3\.0/, { version: '1.2.9' })
  const marker = path.join(dataDir, 'pg', 'cluster', 'PG_VERSION')
  fs.writeFileSync(marker, '19\n')
  await refuses(dataDir, 'newer-data', /较新的 PostgreSQL 19/)
  fs.writeFileSync(marker, '17\n')
  await refuses(dataDir, 'older-data', /backup/)
  fs.writeFileSync(marker, '18\n')
  await open(t, dataDir, { version: '1.3.0' })
})

test('a full disk is told in one sentence, before the first start and at a later one', async (t) => {
  const small = smallDisk(t)
  if (!small) return t.skip('this machine lets nobody mount a small disk')
  await refuses(path.join(small, 'none'), 'disk-full', /^磁盘空间不足/)
  execFileSync('mount', ['-o', 'remount,size=160m', small])
  const dataDir = path.join(small, 'data')
  await (await ensure(dataDir)).stop()
  fillUp(path.join(small, 'ballast'))
  await refuses(dataDir, 'disk-full', /^磁盘空间不足/)
  fs.rmSync(path.join(small, 'ballast'))
  await (await ensure(dataDir)).stop()
})

async function refuses(dataDir: string, kind: string, sentence: RegExp, options?: EmbeddedOptions): Promise<void> {
  await assert.rejects(ensure(dataDir, options), (fault) => {
    assert.ok(fault instanceof EnvironmentFault, String(fault))
    assert.equal(fault.kind, kind)
    assert.match(fault.message, sentence)
    assert.equal(fault.exitCode, 4)
    return true
  })
}

function smallDisk(t: TestContext): string | undefined {
  const folder = path.dirname(folderOf(t))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  afterwards(t, () => execFileSync('umount', ['-l', folder]))
  return folder
}

function fillUp(file: string): void {
  const out = fs.openSync(file, 'w')
  try {
    for (let size = 1 << 20; size >= 512; size >>= 1) writeWhilePossible(out, Buffer.alloc(size))
  } finally {
    fs.closeSync(out)
  }
}

function writeWhilePossible(out: number, chunk: Buffer): void {
  try {
    for (;;) fs.writeSync(out, chunk)
  } catch {
    // The disk is full, as wished.
  }
}
