import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chanceOf } from './chance.ts'
import { drawHandler, type Candidate } from './draw-handler.ts'

const candidate = (staffId: string, openCases: number, avoid: string | null = null): Candidate => ({
  staffId,
  openCases,
  avoid,
})

test('a barred person has no chance, and the others share it all', () => {
  const chances = chanceOf([candidate('a', 0), candidate('b', 1), candidate('c', 0, '承办被异议的案件')])
  assert.deepEqual(
    [...chances],
    [
      ['a', 667],
      ['b', 333],
    ],
  )
})

test('who has more open cases is never more likely to be drawn', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 2, maxLength: 20 }), (loads) => {
      const chances = chanceOf(loads.map((load, i) => candidate(String(i), load)))
      loads.forEach((load, i) =>
        loads.forEach((other, j) => {
          if (load < other) assert.ok((chances.get(String(i)) ?? 0) >= (chances.get(String(j)) ?? 0))
        }),
      )
    }),
  )
})

test('the chance shown is the chance of the draw', () => {
  const among = [candidate('a', 0), candidate('b', 3)]
  const chances = chanceOf(among)
  const draws = Array.from({ length: 4000 }, (_, i) => drawHandler(among, `seed ${i}`)?.handlerId)
  const share = draws.filter((id) => id === 'a').length / draws.length
  assert.ok(Math.abs(share - (chances.get('a') ?? 0) / 1000) < 0.03, `${share}`)
})
