import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { openClient } from '../database/connect.ts'
import { afterwards } from './afterwards.ts'
import { testDatabase } from './database.ts'

function roomOf(t: TestContext, sql: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duixian-room-'))
  afterwards(t, () => fs.rmSync(folder, { recursive: true }))
  fs.writeFileSync(path.join(folder, '0001-first.sql'), sql)
  return { name: 'trial', migrations: pathToFileURL(`${folder}/`) }
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = await openClient(url)
  try {
    return (await client.query(sql)).rows[0]?.answer
  } finally {
    await client.end()
  }
}

test('two tests never see the rows of each other', async (t) => {
  const room = roomOf(t, 'create table trial_thing (n int);')
  const [one, two] = await Promise.all([testDatabase([room]), testDatabase([room])])
  await ask(one, 'insert into trial_thing values (1)')
  assert.equal(await ask(two, 'select count(*)::int as answer from trial_thing'), 0)
})

test('a changed migration gives a changed database', async (t) => {
  const before = await testDatabase([roomOf(t, "create table trial_thing as select 'old' as word;")])
  const after = await testDatabase([roomOf(t, "create table trial_thing as select 'new' as word;")])
  assert.equal(await ask(before, 'select word as answer from trial_thing'), 'old')
  assert.equal(await ask(after, 'select word as answer from trial_thing'), 'new')
})

test('the databases of a process that has ended are cleared away by the next', async () => {
  const code = `const { testDatabase } = await import(${JSON.stringify(new URL('database.ts', import.meta.url).href)})
    console.log(await testDatabase([]))`
  const url = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).trim()
  assert.match(url, /test_\d+_/)
  const mine = await testDatabase([])
  await assert.rejects(ask(url, 'select 1 as answer'), /does not exist/)
  assert.equal(await ask(mine, 'select 1 as answer'), 1)
})
