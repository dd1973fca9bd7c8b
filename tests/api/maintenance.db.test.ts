import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { prepareCourt } from '#capabilities/operations'
import { openCourt } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import { EnvironmentFault } from '#kernel/environment-fault.ts'
import { afterwards } from '#kernel/testing/afterwards.ts'
import { configOf } from '../../src/app/config.ts'
import { openPlatform } from '../../src/app/open.ts'
import { backupVerb } from '../../src/app/verbs/backup.ts'
import { doctorVerb, printed, type Line } from '../../src/app/verbs/doctor.ts'
import { restoreVerb } from '../../src/app/verbs/restore.ts'
import { exit, type Verb } from '../../src/app/verbs/verb.ts'

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'duixian-verbs-'))
  afterwards(t, () => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A verb as the command line runs it on a data folder of its own; what it printed comes back as JSON. */
async function run(t: TestContext, verb: Verb, data: string, flags: Record<string, string | boolean>) {
  const printed: string[] = []
  t.mock.method(console, 'log', (line: string) => void printed.push(line))
  try {
    const code = await verb.run({ words: [], flags, config: configOf({}, { data }), json: true })
    return { code, said: JSON.parse(printed.at(-1) ?? 'null') }
  } finally {
    t.mock.restoreAll()
  }
}

test('a court is backed up, restored on another machine with its key, found whole, and the doctor agrees', async (t) => {
  const [here, there, out] = [folder(t), folder(t), join(folder(t), 'backup')]
  const opened = await openPlatform(configOf({}, { data: here }))
  const owner = await openClient(opened.platform.url)
  await openCourt(owner, '川1123', '犍为县人民法院（试验）').finally(() => owner.end())
  await prepareCourt(opened.platform, '川1123')
  await opened.close()
  const made = await run(t, backupVerb, here, { out })
  assert.equal(made.code, exit.done)
  assert.ok(made.said.rows > 100)
  await assert.rejects(run(t, restoreVerb, there, { from: out }), /主密钥不是备份所用/)
  cpSync(join(here, 'keys'), join(there, 'keys'), { recursive: true })
  const restored = await run(t, restoreVerb, there, { from: out })
  assert.equal(restored.code, exit.done)
  assert.deepEqual(
    restored.said.chains.map(({ court, ok }: { court: string; ok: boolean }) => [court, ok]),
    [['川1123', true]],
  )
  await assert.rejects(run(t, restoreVerb, there, { from: out }), /已有法院/)
  const checked = await run(t, doctorVerb, there, {})
  const looked = new Map(checked.said.map(({ what, ok }: { what: string; ok: boolean }) => [what, ok]))
  for (const what of ['Node.js', '数据目录', '主密钥', '随附数据库', '表结构'])
    assert.equal(looked.get(what), true, what)
})

test('a file is no data folder, and a place where nothing can be made is said in one sentence', async (t) => {
  const file = join(folder(t), 'data')
  writeFileSync(file, 'x')
  for (const [data, words] of [
    [file, /是一个文件/],
    [join(file, 'inside'), /是一个文件/],
    ['/proc/no-such-place', /不能建立文件夹/],
  ] as const) {
    await assert.rejects(openPlatform(configOf({}, { data })), (error: unknown) => {
      assert.ok(error instanceof EnvironmentFault)
      assert.match(error.message, words)
      return true
    })
    const { code, said } = await run(t, doctorVerb, data, {})
    assert.equal(code, exit.environment)
    const line = said.find(({ what }: Line) => what === '数据目录')
    assert.equal(line.ok, false, data)
    assert.doesNotMatch(said.map(printed).join('\n'), /。。|。；/)
  }
})
