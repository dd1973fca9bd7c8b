import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { identity, actorOf, seedDemoPeople } from '#capabilities/identity'
import { operations, prepareCourt } from '#capabilities/operations'
import { openClient } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/occasion.ts'
import { ask, type Page } from '#kernel/pipeline/ask.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { appendToJournal, execute } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { isRefusal } from '#kernel/problem.ts'
import { testPlatform } from '#kernel/testing/platform.ts'
import type { Entry, VerifiedPart } from '../../src/capabilities/audit/contract.ts'
import { audit, verifyCourt } from '#capabilities/audit'
import { sealDaily } from '../../src/capabilities/audit/jobs/seal-daily.ts'

const court = '川1123'

async function demoCourt(t: TestContext) {
  const platform = await testPlatform(t, [operations, identity, audit], { court })
  await prepareCourt(platform, court)
  const logins = await seedDemoPeople(platform, court)
  const actorFor = async (loginName: string): Promise<Actor> => {
    const actor = await actorOf(platform, court, logins.find((l) => l.loginName === loginName)?.staffId ?? '')
    assert.ok(actor)
    return actor
  }
  const auditor = await actorFor('shenji')
  const query = async <T>(name: string, input: unknown = {}): Promise<T> => {
    const found = await ask(platform, auditor, { query: `audit.${name}`, input })
    assert.ok(!isRefusal(found), JSON.stringify(found))
    return found as T
  }
  return { platform, actorFor, auditor, query }
}

/** What somebody with the database password could do: the trigger away, a row changed, the trigger back. */
async function tamper({ url }: Platform, sql: string): Promise<void> {
  const owner = await openClient(url)
  await owner.query('alter table kernel_journal disable trigger kernel_journal_append_only')
  await owner.query(sql)
  await owner.query('alter table kernel_journal enable trigger kernel_journal_append_only')
  await owner.end()
}

const save = (platform: Platform, actor: Actor, name: string) =>
  execute(platform, actor, {
    command: 'operations.save-view',
    input: { query: 'identity.colleagues', name, sharedWith: 'self', input: {} },
    idempotencyKey: `audit-test-${name}`,
  })

test('an entry says who, in which post, did what, when and to what', async (t) => {
  const { platform, actorFor, query } = await demoCourt(t)
  assert.ok(!isRefusal(await save(platform, await actorFor('faguan'), '我的同事')))
  const { rows } = await query<Page>('journal', { command: 'operations.save-view' })
  assert.equal(rows.length, 1)
  const { actor, posts, act, change, recordedAt, subject } = rows[0] ?? {}
  assert.deepEqual(
    { actor, posts, act, change, recordedAt },
    {
      actor: '王某某',
      posts: '执行法官、繁案与执破融合岗',
      act: '保存视图',
      change: '我的同事',
      recordedAt: '2025-01-06T01:00:00Z',
    },
  )
  const byObject = await query<Page>('journal', { subject })
  assert.equal(byObject.rows.length, 1)
})

test('the trail narrows by person, act and day, and pages by number', async (t) => {
  const { platform, actorFor, query, auditor } = await demoCourt(t)
  const judge = await actorFor('faguan')
  for (const name of ['一', '二', '三']) await save(platform, judge, name)
  platform.forward({ hours: 24 })
  await save(platform, judge, '四')
  const count = async (input: object) => (await query<Page>('journal', input)).rows.length
  assert.equal(await count({ actorId: judge.id }), 4)
  assert.equal(await count({ actorId: judge.id, to: '2025-01-06' }), 3)
  assert.equal(await count({ actorId: judge.id, from: '2025-01-07' }), 1)
  const question = { query: 'audit.journal', input: { actorId: judge.id }, limit: 3 }
  const first = (await ask(platform, auditor, question)) as Page
  const second = (await ask(platform, auditor, { ...question, after: first.next ?? '' })) as Page
  assert.deepEqual(
    [...first.rows, ...second.rows].map((row) => row['change']),
    ['四', '三', '二', '一'],
  )
})

test('an entry opens with its neighbours and shows whether it holds', async (t) => {
  const { platform, actorFor, query } = await demoCourt(t)
  const reply = await save(platform, await actorFor('faguan'), '我的同事')
  assert.ok(!isRefusal(reply))
  const entry = await query<Entry>('entry', { seq: reply.seq })
  assert.equal(entry.holds, true)
  assert.equal(entry.before?.seq, String(Number(reply.seq) - 1))
  assert.equal(entry.after, null)
  await tamper(
    platform,
    `update kernel_journal set text = replace(text, '我的同事', '他的同事') where seq = ${reply.seq}`,
  )
  assert.equal((await query<Entry>('entry', { seq: reply.seq })).holds, false)
})

