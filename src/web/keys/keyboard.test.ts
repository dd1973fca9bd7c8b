import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strokeOf } from './keyboard.ts'

const pressed = (key: string, held: Partial<KeyboardEvent> = {}) =>
  strokeOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held } as KeyboardEvent)

test('a question mark is a question mark, however the keyboard makes it', () => {
  assert.equal(pressed('?', { shiftKey: true }), '?')
  assert.equal(pressed('?'), '?')
})

test('shift tells a range from a single row', () => {
  assert.equal(pressed('X', { shiftKey: true }), 'shift+x')
  assert.equal(pressed('x'), 'x')
})

test('Ctrl and the command key are one', () => {
  assert.equal(pressed('k', { ctrlKey: true }), 'mod+k')
  assert.equal(pressed('K', { metaKey: true }), 'mod+k')
})
