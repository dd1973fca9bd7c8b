import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { calculators, inputJsonSchema, isCalculatorName } from '../calc.ts'
import { choiceLabel, fieldLabel } from './labels.ts'

const Node = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  enum: z.array(z.unknown()).optional(),
})

/** Every field of an input, with the words it may take. */
function fieldsIn(schema: unknown, field = ''): [field: string, choices: readonly string[]][] {
  const read = Node.safeParse(schema)
  if (!read.success) return []
  const { properties = {}, items, anyOf = [], enum: words = [] } = read.data
  const here: [string, readonly string[]][] =
    field === '' ? [] : [[field, words.filter((word) => typeof word === 'string')]]
  const inner = Object.entries(properties).flatMap(([name, part]) => fieldsIn(part, name))
  return [...here, ...inner, ...[items, ...anyOf].flatMap((part) => fieldsIn(part, field))]
}

test('every field of every calculator, and every choice, is named in Chinese', () => {
  for (const name of Object.keys(calculators)) {
    assert.ok(isCalculatorName(name))
    const fields = fieldsIn(inputJsonSchema(name))
    assert.ok(fields.length > 0, name)
    for (const [field, choices] of fields) {
      assert.match(fieldLabel(name, field).zh, /[一-鿿]/, `${name}.${field}`)
      for (const choice of choices) assert.match(choiceLabel(field, choice).zh, /[一-鿿]/, `${field}.${choice}`)
    }
  }
})

test('a name that no calculator knows is shown as it is', () => {
  assert.equal(fieldLabel('enforcementFee', 'constructor').zh, 'constructor')
})
