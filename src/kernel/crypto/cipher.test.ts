import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { aes256gcm, cipherOf, type Aead } from './cipher.ts'

const key = randomBytes(32)
const cipher = cipherOf(key)
const court = '川1123'

test('what is sealed opens to the same text for the same owner, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (plain, owner) => {
      const [one, two] = [cipher.seal(court, owner, plain), cipher.seal(court, owner, plain)]
      assert.equal(cipher.open(court, owner, one), plain)
      assert.equal(cipherOf(key).open(court, owner, two), plain)
      assert.notEqual(one, two)
    }),
  )
})

test('nothing opens for another owner, court or key, nor when a character was changed', () => {
  const sealed = cipher.seal(court, 'party:1', '990012199001011234')
  assert.throws(() => cipher.open(court, 'party:2', sealed))
  assert.throws(() => cipher.open('川1124', 'party:1', sealed))
  assert.throws(() => cipherOf(randomBytes(32)).open(court, 'party:1', sealed))
  fc.assert(
    fc.property(fc.integer({ min: 3, max: sealed.length - 2 }), (at) => {
      const other = sealed[at] === 'A' ? 'B' : 'A'
      assert.throws(() => cipher.open(court, 'party:1', sealed.slice(0, at) + other + sealed.slice(at + 1)))
    }),
  )
  assert.throws(() => cipher.open(court, 'party:1', 'a1.'))
  assert.throws(() => cipher.open(court, 'party:1', sealed.replace('a1.', 's4.')), /unknown algorithm s4/)
})

test('forgetting a person’s salt makes everything sealed for that person unreadable', () => {
  const salt = randomBytes(16).toString('hex')
  const sealed = cipher.seal(court, `party:1:${salt}`, '990012199001011234')
  assert.equal(cipher.open(court, `party:1:${salt}`, sealed), '990012199001011234')
  for (const guess of ['party:1', 'party:1:', `party:1:${randomBytes(16).toString('hex')}`]) {
    assert.throws(() => cipher.open(court, guess, sealed))
  }
})

test('the blind index finds equal texts in one court and purpose and tells nothing else', () => {
  const index = (code: string, purpose: string, plain: string) => cipher.blindIndex(code, purpose, plain)
  const mine = index(court, 'id', '990012199001011234')
  assert.equal(index(court, 'id', '990012199001011234'), mine)
  const others = [
    index(court, 'phone', '990012199001011234'),
    index('川1124', 'id', '990012199001011234'),
    index(court, 'id', '990012199001011235'),
    cipherOf(randomBytes(32)).blindIndex(court, 'id', '990012199001011234'),
    // The border between purpose and text cannot be moved.
    index(court, 'i', 'd\u0000990012199001011234'),
  ]
  assert.equal(new Set([mine, ...others]).size, 6)
  assert.match(mine, /^[\w-]{22}$/)
})

test('another algorithm stands in the same place and its fields are told apart', () => {
  const other: Aead = { ...aes256gcm, id: 's4', keyBytes: 32 }
  const sealed = cipherOf(key, other).seal(court, 'party:1', '某某')
  assert.match(sealed, /^s4\./)
  assert.equal(cipherOf(key, other).open(court, 'party:1', sealed), '某某')
  assert.throws(() => cipher.open(court, 'party:1', sealed), /unknown algorithm/)
})
