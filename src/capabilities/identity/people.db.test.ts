import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { generateSync } from 'otplib/functional'
import { operations, prepareCourt, setting, settingValue, writeSettings } from '#capabilities/operations'
import { capability } from '#kernel/capability.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { anonymous, type Actor } from '#kernel/occasion.ts'
import { ask, type Page } from '#kernel/pipeline/ask.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import type { Platform } from '#kernel/platform.ts'
import { isRefusal } from '#kernel/problem.ts'
import { testPlatform } from '#kernel/testing/platform.ts'
import { label } from '#kernel/values/labels.ts'
import { demandSecondFactor } from './settings.ts'
import { createFirstAdministrator, identity, identityDoor, namesakes, seedDemoPeople, staffByName } from './index.ts'

const court = '川1123'
const today = '2025-01-06'

async function demoCourt(t: TestContext) {
  const platform = await testPlatform(t, [operations, identity, desk], { court })
  await prepareCourt(platform, court)
  const logins = await seedDemoPeople(platform, court)
  const idOf = (loginName: string) => logins.find((l) => l.loginName === loginName)?.staffId ?? ''
  const actorFor = async (loginName: string): Promise<Actor> => {
    const { password = '' } = logins.find((l) => l.loginName === loginName) ?? {}
    return (await signIn(platform, loginName, password)).actor
  }
  return { platform, idOf, actorFor, logins }
}

/** A room of casework, so that business rights exist. */
const desk = capability({
  name: 'desk',
  title: label('案头', 'Desk'),
  migrations: null,
  permissions: { 'desk.work': { title: label('办理', 'Work') } },
  roleGrants: [
    { role: 'judge', permission: 'desk.work', scope: 'own' },
    { role: 'money-officer', permission: 'desk.work', scope: 'court' },
  ],
})

async function signIn(platform: Platform, loginName: string, password: string, code?: string) {
  const reply = await execute(platform, anonymous(court), {
    command: 'identity.sign-in',
    input: { loginName, password, ...(code !== undefined && { code }) },
  })
  assert.ok(!isRefusal(reply), JSON.stringify(reply))
  const answer = reply.answer ?? {}
  const token = String(answer['sessionToken'])
  const actor = await identityDoor.actorFor(platform, court, token)
  assert.ok(actor)
  return { actor, answer, token }
}

let calls = 0
const give = (platform: Platform, actor: Actor, command: string, input: unknown) =>
  execute(platform, actor, { command: `identity.${command}`, input, idempotencyKey: `people-${calls++}-test` })

async function done(platform: Platform, actor: Actor, command: string, input: unknown) {
  const outcome = await give(platform, actor, command, input)
  assert.ok(!isRefusal(outcome), isRefusal(outcome) ? JSON.stringify(outcome.problem) : '')
  return outcome.answer ?? {}
}

async function refused(platform: Platform, actor: Actor, command: string, input: unknown): Promise<string> {
  const outcome = await give(platform, actor, command, input)
  assert.ok(isRefusal(outcome), 'should have been refused')
  return outcome.problem.type.replace('/problems/', '')
}

test('no two of the three administrators, and no administrator with casework, are one person', async (t) => {
  const { platform, actorFor, idOf } = await demoCourt(t)
  const security = await actorFor('anquan')
  const post = (login: string, postId: string) =>
    give(platform, security, 'give-post', { staffId: idOf(login), postId, fromOn: today })
  const pairs = [
    ['xitong', 'audit-administrator'],
    ['shenji', 'system-administrator'],
    ['xitong', 'clerk'],
    ['faguan', 'audit-administrator'],
    ['ducha', 'security-administrator'],
  ] as const
  for (const [login, postId] of pairs) {
    const outcome = await post(login, postId)
    assert.ok(isRefusal(outcome), `${login} ${postId}`)
    assert.equal(outcome.problem.type, '/problems/identity/posts-clash')
  }
  const clash = await post('shujiyuan', 'audit-administrator')
  assert.ok(isRefusal(clash))
  assert.match(clash.problem.detail.zh, /“审计管理员”与“书记员”不能由同一人担任/)
})

test('whoever claims and pays out money neither handles nor approves cases', async (t) => {
  const { platform, actorFor, idOf } = await demoCourt(t)
  const security = await actorFor('anquan')
  const give = (login: string, postId: string) =>
    refused(platform, security, 'give-post', { staffId: idOf(login), postId, fromOn: today })
  assert.equal(await give('ankuan', 'judge'), 'identity/posts-clash')
  assert.equal(await give('juzhang', 'P12'), 'identity/posts-clash')
})