test('a value that no database can hold neither hides the trail nor stops its verification', async (t) => {
  const { platform, actorFor, query } = await demoCourt(t)
  const strange = 'a\u0000b\ud800c\\u0000'
  const seq = await inTransaction(platform, { court, unit: null }, async (tx) => {
    const fact = { type: 'trial.strange', strange }
    const occasion = await occasionFor(tx, await actorFor('shenji'))
    return appendToJournal(tx, 'trial.strange', [{ fact, subjects: ['trial:1'] }], occasion, new Set())
  })
  const { rows } = await query<Page>('journal')
  assert.equal(rows[0]?.['seq'], seq)
  assert.equal((await query<VerifiedPart>('verify-part', { after: '0' })).broken, null)
  assert.equal((await query<Entry>('entry', { seq })).holds, true)
})

test('a changed entry is found and named, by the page and by the command line', async (t) => {
  const { platform, query } = await demoCourt(t)
  const whole = await query<VerifiedPart>('verify-part', { after: '0' })
  assert.deepEqual([whole.done, whole.broken, whole.upTo], [true, null, whole.head])
  assert.equal((await verifyCourt(platform, court)).ok, true)
  await tamper(platform, `update kernel_journal set actor_id = 'someone' where seq = 4`)
  const part = await query<VerifiedPart>('verify-part', { after: '0' })
  assert.deepEqual([part.broken?.seq, part.broken?.why], ['4', '列与正文不符'])
  const report = await verifyCourt(platform, court)
  assert.equal(report.ok, false)
  assert.match(report.sentence, /^断在第4条（列与正文不符）/)
})

test('a missing entry and a cut-off end are found', async (t) => {
  const { platform, query } = await demoCourt(t)
  const { head } = await query<VerifiedPart>('verify-part', { after: '0' })
  await tamper(
    platform,
    `delete from kernel_subject where seq = ${head}; delete from kernel_journal where seq = ${head}`,
  )
  assert.equal((await query<VerifiedPart>('verify-part', { after: '0' })).broken?.why, '末条与链头不符')
  await tamper(platform, 'delete from kernel_subject where seq = 3; delete from kernel_journal where seq = 3')
  assert.equal((await query<VerifiedPart>('verify-part', { after: '0' })).broken?.why, '缺号')
})

test('a part that begins in the middle finds what a whole pass finds', async (t) => {
  const { platform, query } = await demoCourt(t)
  assert.equal((await query<VerifiedPart>('verify-part', { after: '5' })).broken, null)
  await tamper(platform, `update kernel_journal set text = replace(text, '"seq":6', '"seq": 6') where seq = 6`)
  assert.equal((await query<VerifiedPart>('verify-part', { after: '5' })).broken?.seq, '6')
})

test('the head is signed once a day, and rewriting the journal afterwards contradicts the seal', async (t) => {
  const { platform, auditor } = await demoCourt(t)
  const seal = () => execute(platform, auditor, { command: 'audit.seal-head', input: {} })
  assert.ok(!isRefusal(await seal()))
  const again = await seal()
  assert.ok(isRefusal(again))
  assert.equal(again.problem.type, '/problems/audit/sealed-today')
  platform.forward({ hours: 24 })
  await sealDaily.run(platform, court, {})
  const report = await verifyCourt(platform, court)
  assert.deepEqual(
    report.seals.map(({ day, judgement }) => [day, judgement]),
    [
      ['2025-01-06', 'good'],
      ['2025-01-07', 'good'],
    ],
  )
  // A forger who recomputes the whole chain leaves no broken link, but cannot sign the old head again.
  await tamper(platform, `update kernel_chain_seal set hash = sha256('other') where day = '2025-01-06'`)
  const forged = await verifyCourt(platform, court)
  assert.deepEqual([forged.ok, forged.seals[0]?.judgement], [false, 'forged'])
  assert.match(forged.sentence, /2025-01-06 的链摘要签名不符/)
})

test('a broken chain is never sealed', async (t) => {
  const { platform, auditor } = await demoCourt(t)
  await tamper(platform, `update kernel_journal set hash = sha256('x') where seq = 2`)
  const refused = await execute(platform, auditor, { command: 'audit.seal-head', input: {} })
  assert.ok(isRefusal(refused))
  assert.equal(refused.problem.type, '/problems/audit/chain-broken')
  await assert.rejects(sealDaily.run(platform, court, {}), /断在第2条/)
})
