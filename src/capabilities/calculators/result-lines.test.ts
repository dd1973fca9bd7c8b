import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { calculate, calculators, isCalculatorName } from '#law/calc.ts'
import { fieldsOf } from './fields-of.ts'
import { resultLines } from './result-lines.ts'

type Vector = { readonly function: string; readonly input: Record<string, unknown> }
const vectors = JSON.parse(
  readFileSync(new URL('../../law/data/vectors.json', import.meta.url), 'utf8'),
) as readonly Vector[]

test('every result of the published examples reads in Chinese', () => {
  const foreign = new Set<string>()
  for (const { function: name, input } of vectors) {
    const outcome = calculate({ function: name, input })
    if (!('value' in outcome)) continue
    for (const { title } of resultLines(name, outcome.value))
      if (!/\p{Script=Han}/u.test(title)) foreign.add(`${name}: ${title}`)
  }
  assert.deepEqual([...foreign], [])
})

test('every field that a published example fills is a field of the form', () => {
  for (const { function: name, input } of vectors) {
    if (!isCalculatorName(name)) continue
    const known = new Set(fieldsOf(name).map((field) => field.name))
    assert.deepEqual(
      Object.keys(input).filter((key) => !known.has(key)),
      [],
      name,
    )
  }
})

test('money is asked for in yuan and shown in yuan', () => {
  const [claim] = fieldsOf('enforcementFee')
  assert.deepEqual([claim?.kind, claim?.title.zh], ['amount', '执行标的额'])
  assert.deepEqual(resultLines('enforcementFee', { feeFen: 5000 }), [{ title: '费用', value: '50.00 元' }])
})

test('a set of words is chosen from, also where the calculation reads any text', () => {
  for (const name of Object.keys(calculators).filter(isCalculatorName))
    for (const field of fieldsOf(name)) if (field.kind === 'choice') assert.ok(field.options.length > 1, field.name)
  assert.equal(fieldsOf('periodEnd').find(({ name }) => name === 'unit')?.kind, 'choice')
})
