import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import { fileBytes, keepFile } from '#kernel/files/store.ts'
import type { Platform } from '#kernel/platform.ts'
import { asOwner, court, otherCourt, person, trialCourts } from './court.ts'

const text = Buffer.from('被执行人某某名下房产一套，证号略。'.repeat(50))

const keep = (platform: Platform, bytes: Buffer, code = court): Promise<string> =>
  inTransaction(platform, person({ court: code }), (tx) => keepFile(tx, bytes, 'text/plain'))

const filesOnDisk = ({ dataDir }: Platform): string[] =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('a file is kept under its hash, comes back as it was, and nobody reads it on the disk', async (t) => {
  const platform = await trialCourts(t)
  const fileId = await keep(platform, text)
  assert.equal(fileId, createHash('sha256').update(text).digest('hex'))
  assert.deepEqual(await fileBytes({ platform, court }, fileId), text)
  const [path] = filesOnDisk(platform)
  const onDisk = readFileSync(path ?? '')
  assert.ok(!onDisk.includes('房产'))
  assert.equal(statSync(path ?? '').mode & 0o077, 0)
})

test('the same bytes are kept once, by ten at once and again later', async (t) => {
  const platform = await trialCourts(t)
  const ids = await Promise.all(Array.from({ length: 10 }, () => keep(platform, text)))
  await keep(platform, text)
  assert.equal(new Set(ids).size, 1)
  assert.equal(filesOnDisk(platform).length, 1)
  const rows = await asOwner<{ bytes: string }>(platform, 'select bytes from kernel_file')
  assert.deepEqual(
    rows.map(({ bytes }) => Number(bytes)),
    [text.length],
  )
})

test('a file altered on the disk is refused, whichever byte was touched', async (t) => {
  const platform = await trialCourts(t)
  const fileId = await keep(platform, text)
  const [path = ''] = filesOnDisk(platform)
  const whole = readFileSync(path)
  for (const at of [0, 11, 12, Math.floor(whole.length / 2), whole.length - 1]) {
    const altered = Buffer.from(whole)
    altered[at] = (altered[at] ?? 0) ^ 1
    writeFileSync(path, altered)
    await assert.rejects(fileBytes({ platform, court }, fileId), `byte ${at}`)
  }
  writeFileSync(path, whole.subarray(0, 20))
  await assert.rejects(fileBytes({ platform, court }, fileId))
  writeFileSync(path, whole)
  assert.deepEqual(await fileBytes({ platform, court }, fileId), text)
})

test('a file does not open in another court, nor under another name', async (t) => {
  const platform = await trialCourts(t)
  const fileId = await keep(platform, text)
  await assert.rejects(fileBytes({ platform, court: otherCourt }, fileId))
  const other = await keep(platform, Buffer.from('another'))
  const paths = filesOnDisk(platform)
  const [mine = '', theirs = ''] = [fileId, other].map((id) => paths.find((path) => path.endsWith(id)))
  writeFileSync(theirs, readFileSync(mine))
  await assert.rejects(fileBytes({ platform, court }, other))
})

test('an empty file is a file', async (t) => {
  const platform = await trialCourts(t)
  const fileId = await keep(platform, Buffer.alloc(0))
  assert.equal((await fileBytes({ platform, court }, fileId)).length, 0)
})
