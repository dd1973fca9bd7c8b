import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import type { Platform } from '#kernel/platform.ts'
import { asOwner, chainOf, claimInput, court, done, opened, otherCourt, person, trialCourts } from './court.ts'

/** Changes the journal as only somebody who owns the database can: past the trigger. */
const tamper = (platform: Platform, sql: string) => asOwner(platform, `set session_replication_role = replica; ${sql}`)

test('eight writers at once leave a chain without a gap, in which every entry follows the one before', async (t) => {
  const platform = await trialCourts(t, { connections: 8 })
  const write = async (): Promise<void> => {
    for (let i = 0; i < 25; i++) await opened(platform)
  }
  await Promise.all(Array.from({ length: 8 }, write))
  const report = await chainOf(platform)
  assert.equal(report.broken, null)
  assert.equal(report.entries, 200)
  assert.equal(report.head?.seq, '200')
  const rows = await asOwner<{ seq: string }>(platform, 'select seq from kernel_journal order by seq')
  assert.deepEqual(
    rows.map(({ seq }) => Number(seq)),
    Array.from({ length: 200 }, (_, i) => i + 1),
  )
})

test('an act that is refused or breaks takes no number', async (t) => {
  const platform = await trialCourts(t)
  await opened(platform, { title: '甲' })
  await execute(platform, person(), { command: 'trial.open-claim', input: claimInput({ title: '甲' }) })
  const claimId = await opened(platform, { amountFen: '1' })
  const unlucky = { command: 'trial.raise-claim', input: { claimId, amountFen: '1313' } }
  await assert.rejects(execute(platform, person(), unlucky))
  assert.deepEqual(await chainOf(platform).then(({ entries, broken }) => ({ entries, broken })), {
    entries: 2,
    broken: null,
  })
})

test('a court of no entries and a court that does not exist have whole chains', async (t) => {
  const platform = await trialCourts(t)
  assert.deepEqual(await chainOf(platform).then(({ entries, broken }) => [entries, broken]), [0, null])
  assert.deepEqual(await chainOf(platform, '川9999').then(({ entries, broken }) => [entries, broken]), [0, null])
})

const wounds: readonly { readonly name: string; readonly sql: string; readonly seq: string; readonly why: string }[] = [
  {
    name: 'a sum changed in the text',
    sql: `update kernel_journal set text = replace(text, '"10000"', '"90000"') where seq = 3`,
    seq: '3',
    why: '内容与哈希不符',
  },
  {
    name: 'a text changed together with its hash',
    sql: `update kernel_journal set text = replace(text, '"10000"', '"90000"'),
          hash = sha256(convert_to(replace(text, '"10000"', '"90000"'), 'UTF8')) where seq = 3`,
    seq: '4',
    why: '与前一条不相连',
  },
  { name: 'an entry taken out', sql: 'delete from kernel_journal where seq = 3', seq: '4', why: '缺号' },
  { name: 'the first entry taken out', sql: 'delete from kernel_journal where seq = 1', seq: '2', why: '缺号' },
  {
    name: 'another person named',
    sql: `update kernel_journal set actor_id = 'ben' where seq = 2`,
    seq: '2',
    why: '列与正文不符',
  },
  {
    name: 'another day',
    sql: `update kernel_journal set occurred_on = '2025-02-01' where seq = 4`,
    seq: '4',
    why: '列与正文不符',
  },
  {
    name: 'another moment',
    sql: `update kernel_journal set recorded_at = recorded_at + interval '1 second' where seq = 4`,
    seq: '4',
    why: '列与正文不符',
  },
  {
    name: 'another kind of fact',
    sql: `update kernel_journal set type = 'trial.other' where seq = 5`,
    seq: '5',
    why: '列与正文不符',
  },
  {
    name: 'another record',
    sql: `update kernel_journal set stream = 'claim:0' where seq = 5`,
    seq: '5',
    why: '列与正文不符',
  },
  { name: 'the last entry cut off', sql: 'delete from kernel_journal where seq = 5', seq: '4', why: '末条与链头不符' },
  { name: 'a head moved back', sql: 'update kernel_chain set seq = 4', seq: '5', why: '末条与链头不符' },
]

