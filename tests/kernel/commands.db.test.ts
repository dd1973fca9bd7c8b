import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import { isRefusal } from '#kernel/problem.ts'
import { asOwner, claimInput, court, done, opened, person, refused, trialCourts } from './court.ts'
import { unluckyFen } from './room/capability.ts'

const count = async (platform: Parameters<typeof asOwner>[0], table: string): Promise<number> =>
  (await asOwner<{ n: number }>(platform, `select count(*)::int as n from ${table}`))[0]?.n ?? 0

test('a repeated call gets the first answer and is done once', async (t) => {
  const platform = await trialCourts(t)
  const call = { command: 'trial.open-claim', input: claimInput(), idempotencyKey: 'key-0001' }
  const first = done(await execute(platform, person(), call))
  assert.deepEqual(await execute(platform, person(), call), first)
  assert.deepEqual(first.answer, { number: 1 })
  assert.equal(await count(platform, 'trial_claim'), 1)
  assert.equal(await count(platform, 'kernel_journal'), 1)
})

test('a key used with other input is refused, and another person may use the same key', async (t) => {
  const platform = await trialCourts(t)
  const call = { command: 'trial.open-claim', input: claimInput(), idempotencyKey: 'key-0001' }
  done(await execute(platform, person(), call))
  const other = await execute(platform, person(), { ...call, input: claimInput() })
  assert.equal(refused(other).type, '/problems/kernel/idempotency-key-reused')
  const older = await execute(platform, person(), { ...call, expectedVersion: 3 })
  assert.equal(refused(older).type, '/problems/kernel/idempotency-key-reused')
  done(await execute(platform, person({ id: 'ben' }), { ...call, input: claimInput() }))
})

test('a double click sent eight times at once runs once and gives everybody the same answer', async (t) => {
  const platform = await trialCourts(t)
  const call = { command: 'trial.open-claim', input: claimInput(), idempotencyKey: 'double-click' }
  const replies = await Promise.all(Array.from({ length: 8 }, () => execute(platform, person(), call)))
  const [first] = replies
  for (const reply of replies) assert.deepEqual(reply, first)
  assert.ok(!isRefusal(first))
  assert.equal(await count(platform, 'trial_claim'), 1)
  assert.equal(await count(platform, 'kernel_journal'), 1)
})

test('a double click on a record runs once although both clicks saw the same version', async (t) => {
  const platform = await trialCourts(t)
  const claimId = await opened(platform)
  const call = {
    command: 'trial.raise-claim',
    input: { claimId, amountFen: '20000' },
    idempotencyKey: 'raise-once',
    expectedVersion: 1,
  }
  const replies = await Promise.all(Array.from({ length: 6 }, () => execute(platform, person(), call)))
  for (const reply of replies) assert.deepEqual(reply, done(reply))
  assert.equal(new Set(replies.map((reply) => JSON.stringify(reply))).size, 1)
})

test('of two people who saw the same version the second is told and nothing of his is kept', async (t) => {
  const platform = await trialCourts(t)
  const claimId = await opened(platform)
  const raise = (to: string) =>
    execute(platform, person(), { command: 'trial.raise-claim', input: { claimId, amountFen: to }, expectedVersion: 1 })
  const outcomes = await Promise.all([raise('20000'), raise('30000')])
  const stale = outcomes.filter(isRefusal)
  assert.equal(stale.length, 1)
  assert.equal(stale[0]?.problem.type, '/problems/kernel/stale-version')
  assert.deepEqual(stale[0]?.problem.parameters, { expected: 1, current: 2 })
  assert.equal(await count(platform, 'trial_note'), 1)
})

test('a gate refuses with rule and reason, and the menu says the same without being asked to act', async (t) => {
  const platform = await trialCourts(t)
  const claimId = await opened(platform)
  done(await execute(platform, person(), { command: 'trial.close-claim', input: { claimId } }))
  const problem = refused(
    await execute(platform, person(), { command: 'trial.raise-claim', input: { claimId, amountFen: '20000' } }),
  )
  assert.equal(problem.rule, 'trial.closed-stays')
  const menu = await inTransaction(platform, person(), async (tx) => {
    const occasion = await occasionFor(tx, person())
    const offer = (name: string) => platform.registry.commands.get(name)?.offer(tx, claimId, occasion)
    return [await offer('trial.raise-claim'), await offer('trial.close-claim')]
  })
  assert.deepEqual(
    menu.map((offer) => (isRefusal(offer) ? offer.problem : offer)),
    [problem, null],
  )
})

test('one answer names every bad field at once', async (t) => {
  const platform = await trialCourts(t)
  const problem = refused(
    await execute(platform, person(), {
      command: 'trial.open-claim',
      input: { claimId: 'x', title: '', amountFen: '1.5', filedOn: '2025-02-30', more: 1 },
    }),
  )
  assert.equal(problem.status, 422)
  assert.deepEqual(problem.pointers?.map(({ pointer }) => pointer).toSorted(), [
    '',
    '/amountFen',
    '/claimId',
    '/filedOn',
    '/handlerId',
    '/title',
  ])
  for (const { detail } of problem.pointers ?? []) assert.match(detail, /[\u4e00-\u9fff]/)
})

