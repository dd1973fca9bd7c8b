import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzz } from './every-door.ts'

test('no input brings a command or a question down, shows the inside, or leaves a trace when it is refused', async () => {
  const seed = Number(process.env['DUIXIAN_FUZZ_SEED'] ?? Date.now() % 1_000_000)
  const { findings, inputs, accepted, doors } = await fuzz({ runs: 50, seed }, () => {})
  assert.deepEqual(findings, [], `seed ${seed}`)
  assert.ok(inputs >= doors * 50)
  // Inputs that never get past the schema would prove little.
  assert.ok(accepted > doors * 3, `only ${accepted} of ${inputs} inputs were accepted`)
})
