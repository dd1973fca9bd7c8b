import assert from 'node:assert/strict'
import { test } from 'node:test'

test('a browser of 2023 gets the two words that the law uses', async () => {
  const known = [
    Object.getOwnPropertyDescriptor(Map, 'groupBy'),
    Object.getOwnPropertyDescriptor(Array.prototype, 'toSorted'),
  ]
  Reflect.deleteProperty(Map, 'groupBy')
  Reflect.deleteProperty(Array.prototype, 'toSorted')
  try {
    await import('./older-browsers.ts')
    assert.deepEqual(
      [...Map.groupBy([1, 2, 3], (n) => n % 2)],
      [
        [1, [1, 3]],
        [0, [2]],
      ],
    )
    const list = [3, 1, 2]
    assert.deepEqual(
      [list.toSorted((a, b) => a - b), list],
      [
        [1, 2, 3],
        [3, 1, 2],
      ],
    )
  } finally {
    if (known[0]) Object.defineProperty(Map, 'groupBy', known[0])
    if (known[1]) Object.defineProperty(Array.prototype, 'toSorted', known[1])
  }
})
