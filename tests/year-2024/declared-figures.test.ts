import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rooms as courtRooms } from '../../src/app/rooms.ts'
import { catalogue } from '../../src/capabilities/report/catalogue.ts'
import { registryOf } from '#kernel/registry.ts'
import { bailiff } from './bailiff-room/capability.ts'
import { rooms } from './rooms.ts'

for (const [name, all] of [
  ['the court', courtRooms],
  ['a court of the rooms of the case register and one more', [...rooms, bailiff]],
] as const) {
  const registry = registryOf(all)
  const figures = registry.gather('figures')

  test(`${name}: a figure of the report comes from one room, and is in the catalogue`, () => {
    const ids = figures.flatMap((one) => ('figure' in one ? [one.figure] : one.figures))
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids)
      assert.ok(
        catalogue.some((one) => one.id === id),
        id,
      )
  })

  test(`${name}: a declared figure counts what the catalogue prints, and opens a list that exists`, () => {
    for (const one of figures) {
      if (!('drill' in one)) continue
      assert.equal(registry.queries.get(one.drill.query)?.shape, 'list', one.figure)
      if ('unit' in one) assert.equal(catalogue.find(({ id }) => id === one.figure)?.form?.unit, one.unit, one.figure)
    }
  })

  test(`${name}: an indicator is defined once, and opens a list that exists`, () => {
    const sources = registry.gather('indicators')
    const ids = sources.flatMap(({ definitions }) => definitions.map(({ id }) => id))
    assert.equal(new Set(ids).size, ids.length)
    for (const { drill } of sources) assert.equal(registry.queries.get(drill)?.shape, 'list', drill)
  })
}
