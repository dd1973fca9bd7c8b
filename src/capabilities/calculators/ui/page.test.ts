import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { calculators, explain, isCalculatorName } from '#law/calc.ts'
import { parseJson } from '#law/calculators/json.ts'
import { faultsOf } from './faults.ts'
import { fieldsOf } from './fields.ts'
import { inputLines } from './input-text.ts'
import { outputTitle } from './outputs.ts'
import { answerOf, isFailure, refusalCode } from './result.ts'
import { resultText } from './result-text.ts'
import { citedBeside, rulesBehind } from './rules-behind.ts'
import { forLink, fromInput, toInput } from './values.ts'

const Vectors = z.array(
  z.object({ function: z.string().refine(isCalculatorName), input: z.record(z.string(), z.unknown()) }),
)
const vectors = Vectors.parse(
  parseJson(readFileSync(new URL('../../../law/data/vectors.json', import.meta.url), 'utf8')),
)
/** The worked examples with what the law says of each. */
const examples = vectors.flatMap(({ function: name, input }) => {
  const outcome = explain(name, input)
  return isFailure(outcome) ? [] : [{ name, input, outcome, fields: fieldsOf(name) }]
})

test('the form of each calculation holds every worked example, and the law answers it the same', () => {
  assert.ok(examples.length > 300)
  for (const { name, input, fields, outcome } of examples) {
    const again = explain(name, toInput(fields, fromInput(fields, input)))
    assert.ok(!isFailure(again), name)
    assert.deepEqual(again.value, outcome.value, `${name} ${JSON.stringify(input)}`)
  }
})

test('a link carries a sum of any size exactly', () => {
  const fields = fieldsOf('doubledInterest')
  const input = { baseFen: 123456789012345678901n, dueDate: '2024-01-10', endDate: '2024-01-11' }
  const linked = JSON.parse(JSON.stringify(forLink(input))) as Record<string, unknown>
  assert.deepEqual(toInput(fields, fromInput(fields, linked)), input)
})

test('a rate is typed in per cent and handed on in millionths', () => {
  const fields = fieldsOf('ordinaryInterest')
  const segments = [{ from: '2024-01-01', to: '2024-02-01', annualRatePpm: '3.45' }]
  const { segments: rows } = toInput(fields, { principalFen: '100', segments, dayBase: '365' })
  assert.deepEqual(rows, [{ from: '2024-01-01', to: '2024-02-01', annualRatePpm: 34500 }])
  assert.equal(JSON.stringify(fromInput(fields, { segments: rows })).includes('"3.45"'), true)
})

test('every article that a result cites opens the text of a rule', () => {
  for (const { name, input, outcome } of examples) {
    const beside = citedBeside(rulesBehind(name, input, outcome.citations), outcome.citations)
    assert.deepEqual(beside, [], `${name} ${JSON.stringify(input)}`)
  }
})

test('every answer reads in Chinese', () => {
  const answered = examples.filter(({ outcome }) => refusalCode(outcome) === undefined)
  for (const { name, outcome } of answered) {
    const { large, parts } = answerOf(name, outcome)
    assert.ok(large.length > 0, name)
    for (const { title, text } of [...large, ...parts])
      assert.ok(
        // A creditor is called as the person called him.
        (name === 'distribute' || /[一-鿿]/.test(title.zh)) && !/^[a-z-]+$|^[A-Z_]{4,}$/.test(text.zh),
        `${name} ${title.zh} ${text.zh}`,
      )
  }
  assert.equal(outputTitle('interestFen').zh, '利息')
})

test('what is missing or wrong is named as the form names it', () => {
  const fields = fieldsOf('caseTimeLimit')
  const input = { kind: 'enforcement', filedOn: '2024-02-30', deductions: [{ from: '2024-03-02', to: '2024-03-01' }] }
  const outcome = explain('caseTimeLimit', input)
  assert.ok(isFailure(outcome))
  const said = faultsOf('caseTimeLimit', fields, outcome).map(({ where, detail }) => `${where.zh}：${detail}`)
  assert.match(said[0] ?? '', /^立案日期：应为真实存在的日期/)
  const empty = explain('limitationEnd', {})
  assert.ok(isFailure(empty))
  const [fault] = faultsOf('limitationEnd', fieldsOf('limitationEnd'), empty)
  assert.equal(fault?.missing, true)
  assert.doesNotMatch(fault?.detail ?? '', /[A-Za-z]/)
})

test('a copied result carries input, derivation, articles and its address', () => {
  const fields = fieldsOf('doubledInterest')
  const input = { baseFen: 10000000, dueDate: '2024-01-10', endDate: '2024-01-11' }
  const outcome = explain('doubledInterest', input)
  assert.ok(!isFailure(outcome))
  const reckoned = fromInput(fields, input)
  const text = resultText({ name: 'doubledInterest', fields, reckoned, input, outcome }, 'http://court/calculators/x')
  for (const part of [...outcome.workings, '100,000.00 元', '第264条', '0.0175%', 'http://court/calculators/x'])
    assert.ok(text.includes(part), part)
})

test('no input line of a worked example shows a name of the wire', () => {
  for (const { name, input, fields } of examples)
    for (const { title } of inputLines(fields, fromInput(fields, input)))
      assert.match(title.zh, /[一-鿿]/, `${name} ${title.zh}`)
  assert.ok(Object.keys(calculators).length > 0)
})
