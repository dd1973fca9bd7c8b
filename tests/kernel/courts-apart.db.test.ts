import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import { ask, type Page } from '#kernel/pipeline/ask.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { claimInput, court, done, opened, otherCourt, person, refused, trialCourts } from './court.ts'

test('the rows of another court are not there, whatever is asked', async (t) => {
  const platform = await trialCourts(t)
  await opened(platform, { title: '本院' })
  await opened(platform, { title: '他院' }, person({ court: otherCourt }))
  const page = (await ask(platform, person(), { query: 'trial.claims', input: {}, total: true })) as Page
  assert.deepEqual(
    page.rows.map(({ title }) => title),
    ['本院'],
  )
  assert.equal(page.total, 1)
  const seen = await inTransaction(platform, person(), async (tx) => {
    const tables = ['trial_claim', 'kernel_journal', 'kernel_subject', 'kernel_chain', 'kernel_number']
    const counts: number[] = []
    for (const table of tables) {
      const asked = `select count(*)::int as n from ${table} where court_id = $1`
      counts.push((await tx.client.query(asked, [otherCourt])).rows[0]?.n)
    }
    return counts
  })
  assert.deepEqual(seen, [0, 0, 0, 0, 0])
})

test('a row cannot be written into another court', async (t) => {
  const platform = await trialCourts(t)
  await assert.rejects(
    inTransaction(platform, person(), (tx) =>
      tx.client.query("insert into kernel_number (court_id, series, year, last) values ($1, 'x', 2025, 1)", [
        otherCourt,
      ]),
    ),
    /row-level security/,
  )
})

test('without a court there are no rows and nothing can be written', async (t) => {
  const platform = await trialCourts(t)
  await opened(platform)
  const { rows } = await platform.pool.query('select count(*)::int as n from trial_claim')
  assert.equal(rows[0]?.n, 0)
  await assert.rejects(platform.pool.query("insert into kernel_number (series, year, last) values ('x', 2025, 1)"))
})

test('a connection that served one court serves the next without a trace of the first', async (t) => {
  const platform = await trialCourts(t, { connections: 1 })
  await opened(platform)
  for (const [code, count] of [
    [court, 1],
    [otherCourt, 0],
    [court, 1],
  ] as const) {
    const answer = await ask(platform, person({ court: code }), { query: 'trial.count', input: {} })
    assert.deepEqual(answer, { count })
  }
})

test('sixteen callers of two courts at once never see or change a row of the other', async (t) => {
  const platform = await trialCourts(t, { connections: 6 })
  const mine = await opened(platform)
  const theirs = await opened(platform, {}, person({ court: otherCourt }))
  const caller = async (code: string, own: string, foreign: string): Promise<void> => {
    for (let i = 0; i < 15; i++) {
      const actor = person({ court: code })
      const raise = { command: 'trial.raise-claim', input: { claimId: foreign, amountFen: '99999999' } }
      assert.equal(refused(await execute(platform, actor, raise)).status, 404)
      assert.equal(
        refused(await ask(platform, actor, { query: 'trial.claim', input: { claimId: foreign } })).status,
        404,
      )
      done(await execute(platform, actor, { command: 'trial.open-claim', input: claimInput() }))
      const page = (await ask(platform, actor, { query: 'trial.claims', input: {} })) as Page
      assert.ok(page.rows.some(({ claimId }) => claimId === own))
      assert.ok(page.rows.every(({ claimId }) => claimId !== foreign))
    }
  }
  await Promise.all(
    Array.from({ length: 16 }, (_, i) =>
      i % 2 === 0 ? caller(court, mine, theirs) : caller(otherCourt, theirs, mine),
    ),
  )
})

test('a question answers only the rows its scope reaches', async (t) => {
  const platform = await trialCourts(t)
  await opened(platform, { title: '甲', handlerId: 'anna', teamId: 'team-1' })
  await opened(platform, { title: '乙', handlerId: 'ben', teamId: 'team-1' })
  await opened(platform, { title: '丙', handlerId: 'ben', teamId: 'team-2' })
  const seen = async (actor: ReturnType<typeof person>) => {
    const page = (await ask(platform, actor, { query: 'trial.claims', input: {}, total: true })) as Page
    assert.equal(page.total, page.rows.length)
    return page.rows
      .map(({ title }) => String(title))
      .toSorted()
      .join('')
  }
  assert.equal(await seen(person({ scope: 'own' })), '甲')
  assert.equal(await seen(person({ scope: 'team', teams: ['team-1'] })), ['甲', '乙'].toSorted().join(''))
  assert.equal(await seen(person({ scope: 'team', teams: [] })), '')
  assert.equal(await seen(person({ scope: 'self' })), '')
  assert.equal((await seen(person())).length, 3)
  const both = [
    { permission: 'trial.read', scope: 'own' },
    { permission: 'trial.read', scope: 'team' },
  ] as const
  assert.equal((await seen(person({ id: 'anna', teams: ['team-2'], grants: both }))).length, 2)
  const count = await ask(platform, person({ scope: 'own' }), { query: 'trial.count', input: {} })
  assert.equal(refused(count).type, '/problems/kernel/not-permitted')
})
