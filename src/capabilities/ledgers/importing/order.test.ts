import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOrder, placeOf } from './order.ts'

const ledger = (kind: string, ...after: string[]) => ({ kind, after })

test('ledgers go in as the rooms stand, unless one names another', () => {
  assert.deepEqual(kindOrder([ledger('cases'), ledger('measures'), ledger('benchmarks')]), [
    'cases',
    'measures',
    'benchmarks',
  ])
  assert.deepEqual(kindOrder([ledger('calls', 'tips'), ledger('measures', 'cases'), ledger('cases'), ledger('tips')]), [
    'cases',
    'measures',
    'tips',
    'calls',
  ])
})

test('a ledger that names one which no room has does not wait for it', () => {
  assert.deepEqual(kindOrder([ledger('measures', 'gone'), ledger('cases')]), ['measures', 'cases'])
})

test('ledgers that wait for one another are a fault of the program and say so', () => {
  assert.throws(() => kindOrder([ledger('a', 'b'), ledger('b', 'a')]), /wait for one another/)
})

test('a sheet that is no known ledger comes last', () => {
  assert.equal(placeOf({ layout: null }, ['cases']), 1)
  assert.equal(placeOf({ layout: { kind: 'cases' } }, ['cases']), 0)
})
