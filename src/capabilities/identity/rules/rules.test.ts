import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { grantsInForce, ownAccount, type RoleGrant } from './grants-in-force.ts'
import { afterWrongTry, lockAfter, lockMinutes, type Attempts } from './lock-out.ts'
import { passwordFault } from './password.ts'
import { presetClashes, presetPosts } from './preset-posts.ts'
import { presetRoles, type RoleKind } from './preset-roles.ts'
import { rightsInWords } from './rights-in-words.ts'
import { clashOf, mayCarry, type HeldPost } from './separation.ts'

const kinds: readonly RoleKind[] = ['business', 'system', 'security', 'audit']
const post = fc.record({
  postId: fc.constantFrom('P04', 'P09', 'P12', 'judge', 'x'),
  title: fc.constant('岗'),
  kind: fc.constantFrom(...kinds),
})

test('whoever holds an administrator’s post holds posts of that one kind alone', () => {
  fc.assert(
    fc.property(fc.array(post, { maxLength: 5 }), (posts: readonly HeldPost[]) => {
      const administers = posts.some(({ kind }) => kind !== 'business')
      const mixed = new Set(posts.map(({ kind }) => kind)).size > 1
      if (administers && mixed) assert.ok(clashOf(posts, []))
      else assert.equal(clashOf(posts, []), undefined)
    }),
  )
})

test('the order in which posts are named does not matter to a clash', () => {
  fc.assert(
    fc.property(fc.array(post, { maxLength: 5 }), (posts: readonly HeldPost[]) => {
      const turned = clashOf(
        posts.toReversed(),
        presetClashes.map(([a, b]) => [b, a] as const),
      )
      assert.equal(clashOf(posts, presetClashes) === undefined, turned === undefined)
    }),
  )
})

test('no right belongs both to an administrator’s role and to one that handles cases, reading apart', () => {
  for (const permission of ['cases.handle', 'funds.approve', 'indicators.read']) {
    assert.deepEqual(
      kinds.filter((kind) => mayCarry(kind, permission)),
      ['business'],
    )
  }
  assert.deepEqual(
    kinds.filter((kind) => mayCarry(kind, 'identity.manage-rights')),
    ['security'],
  )
  assert.deepEqual(
    kinds.filter((kind) => mayCarry(kind, 'identity.manage-people')),
    ['system'],
  )
  assert.deepEqual(
    kinds.filter((kind) => mayCarry(kind, 'audit.seal')),
    ['audit'],
  )
  assert.ok(mayCarry('business', 'audit.read'))
})

test('three zones hold sixteen posts, and every post rests on a role that exists', () => {
  const inZones = presetPosts.filter(({ zone }) => zone !== null)
  assert.equal(inZones.length, 16)
  assert.deepEqual(new Set(inZones.map(({ zone }) => zone)), new Set(['A', 'B', 'C']))
  const roles = new Set<string>(presetRoles.map(({ id }) => id))
  assert.ok(presetPosts.every(({ role }) => roles.has(role)))
})

test('the fifth wrong try shuts the name for fifteen minutes, and the next count begins at one', () => {
  const start = Temporal.Instant.from('2025-01-06T02:10:00Z')
  let attempts: Attempts = { failed: 0, lockedUntil: null }
  for (let i = 1; i < lockAfter; i += 1) {
    attempts = afterWrongTry(attempts, start)
    assert.equal(attempts.lockedUntil, null)
  }
  attempts = afterWrongTry(attempts, start)
  assert.equal(attempts.lockedUntil?.toString(), '2025-01-06T02:25:00Z')
  const later = afterWrongTry(attempts, start.add({ minutes: lockMinutes }))
  assert.deepEqual(later, { failed: 1, lockedUntil: null })
})

test('a second factor wakes rights and never takes one away', () => {
  const grant = fc.record({
    permission: fc.constantFrom(ownAccount, 'funds.approve', 'cases.read'),
    scope: fc.constantFrom('own' as const, 'court' as const),
    secondFactor: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(grant), fc.boolean(), (held: readonly RoleGrant[], temporaryPassword) => {
      const having = (secondFactor: boolean) =>
        grantsInForce(held, { secondFactor, demanded: true, temporaryPassword }).map(
          (g) => `${g.permission} ${g.scope}`,
        )
      const without = having(false)
      assert.ok(without.every((right) => having(true).includes(right)))
      if (temporaryPassword) assert.ok(having(true).every((right) => right.startsWith(ownAccount)))
    }),
  )
})

test('a role can be read aloud', () => {
  assert.equal(
    rightsInWords('执行法官', [
      { title: '查看案件', scope: 'team' },
      { title: '办理案件', scope: 'own' },
      { title: '结案', scope: 'own' },
    ]),
    '执行法官在本团队可以查看案件；对本人承办或本人的可以办理案件、结案。',
  )
  assert.equal(rightsInWords('新角色', []), '新角色还没有任何权限。')
})

test('a sentence is a good password; a name, a run along the keyboard and the old one are not', () => {
  const person = { name: '刘某某', loginName: 'liumou' }
  const fault = (password: string, before: string | null = null) => passwordFault(password, person, before)
  assert.equal(fault('今天去清溪镇送达文书'), undefined)
  assert.equal(fault('correct horse battery'), undefined)
  assert.equal(fault('short'), 'too-short')
  assert.equal(fault('x'.repeat(200)), 'too-long')
  assert.equal(fault('LiuMou-2025-spring'), 'holds-name')
  assert.equal(fault('qwertyuiop'), 'too-plain')
  assert.equal(fault('ababababab'), 'too-plain')
  assert.equal(fault('correct horse battery', 'correct horse battery'), 'same-as-before')
})