test('posts that clash may follow one another, and may not share a day', async (t) => {
  const { platform, actorFor, idOf } = await demoCourt(t)
  const security = await actorFor('anquan')
  const { staffId } = await done(platform, await actorFor('xitong'), 'create-person', { name: '新来某' })
  const give = (postId: string, fromOn: string, untilOn?: string) => ({ staffId, postId, fromOn, untilOn })
  await done(platform, security, 'give-post', give('judge', '2025-01-01', '2025-01-31'))
  assert.equal(await refused(platform, security, 'give-post', give('P12', '2025-01-31')), 'identity/posts-clash')
  await done(platform, security, 'give-post', give('P12', '2025-02-01'))
  assert.ok(idOf('faguan'))
})

test('nobody gives a post to themselves', async (t) => {
  const { platform, actorFor, idOf } = await demoCourt(t)
  const security = await actorFor('anquan')
  assert.equal(
    await refused(platform, security, 'give-post', { staffId: idOf('anquan'), postId: 'clerk', fromOn: today }),
    'identity/not-yourself',
  )
})

test('standing in for somebody needs a written delegation and a last day, and shows in the post’s name', async (t) => {
  const { platform, actorFor, idOf, logins } = await demoCourt(t)
  const security = await actorFor('anquan')
  const post = { staffId: idOf('faguan'), postId: 'director', fromOn: today, inPlaceOf: idOf('juzhang') }
  assert.equal(await refused(platform, security, 'give-post', post), 'identity/warrant-missing')
  assert.equal(
    await refused(platform, security, 'give-post', { ...post, warrant: '川法委〔2025〕1号' }),
    'identity/warrant-missing',
  )
  await done(platform, security, 'give-post', { ...post, warrant: '川法委〔2025〕1号', untilOn: '2025-01-10' })
  const { actor } = await signIn(platform, 'faguan', logins.find((l) => l.loginName === 'faguan')?.password ?? '')
  assert.ok(actor.posts.includes('执行局局长（代 张某某）'))
})

test('a post gives its rights from its first day to its last', async (t) => {
  const { platform, actorFor, idOf, logins } = await demoCourt(t)
  const security = await actorFor('anquan')
  await done(platform, security, 'give-post', {
    staffId: idOf('bangongshi'),
    postId: 'judge',
    fromOn: '2025-01-07',
    untilOn: '2025-01-08',
  })
  const mayWork = async () => {
    const { password = '' } = logins.find((l) => l.loginName === 'bangongshi') ?? {}
    const { actor } = await signIn(platform, 'bangongshi', password)
    return actor.grants.some(({ permission }) => permission === 'desk.work')
  }
  const days = []
  for (let i = 0; i < 4; i += 1) {
    days.push(await mayWork())
    platform.forward({ hours: 24 })
  }
  assert.deepEqual(days, [false, true, true, false])
})

test('a post given by mistake is taken back the same day and opens nothing any more', async (t) => {
  const { platform, actorFor, idOf, logins } = await demoCourt(t)
  const security = await actorFor('anquan')
  const { holdingId } = await done(platform, security, 'give-post', {
    staffId: idOf('bangongshi'),
    postId: 'judge',
    fromOn: today,
  })
  const { password = '' } = logins.find((l) => l.loginName === 'bangongshi') ?? {}
  const { token } = await signIn(platform, 'bangongshi', password)
  const mayWork = async () =>
    (await identityDoor.actorFor(platform, court, token))?.grants.some(({ permission }) => permission === 'desk.work')
  assert.equal(await mayWork(), true)
  await done(platform, security, 'end-post', { holdingId, untilOn: '2025-01-05' })
  assert.equal(await mayWork(), false)
})

test('an administrator’s role never takes casework, and a business role never takes administration', async (t) => {
  const { platform, actorFor } = await demoCourt(t)
  const security = await actorFor('anquan')
  const define = (roleId: string, permission: string) => ({
    roleId,
    title: roleId,
    secondFactor: false,
    grants: [{ permission, scope: 'court' }],
  })
  const asked = [
    ['system-administrator', 'desk.work'],
    ['judge', 'identity.manage-rights'],
    ['system-administrator', 'identity.manage-rights'],
    ['brand-new', 'identity.manage-people'],
  ] as const
  for (const [roleId, permission] of asked) {
    assert.equal(
      await refused(platform, security, 'define-role', define(roleId, permission)),
      'identity/permission-not-for-role',
    )
  }
  assert.equal(
    await refused(platform, security, 'define-role', define('clerk', 'desk.no-such')),
    'identity/unknown-permission',
  )
})

