import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printable } from './printable.ts'

test('a character that no page can show is printed as a box, not dropped', () => {
  assert.equal(printable('周\u0000某\u0007华\ud800'), '周□某□华□')
})

test('a mark that turns text around is printed as a box', () => {
  assert.equal(printable('\u202e号1执\u202c'), '□号1执□')
})

test('line ends of every system are one line end', () => {
  assert.equal(printable('一\r\n二\r三\u2028四\n五'), '一\n二\n三\n四\n五')
})

test('rare characters of names stay as they are', () => {
  assert.equal(printable('犍䶮㐂𠮷葛\u{e0100}'), '犍䶮㐂𠮷葛\u{e0100}')
})

test('text once made printable does not change again', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => printable(printable(text)) === printable(text)))
})
