import assert from 'node:assert/strict'
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
  const [one, two] = await Promise.all([testDatabase(t, [room]), testDatabase(t, [room])])
  await ask(one, 'insert into trial_thing values (1)')
  assert.equal(await ask(two, 'select count(*)::int as answer from trial_thing'), 0)
})

test('a changed migration gives a changed database', async (t) => {
  const before = await testDatabase(t, [roomOf(t, "create table trial_thing as select 'old' as word;")])
  const after = await testDatabase(t, [roomOf(t, "create table trial_thing as select 'new' as word;")])
  assert.equal(await ask(before, 'select word as answer from trial_thing'), 'old')
  assert.equal(await ask(after, 'select word as answer from trial_thing'), 'new')
})

test('the database of a test is gone when the test has ended', async (t) => {
  let url = ''
  await t.test('inner', async (inner) => {
    url = await testDatabase(inner, [])
    assert.equal(await ask(url, 'select 1 as answer'), 1)
  })
  await assert.rejects(ask(url, 'select 1 as answer'))
})