/** The chain looked at two entries at a time, as a page does that shows how far it has come. */
async function brokenByParts(platform: Platform) {
  for (let after = '0'; ;) {
    const { upTo, done, broken } = await chainOf(platform, court, { after, limit: 2 })
    if (done) return broken
    after = upTo
  }
}

test('whatever is done to the journal behind its back is found and named', async (t) => {
  for (const { name, sql, seq, why } of wounds) {
    await t.test(name, async (inner) => {
      const platform = await trialCourts(inner)
      for (let i = 0; i < 5; i++) await opened(platform)
      assert.equal((await chainOf(platform)).broken, null)
      assert.equal(await brokenByParts(platform), null)
      await tamper(platform, sql)
      const { broken } = await chainOf(platform)
      assert.deepEqual([broken?.seq, broken?.why], [seq, why])
      assert.notEqual(broken?.expected, broken?.found)
      assert.deepEqual(await brokenByParts(platform), broken)
    })
  }
})

test('the journal cannot be changed, emptied or cut, by the program or by the owner', async (t) => {
  const platform = await trialCourts(t)
  await opened(platform)
  for (const sql of [
    "update kernel_journal set type = 'x'",
    'delete from kernel_journal',
    'truncate kernel_journal cascade',
  ]) {
    await assert.rejects(asOwner(platform, sql), /append-only/)
  }
  const program = (sql: string) => inTransaction(platform, person(), (tx) => tx.client.query(sql))
  for (const sql of [
    "update kernel_journal set type = 'x'",
    'delete from kernel_journal',
    'delete from kernel_subject',
    'delete from kernel_chain_seal',
    'delete from kernel_court',
  ]) {
    await assert.rejects(program(sql), /permission denied|append-only/)
  }
})

test('an entry tells who did what to which record, on which day and when it was recorded', async (t) => {
  const now = Temporal.Instant.from('2025-01-06T01:02:03.456Z')
  const platform = await trialCourts(t, { clock: () => now })
  const input = claimInput({ filedOn: '2024-12-30', idNumber: '990012199001011234' })
  done(await execute(platform, person({ id: 'anna' }), { command: 'trial.open-claim', input }))
  const [entry] = await asOwner<{ text: string; recorded_at: string; occurred_on: string; stream: string }>(
    platform,
    'select text, recorded_at, occurred_on, stream from kernel_journal',
  )
  const told = JSON.parse(entry?.text ?? '{}')
  assert.equal(told.seq, 1)
  assert.equal(told.previous, '0'.repeat(64))
  assert.equal(told.actor, 'anna')
  assert.deepEqual(told.subjects, [`claim:${input.claimId}`])
  assert.equal(told.fact.amountFen, '10000')
  assert.equal(entry?.occurred_on, '2024-12-30')
  assert.equal(entry?.recorded_at, '2025-01-06T01:02:03.456Z')
  assert.equal(entry?.stream, `claim:${input.claimId}`)
})

test('personal data stands in the journal sealed for its person, and only the right key opens it', async (t) => {
  const platform = await trialCourts(t)
  const input = claimInput({ idNumber: '990012199001011234' })
  done(await execute(platform, person(), { command: 'trial.open-claim', input }))
  const [entry] = await asOwner<{ text: string }>(platform, 'select text from kernel_journal')
  assert.ok(!entry?.text.includes('990012199001011234'))
  const sealed = JSON.parse(entry?.text ?? '{}').fact.creditor.idNumber
  assert.equal(platform.cipher.open(court, `journal:${input.claimId}`, sealed), '990012199001011234')
  assert.throws(() => platform.cipher.open(court, 'journal:somebody-else', sealed))
})

test('each court has a chain of its own', async (t) => {
  const platform = await trialCourts(t)
  await opened(platform)
  await opened(platform)
  await opened(platform, {}, person({ court: otherCourt }))
  assert.equal((await chainOf(platform)).head?.seq, '2')
  assert.equal((await chainOf(platform, otherCourt)).head?.seq, '1')
})
