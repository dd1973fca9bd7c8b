import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, passwordMatches, randomPassword } from './password-hash.ts'
import { turnstile } from './turnstile.ts'

test('a password matches its own hash, written by any input method, and no other', async () => {
  const stored = await hashPassword('今天 2025')
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.equal(await passwordMatches('今天 ２０２５', stored), true)
  assert.equal(await passwordMatches('今天 2024', stored), false)
  assert.notEqual(await hashPassword('今天 2025'), stored)
})

test('nobody’s password matches nothing, whatever is typed', async () => {
  assert.equal(await passwordMatches('', null), false)
  assert.equal(await passwordMatches('anything', null), false)
})

test('made passwords differ and can be read from paper', () => {
  const made = new Set(Array.from({ length: 200 }, randomPassword))
  assert.equal(made.size, 200)
  for (const password of made) assert.match(password, /^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/)
})

test('never more than two pieces of work are inside, and all come through', async () => {
  const enter = turnstile(2)
  let inside = 0
  let most = 0
  const work = async (): Promise<number> => {
    most = Math.max(most, ++inside)
    await new Promise((resolve) => setTimeout(resolve, 1))
    return --inside
  }
  const failing = enter(() => Promise.reject(new Error('lost')))
  await Promise.all([...Array.from({ length: 20 }, () => enter(work)), assert.rejects(failing)])
  assert.equal(most, 2)
  assert.equal(inside, 0)
})