test('a right the court took from a role stays away when the next version starts', async (t) => {
  const { platform, actorFor, logins } = await demoCourt(t)
  const security = await actorFor('anquan')
  await done(platform, security, 'define-role', { roleId: 'judge', title: '执行法官', secondFactor: false, grants: [] })
  await prepareCourt(platform, court)
  const { password = '' } = logins.find((l) => l.loginName === 'faguan') ?? {}
  const { actor } = await signIn(platform, 'faguan', password)
  assert.ok(!actor.grants.some(({ permission }) => permission === 'desk.work'))
})

test('approval and administration rest until the session has shown a second factor', async (t) => {
  const { platform, logins } = await demoCourt(t)
  await inTransaction(platform, { court, unit: null }, (tx) =>
    writeSettings(tx, [{ key: demandSecondFactor.key, value: true }], '测试', platform.clock()),
  )
  const { password = '' } = logins.find((l) => l.loginName === 'ankuan') ?? {}
  const first = await signIn(platform, 'ankuan', password)
  assert.equal(first.answer['secondFactor'], 'enrol')
  assert.ok(!first.actor.grants.some(({ permission }) => permission === 'desk.work'))

  const { secret } = await done(platform, first.actor, 'begin-second-factor', {})
  const code = () =>
    generateSync({ secret: String(secret), epoch: Math.floor(platform.clock().epochMilliseconds / 1000) })
  const shown = code()
  await done(platform, first.actor, 'confirm-second-factor', { code: shown })
  const now = await identityDoor.actorFor(platform, court, first.token)
  assert.ok(now?.grants.some(({ permission }) => permission === 'desk.work'))

  const again = await execute(platform, anonymous(court), {
    command: 'identity.sign-in',
    input: { loginName: 'ankuan', password },
  })
  assert.ok(isRefusal(again))
  assert.equal(again.problem.type, '/problems/identity/code-needed')
  const replayed = await execute(platform, anonymous(court), {
    command: 'identity.sign-in',
    input: { loginName: 'ankuan', password, code: shown },
  })
  assert.ok(isRefusal(replayed))
  assert.equal(replayed.problem.type, '/problems/identity/wrong-code')
  platform.forward({ seconds: 31 })
  const second = await signIn(platform, 'ankuan', password, code())
  assert.equal(second.answer['secondFactor'], 'held')
})

test('ten minutes after the last proof a sensitive act asks for it again', async (t) => {
  const { platform, logins } = await demoCourt(t)
  const { password = '' } = logins.find((l) => l.loginName === 'xitong') ?? {}
  const { actor, token } = await signIn(platform, 'xitong', password)
  platform.forward({ minutes: 11 })
  assert.equal(await refused(platform, actor, 'create-person', { name: '新来某' }), 'kernel/prove-again')
  assert.equal(await refused(platform, actor, 'prove-again', { password: 'wrong' }), 'identity/wrong-credentials')
  await done(platform, actor, 'prove-again', { password })
  const proved = await identityDoor.actorFor(platform, court, token)
  assert.ok(proved)
  await done(platform, proved, 'create-person', { name: '新来某' })
})

test('a temporary password opens nothing but the own account until it is changed', async (t) => {
  const { platform, actorFor, idOf } = await demoCourt(t)
  const system = await actorFor('xitong')
  const { temporaryPassword } = await done(platform, system, 'reset-password', { staffId: idOf('faguan') })
  const { actor, answer, token } = await signIn(platform, 'faguan', String(temporaryPassword))
  assert.equal(answer['mustChangePassword'], true)
  assert.deepEqual([...new Set(actor.grants.map(({ permission }) => permission))], ['identity.self'])
  const change = (newPassword: string) => ({ password: temporaryPassword, newPassword })
  for (const [weak, why] of [
    ['short', 'too-short'],
    ['faguan-2025-x', 'holds-name'],
    ['1234567890', 'too-plain'],
    [String(temporaryPassword), 'same-as-before'],
  ] as const) {
    assert.equal(await refused(platform, actor, 'change-password', change(weak)), `identity/password-${why}`)
  }
  await done(platform, actor, 'change-password', change('山高水长 2025 jian'))
  const after = await identityDoor.actorFor(platform, court, token)
  assert.ok(after?.grants.some(({ permission }) => permission === 'desk.work'))
})

