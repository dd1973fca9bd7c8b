import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { capability } from '#kernel/capability.ts'
import { command } from '#kernel/command.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { notFound } from '#kernel/pipeline/problems.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { fuzz } from './every-door.ts'

/** A room with the two faults that matter: one trips over an input, one writes although it refuses. */
const careless = capability({
  name: 'careless',
  title: label('粗心', 'Careless'),
  migrations: null,
  queries: [
    reading({
      name: 'careless.trips',
      title: label('绊倒', 'Trips'),
      may: 'careless.read',
      input: z.object({ count: z.int().min(0).max(9) }),
      output: z.object({}),
      read: async (_tx, { count }) => {
        if (count === 7) throw new TypeError('seven')
        return {}
      },
    }),
  ],
  commands: [
    command({
      name: 'careless.leaves',
      title: label('留痕', 'Leaves'),
      may: 'careless.write',
      cites: [],
      input: z.object({ word: z.string().max(9) }),
      load: async ({ platform, court }) => {
        await inTransaction(platform, { court, unit: null }, (tx) =>
          tx.client.query('insert into kernel_number (series, year, last) values (gen_random_uuid()::text, 2025, 1)'),
        )
        return notFound(label('这件事', 'thing'))
      },
      decide: () => ({ type: 'careless.never' }),
      save: () => {},
      subjects: () => ['thing:1'],
    }),
  ],
})

test('a question that trips and a refused act that leaves a trace are found, with the input that did it', async () => {
  const { findings } = await fuzz({ runs: 60, seed: 1, only: 'careless.', more: [careless] }, () => {})
  const found = new Map(findings.map(({ name, what, input }) => [`${name}: ${what}`, input]))
  assert.match(found.get('careless.trips: status 500') ?? '', /"count":7/)
  assert.ok(found.has('careless.leaves: a refused act left a trace'))
})

test('no input brings a command or a question down, shows the inside, or leaves a trace when it is refused', async () => {
  const seed = Number(process.env['DUIXIAN_FUZZ_SEED'] ?? Date.now() % 1_000_000)
  const { findings, inputs, accepted, doors } = await fuzz({ runs: 50, seed }, () => {})
  assert.deepEqual(findings, [], `seed ${seed}`)
  assert.ok(inputs >= doors * 50)
  // Inputs that never get past the schema would prove little.
  assert.ok(accepted > doors * 3, `only ${accepted} of ${inputs} inputs were accepted`)
})
