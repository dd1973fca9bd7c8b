import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { anonymous } from '#kernel/occasion.ts'
import type { Platform } from '#kernel/platform.ts'
import { testPlatform } from '#kernel/testing/platform.ts'
import { isRefusal } from '#kernel/problem.ts'
import { distrustSessionsOf, identity, identityDoor, seedDemoPeople } from './index.ts'

const court = '川1123'
const nobody = anonymous(court)

async function demoCourt(t: TestContext) {
  const platform = await testPlatform(t, [identity], { court })
  const logins = await seedDemoPeople(platform, court)
  const login = (loginName: string) => {
    const found = logins.find((l) => l.loginName === loginName)
    assert.ok(found)
    return found
  }
  return { platform, login }
}

const signIn = (platform: Platform, loginName: string, password: string) =>
  execute(platform, nobody, { command: 'identity.sign-in', input: { loginName, password } })

async function tokenOf(platform: Platform, loginName: string, password: string): Promise<string> {
  const reply = await signIn(platform, loginName, password)
  assert.ok(!isRefusal(reply), JSON.stringify(reply))
  return String(reply.answer?.['sessionToken'])
}

function problemOf(outcome: unknown) {
  assert.ok(isRefusal(outcome), 'should have been refused')
  return outcome.problem
}

test('whoever signs in acts in the name of the posts held on the court’s day', async (t) => {
  const { platform, login } = await demoCourt(t)
  const clerk = login('shujiyuan')
  const token = await tokenOf(platform, 'Shujiyuan', clerk.password)
  const actor = await identityDoor.actorFor(platform, court, token)
  assert.equal(actor?.id, clerk.staffId)
  assert.deepEqual(actor?.posts, ['书记员', '立案衔接岗'])
  assert.equal(actor?.teams.length, 1)
  assert.ok(actor?.grants.some(({ permission }) => permission === 'identity.self'))
  assert.equal(await identityDoor.actorFor(platform, court, `${token}x`), null)
})

test('five wrong passwords in a row shut the name for fifteen minutes, the right one included', async (t) => {
  const { platform, login } = await demoCourt(t)
  const { password } = login('faguan')
  const words = []
  for (let i = 0; i < 5; i += 1) words.push(problemOf(await signIn(platform, 'faguan', 'wrong')).detail.zh)
  assert.deepEqual(words, [
    '用户名或密码不对，还可试4次。',
    '用户名或密码不对，还可试3次。',
    '用户名或密码不对，还可试2次。',
    '用户名或密码不对，还可试1次。',
    '连续输错5次，账户锁定至 09:15。急用请找安全管理员 罗某某。',
  ])
  assert.equal(problemOf(await signIn(platform, 'faguan', password)).status, 423)
  platform.forward({ minutes: 16 })
  assert.ok(!isRefusal(await signIn(platform, 'faguan', password)))
})

test('an unknown name is answered in the same words, count and lock as a known one', async (t) => {
  const { platform } = await demoCourt(t)
  for (let i = 0; i < 6; i += 1) {
    const known = problemOf(await signIn(platform, 'faguan', 'wrong'))
    const unknown = problemOf(await signIn(platform, 'nobody-here', 'wrong'))
    assert.deepEqual(unknown, known)
  }
})

test('twenty wrong tries at the same time are not more than five', async (t) => {
  const { platform, login } = await demoCourt(t)
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, i) => signIn(platform, 'ankuan', `wrong ${i}`)))
  const tried = outcomes.map(problemOf).filter(({ type }) => type !== '/problems/identity/too-many-at-once')
  const wrong = tried.filter(({ type }) => type === '/problems/identity/wrong-credentials')
  assert.ok(wrong.length <= 4)
  assert.ok(tried.length >= 5)
  assert.equal(
    problemOf(await signIn(platform, 'ankuan', login('ankuan').password)).status,
    tried.length > 4 ? 423 : 401,
  )
})

test('a session that was signed out opens nothing at once', async (t) => {
  const { platform, login } = await demoCourt(t)
  const token = await tokenOf(platform, 'juzhang', login('juzhang').password)
  const actor = await identityDoor.actorFor(platform, court, token)
  assert.ok(actor)
  const out = await execute(platform, actor, { command: 'identity.sign-out', input: {}, idempotencyKey: 'out-000001' })
  assert.ok(!isRefusal(out))
  assert.equal(await identityDoor.actorFor(platform, court, token), null)
})

test('a session ends after thirty minutes without a call, and after twelve hours in any case', async (t) => {
  const { platform, login } = await demoCourt(t)
  const { password } = login('ducha')
  const idle = await tokenOf(platform, 'ducha', password)
  platform.forward({ minutes: 31 })
  assert.equal(await identityDoor.actorFor(platform, court, idle), null)
  const busy = await tokenOf(platform, 'ducha', password)
  const minutes = []
  for (let minute = 0; minute <= 730; minute += 10) {
    distrustSessionsOf('everyone')
    if (await identityDoor.actorFor(platform, court, busy)) minutes.push(minute)
    platform.forward({ minutes: 10 })
  }
  assert.equal(minutes.at(-1), 720)
})

test('no password, hash or token is in the journal', async (t) => {
  const { platform, login } = await demoCourt(t)
  const token = await tokenOf(platform, 'lian', login('lian').password)
  const texts = await inTransaction(platform, { court, unit: null }, (tx) =>
    tx.db.selectFrom('kernel_journal').select('text').execute(),
  )
  const all = texts.map(({ text }) => text).join('\n')
  assert.match(all, /identity\.signed-in/)
  for (const secret of ['argon2', login('lian').password, token]) assert.ok(!all.includes(secret))
})

test('a session narrowed to one post has the rights of that post alone, until all are taken up again', async (t) => {
  const { platform, login } = await demoCourt(t)
  const { staffId, password } = login('bangongshi')
  await inTransaction(platform, { court, unit: null }, ({ client }) =>
    client.query(
      `insert into identity_holding (holding_id, staff_id, post_id, from_on) values (gen_random_uuid(), $1, 'director', '2020-01-01')`,
      [staffId],
    ),
  )
  const token = await tokenOf(platform, 'bangongshi', password)
  const actor = async () => {
    distrustSessionsOf('everyone')
    const found = await identityDoor.actorFor(platform, court, token)
    assert.ok(found)
    return found
  }
  const all = await actor()
  const leads = ({ grants }: typeof all) => grants.some(({ permission }) => permission === 'identity.manage-teams')
  assert.equal(all.posts.length, 3)
  assert.ok(leads(all))
  const choose = async (postId: string | null) =>
    execute(platform, await actor(), { command: 'identity.choose-post', input: { postId } })
  assert.ok(!isRefusal(await choose('P15')))
  const narrowed = await actor()
  assert.equal(narrowed.posts.length, 1)
  assert.ok(!leads(narrowed))
  assert.equal(problemOf(await choose('P02')).type, '/problems/identity/post-not-held')
  assert.ok(!leads(await actor()))
  assert.ok(!isRefusal(await choose(null)))
  assert.deepEqual((await actor()).grants, all.grants)
})