test('whoever leaves has no session, no post and no way in', async (t) => {
  const { platform, actorFor, idOf, logins } = await demoCourt(t)
  const { password = '' } = logins.find((l) => l.loginName === 'fajing') ?? {}
  const { token } = await signIn(platform, 'fajing', password)
  await done(platform, await actorFor('xitong'), 'deactivate', { staffId: idOf('fajing'), reason: '调离' })
  assert.equal(await identityDoor.actorFor(platform, court, token), null)
  const again = await execute(platform, anonymous(court), {
    command: 'identity.sign-in',
    input: { loginName: 'fajing', password },
  })
  assert.ok(isRefusal(again))
  assert.equal(again.problem.type, '/problems/identity/wrong-credentials')
})

test('a court is never left without a security administrator', async (t) => {
  const { platform, actorFor, idOf } = await demoCourt(t)
  const system = await actorFor('xitong')
  assert.equal(
    await refused(platform, system, 'deactivate', { staffId: idOf('anquan'), reason: '调离' }),
    'identity/last-administrator',
  )
})

test('a person ends their own sessions and nobody else’s; the security administrator ends any', async (t) => {
  const { platform, actorFor, logins } = await demoCourt(t)
  const { password = '' } = logins.find((l) => l.loginName === 'lian') ?? {}
  const { actor, token } = await signIn(platform, 'lian', password)
  const clerk = await actorFor('shujiyuan')
  const seen = (await ask(platform, clerk, { query: 'identity.sessions', input: {} })) as Page
  assert.ok(seen.rows.every((row) => row['staffId'] === clerk.id))
  const own = (await ask(platform, actor, { query: 'identity.sessions', input: {} })) as Page
  const sessionId = own.rows[0]?.['sessionId']
  assert.equal(await refused(platform, clerk, 'end-session', { sessionId }), 'kernel/outside-scope')
  await done(platform, await actorFor('anquan'), 'end-session', { sessionId })
  assert.equal(await identityDoor.actorFor(platform, court, token), null)
})

test('an import proposes each unknown name once and finds the others', async (t) => {
  const { platform, idOf } = await demoCourt(t)
  const found = await inTransaction(platform, { court, unit: null }, async (tx) => {
    const names = ['王某某', '赵某甲', ' 赵某甲 ', '钱某乙']
    const first = await staffByName(tx, names, 'batch-1')
    const second = await staffByName(tx, names, 'batch-2')
    assert.deepEqual(second, first)
    const { rows } = await tx.client.query(
      'select count(*)::int as n from identity_staff where proposed_by is not null',
    )
    return { first, proposed: rows[0].n, doubled: await namesakes(tx, names) }
  })
  assert.equal(found.proposed, 2)
  assert.equal(found.first.size, 3)
  assert.equal(found.first.get('王某某'), idOf('faguan'))
  assert.equal(found.doubled.size, 0)
})

test('whoever has the machine makes each first administrator, and only the first', async (t) => {
  const platform = await testPlatform(t, [operations, identity], { court })
  const make = (kind: 'system' | 'security', loginName: string) =>
    createFirstAdministrator(platform, court, { kind, name: '首位某', loginName })
  const first = await make('system', 'first')
  assert.ok(!isRefusal(first))
  const { answer } = await signIn(platform, 'first', first.temporaryPassword)
  assert.equal(answer['mustChangePassword'], true)
  const second = await make('system', 'second')
  assert.ok(isRefusal(second))
  assert.equal(second.problem.type, '/problems/identity/administrator-exists')
  assert.ok(!isRefusal(await make('security', 'second')))
})

test('a stored setting that no longer fits counts as not set', async (t) => {
  const { platform } = await demoCourt(t)
  const days = setting({
    key: 'desk.days',
    title: label('天数', 'Days'),
    hint: label('', ''),
    schema: demandSecondFactor.schema,
    fallback: true,
  })
  await inTransaction(platform, { court, unit: null }, async (tx) => {
    await writeSettings(tx, [{ key: days.key, value: 'no' }], '测试', platform.clock())
    assert.equal(await settingValue(tx, days), true)
  })
})
