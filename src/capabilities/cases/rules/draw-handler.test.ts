import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawHandler, type Candidate } from './draw-handler.ts'

const free = (staffId: string, openCases = 0): Candidate => ({ staffId, openCases, avoid: null })

const candidates = fc.uniqueArray(
  fc.record({ staffId: fc.string({ minLength: 1 }), openCases: fc.nat(200), avoid: fc.option(fc.constant('近亲属')) }),
  { minLength: 1, maxLength: 12, selector: ({ staffId }) => staffId },
)

test('the same seed and candidates give the same handler, in whatever order they stand', () => {
  fc.assert(
    fc.property(candidates, fc.string(), (list, seed) => {
      assert.deepEqual(drawHandler(list, seed)?.handlerId, drawHandler(list.toReversed(), seed)?.handlerId)
    }),
  )
})

test('nobody with a bar is drawn', () => {
  fc.assert(
    fc.property(candidates, fc.string(), (list, seed) => {
      const drawn = drawHandler(list, seed)
      if (drawn === null) assert.ok(list.every(({ avoid }) => avoid !== null))
      else assert.equal(list.find(({ staffId }) => staffId === drawn.handlerId)?.avoid, null)
    }),
  )
})

test('over many draws the one with fewer open cases has more of them', () => {
  const tally = { light: 0, heavy: 0 }
  for (let i = 0; i < 2000; i++) {
    const drawn = drawHandler([free('light', 9), free('heavy', 39)], `seed-${i}`)
    tally[drawn?.handlerId as 'light' | 'heavy']++
  }
  // Weights 1/10 and 1/40: four draws in five.
  assert.ok(tally.light / 2000 > 0.76 && tally.light / 2000 < 0.84, JSON.stringify(tally))
})
