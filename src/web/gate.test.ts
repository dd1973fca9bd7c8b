import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Gate } from './gate.ts'

test('all calls that met an ended session go on after one sign-in', async () => {
  const gate = new Gate()
  const calls = [gate.wait(), gate.wait()]
  assert.ok(gate.isShut())
  gate.open()
  assert.deepEqual(await Promise.all(calls), [true, true])
  assert.ok(!gate.isShut())
})

test('an act whose proof was declined is told so', async () => {
  const gate = new Gate()
  const call = gate.wait()
  gate.open(false)
  assert.equal(await call, false)
})
