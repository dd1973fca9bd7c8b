import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCharacterMap, writeCharacterMap } from './cmap.ts'

const maps = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 0x10ffff }), fc.integer({ min: 1, max: 0xfffe })))
  .map((pairs) => new Map(pairs))

test('every character is found again under the glyph it was written with', () => {
  fc.assert(
    fc.property(maps, (map) => {
      assert.deepEqual(new Map(readCharacterMap(writeCharacterMap(map))), new Map([...map].sort(([a], [b]) => a - b)))
    }),
  )
})

test('neighbours with neighbouring glyphs share one group', () => {
  const map = new Map(Array.from({ length: 1000 }, (_, i) => [0x4e00 + i, 1 + i]))
  assert.equal(writeCharacterMap(map).length, 28 + 12)
})

test('a table of the old basic-plane kind is read by difference and by list', () => {
  // Format 4: A–B by a difference, 一 by a list of glyphs, and the closing segment.
  const table = [
    [0, 1, 3, 1, 0, 12],
    [4, 40, 0, 6, 0, 0, 0],
    [0x42, 0x4e00, 0xffff, 0],
    [0x41, 0x4e00, 0xffff],
    [(10 - 0x41) & 0xffff, 0, 1],
    [0, 4, 0],
    [77],
  ].flat()
  const bytes = Buffer.alloc(table.length * 2)
  table.forEach((value, i) => bytes.writeUInt16BE(value, i * 2))
  const map = readCharacterMap(bytes)
  assert.deepEqual(
    [...map],
    [
      [0x41, 10],
      [0x42, 11],
      [0x4e00, 77],
    ],
  )
})