test('the last referee is the database, and the command says what its constraint means', async (t) => {
  const platform = await trialCourts(t)
  await opened(platform, { title: '同名' })
  const again = await execute(platform, person(), { command: 'trial.open-claim', input: claimInput({ title: '同名' }) })
  assert.equal(refused(again).type, '/problems/trial/title-taken')
  const broken = await execute(platform, person(), {
    command: 'trial.open-claim',
    input: claimInput({ amountFen: '-1' }),
  })
  assert.equal(refused(broken).type, '/problems/kernel/constraint')
  assert.equal(await count(platform, 'kernel_journal'), 1)
})

test('a record outside the scope is refused, inside it is not', async (t) => {
  const platform = await trialCourts(t)
  const claimId = await opened(platform, { handlerId: 'ben', teamId: 'team-1', unit: 'bank' })
  const raise = (actor: Parameters<typeof execute>[1], to: string) =>
    execute(platform, actor, { command: 'trial.raise-claim', input: { claimId, amountFen: to } })
  const outside = [
    person({ id: 'anna', scope: 'own' }),
    person({ id: 'anna', scope: 'team', teams: ['team-2'] }),
    person({ id: 'ben', scope: 'self' }),
    person({ id: 'carl', scope: 'unit', unit: 'police' }),
  ]
  for (const actor of outside) assert.equal(refused(await raise(actor, '90000')).type, '/problems/kernel/outside-scope')
  done(await raise(person({ id: 'ben', scope: 'own' }), '20000'))
  done(await raise(person({ id: 'anna', scope: 'team', teams: ['team-1'] }), '30000'))
  const helpless = person({ grants: [] })
  assert.equal(refused(await raise(helpless, '90000')).type, '/problems/kernel/not-permitted')
  const stranger = person({ kind: 'anonymous', grants: [] })
  assert.equal(refused(await raise(stranger, '90000')).status, 401)
})

test('who makes a record needs the permission on the whole court', async (t) => {
  const platform = await trialCourts(t)
  const actor = person({ grants: [{ permission: 'trial.open', scope: 'own' }] })
  const outcome = await execute(platform, actor, { command: 'trial.open-claim', input: claimInput() })
  assert.equal(refused(outcome).type, '/problems/kernel/outside-scope')
})

test('a sensitive act asks again for the password after ten minutes', async (t) => {
  const platform = await trialCourts(t)
  const claimId = await opened(platform)
  const proved = (minutes: number) => person({ provedAt: platform.clock().subtract({ minutes }) })
  const close = (actor: Parameters<typeof execute>[1]) =>
    execute(platform, actor, { command: 'trial.close-claim', input: { claimId } })
  assert.equal(refused(await close(proved(11))).type, '/problems/kernel/prove-again')
  assert.equal(refused(await close(person({ provedAt: null }))).type, '/problems/kernel/prove-again')
  done(await close(proved(9)))
})

test('what follows from a fact is saved and journalled in the same transaction, or not at all', async (t) => {
  const platform = await trialCourts(t)
  const claimId = await opened(platform)
  const raise = (to: bigint) =>
    execute(platform, person(), { command: 'trial.raise-claim', input: { claimId, amountFen: String(to) } })
  await opened(platform)
  const reply = done(await raise(20_000n))
  assert.equal(reply.seq, '3')
  const entries = await asOwner<{ seq: string; type: string; command: string }>(
    platform,
    'select seq, type, command from kernel_journal order by seq',
  )
  assert.deepEqual(entries.slice(2), [
    { seq: '3', type: 'trial.claim-raised', command: 'trial.raise-claim' },
    { seq: '4', type: 'trial.rise-noted', command: 'trial.raise-claim' },
  ])
  const low = await opened(platform, { amountFen: '1' })
  const unlucky = { claimId: low, amountFen: String(unluckyFen) }
  await assert.rejects(execute(platform, person(), { command: 'trial.raise-claim', input: unlucky }), /reaction broke/)
  assert.equal(await count(platform, 'trial_note'), 1)
  assert.equal(await count(platform, 'kernel_journal'), 5)
})

test('a claim that does not exist, a command that does not exist and a claim of another court are one and the same', async (t) => {
  const platform = await trialCourts(t)
  const claimId = await opened(platform)
  const raise = (id: string, code = court) =>
    execute(platform, person({ court: code }), {
      command: 'trial.raise-claim',
      input: { claimId: id, amountFen: '20000' },
    })
  const absent = refused(await raise(randomUUID()))
  assert.equal(absent.status, 404)
  assert.deepEqual(refused(await raise(claimId, '川1124')), absent)
  assert.equal(refused(await execute(platform, person(), { command: 'trial.nothing', input: {} })).status, 404)
})

test('a value the database cannot hold is refused, not a fault', async (t) => {
  const platform = await trialCourts(t)
  for (const changes of [{ filedOn: '0000-01-01' }, { title: 'a\u0000b' }]) {
    const outcome = await execute(platform, person(), { command: 'trial.open-claim', input: claimInput(changes) })
    assert.equal(refused(outcome).status, 422)
  }
  assert.equal(await count(platform, 'kernel_number'), 0)
})
