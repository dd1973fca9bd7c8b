import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import vectors from './data/vectors.json' with { type: 'json' }
import { calculateLine, calculators, explain, inputJsonSchema, isCalculatorName } from './calc.ts'
import { ruleOn } from './rules.ts'

const answer = (line: unknown): unknown =>
  JSON.parse(calculateLine(typeof line === 'string' ? line : JSON.stringify(line)))

for (const { id, rule, function: name, input, expect, why } of vectors) {
  test(`${id}: ${why}`, () => {
    ruleOn(rule)
    assert.deepEqual(answer({ function: name, input }), { value: expect })
  })
}

test('every calculation of the rule book has its worked examples', () => {
  assert.deepEqual(new Set(vectors.map((vector) => vector.function)), new Set(Object.keys(calculators)))
})

test('every worked example can be explained line by line, with its articles', () => {
  for (const { id, function: name, input, expect } of vectors) {
    const explanation = explain(name, input)
    assert.ok('value' in explanation, id)
    assert.ok('error' in expect || explanation.citations.length > 0, id)
    for (const { text } of explanation.citations) assert.match(text, /^《|^本院/)
    for (const line of [...explanation.workings, ...explanation.checks]) assert.match(line, /[一-鿿%]/, id)
    assert.ok(!explanation.checks.some((line) => line.startsWith('没有使用的输入')), id)
  }
})

test('every calculation describes its input', () => {
  for (const name of Object.keys(calculators)) {
    assert.ok(isCalculatorName(name))
    const schema = inputJsonSchema(name)
    assert.equal(schema.type, 'object', name)
    assert.ok(Object.keys(schema.properties ?? {}).length > 0, name)
  }
})

const problem = (line: unknown): string => {
  const answered = answer(line)
  assert.ok(typeof answered === 'object' && answered !== null && 'problem' in answered, JSON.stringify(answered))
  const { problem: found } = answered
  assert.ok(typeof found === 'object' && found !== null && 'detail' in found && typeof found.detail === 'string')
  return found.detail
}

for (const [line, says] of [
  ['', /不是 JSON/],
  ['{"function":"enforcementFee"', /不是 JSON/],
  ['[]', /缺少 function/],
  ['null', /缺少 function/],
  ['{"function":7,"input":{}}', /缺少 function/],
  ['{"function":"toString","input":{}}', /没有名为“toString”/],
  ['{"function":"__proto__","input":{}}', /没有名为“__proto__”/],
  ['{"function":"enforcementFee"}', /^输入：缺少必填项$/],
  ['{"function":"enforcementFee","input":[]}', /^输入：应为对象$/],
  ['{"function":"enforcementFee","input":{}}', /^claimFen：缺少必填项$/],
  ['{"function":"enforcementFee","input":{"claimFen":"100"}}', /^claimFen：应为数字$/],
  ['{"function":"periodEnd","input":{"trigger":"2024-02-30","amount":1,"unit":"day"}}', /^trigger：应为真实存在的日期/],
  ['{"function":"periodEnd","input":{"trigger":"2024-2-3","amount":1,"unit":"day"}}', /^trigger：应为真实存在的日期/],
  ['{"function":"periodEnd","input":{"trigger":20240203,"amount":1,"unit":"day"}}', /^trigger：应为真实存在的日期/],
  ['{"function":"periodEnd","input":{"trigger":"2024-02-03","amount":1e30,"unit":"day"}}', /日期超出/],
  ['{"function":"periodEnd","input":{"trigger":"2024-02-03","amount":1e9,"unit":"working-day"}}', /工作日数不得超过/],
  ['{"function":"periodEnd","input":{"trigger":"9999-12-30","amount":1,"unit":"month"}}', /日期超出/],
  [
    '{"function":"hoursEnd","input":{"trigger":"2024-01-01T24:00","hours":1,"mode":"elapsed"}}',
    /^trigger：应为真实存在的北京时间/,
  ],
  ['{"function":"hoursEnd","input":{"trigger":"9999-12-31T23:00","hours":1,"mode":"elapsed"}}', /日期超出/],
  [
    '{"function":"doubledInterest","input":{"baseFen":1,"dueDate":"2024-01-01","endDate":"2024-02-01","exclusions":[{"from":"2024-03-01","to":"2024-02-01"}]}}',
    /^exclusions\.0\.to：不得早于 from$/,
  ],
  [
    '{"function":"doubledInterest","input":{"baseFen":0.5,"dueDate":"2024-01-01","endDate":"2024-02-01"}}',
    /^baseFen：应为整数/,
  ],
  ['{"function":"caseTimeLimit","input":{"kind":"trial","filedOn":"2024-01-01"}}', /^kind：应为enforcement、/],
  ['{"function":"sentenceEnd","input":{"start":"2024-01-01","months":1,"years":1}}', /只能填一项/],
  ['{"function":"limitationEnd","input":{}}', /填一项/],
  ['{"function":"limitationEnd","input":{"installmentEnds":[]}}', /^installmentEnds：至少1项$/],
  ['{"function":"auctionFloor","input":{"round":3,"refPriceFen":1}}', /^round：应为1或2$/],
  ['{"function":"auctionFloor","input":{"round":2,"refPriceFen":1}}', /^prevStartFen：缺少必填项$/],
  [
    '{"function":"formatCaseNumber","input":{"year":2024,"court":"川1123","type":"执","number":1,"suffix":100}}',
    /^suffix：应为1至99/,
  ],
  [
    '{"function":"distribute","input":{"proceedsFen":1,"claims":[{"id":"a","tier":2,"claimFen":1,"excessTier":2}]}}',
    /excessTier：须在 tier 之后/,
  ],
  ['{"function":"distribute","input":{"proceedsFen":-1,"claims":[]}}', /^proceedsFen：应为不小于零的整数/],
] as const) {
  test(`the line ${line.slice(0, 110)} is answered by a problem that says what is wrong`, () =>
    assert.match(problem(line), says))
}

for (const [line, value] of [
  [
    '{"function":"enforcementFee","input":{"claimFen":123456789012345678901234567890}}',
    '{"feeFen":123456789012345678907974568}',
  ],
  ['{"function":"enforcementFee","input":{"claimFen":9007199254740993}}', '{"feeFen":9007205994741}'],
  ['{"function":"enforcementFee","input":{"claimFen":1e6}}', '{"feeFen":5000}'],
  ['{"function":"enforcementFee","input":{"claimFen":1000000.0}}', '{"feeFen":5000}'],
  ['{"function":"enforcementFee","input":{"claimFen":1000000.0000000000000000001}}', '{"error":"AMOUNT_NOT_POSITIVE"}'],
  ['{"function":"enforcementFee","input":{"claimFen":100.5,"rounding":"up"}}', '{"error":"AMOUNT_NOT_POSITIVE"}'],
  ['{"function":"enforcementFee","input":{"claimFen":1,"rounding":"up"}}', '{"error":"ROUNDING_UNKNOWN"}'],
  ['{"function":"enforcementFee","input":{"claimFen":null,"rounding":"up"}}', '{"error":"ROUNDING_UNKNOWN"}'],
  ['{"function":"enforcementFee","input":{"claimFen":1e9999}}', '{"error":"AMOUNT_NOT_POSITIVE"}'],
  [
    '{"function":"periodEnd","input":{"trigger":"2024-01-01","amount":1.5,"unit":"week"}}',
    '{"error":"AMOUNT_NOT_POSITIVE"}',
  ],
  [
    '{"function":"seizureExpiry","input":{"kind":"deposit","start":"2024-01-01","months":40,"printedEnd":"2023-01-01"}}',
    '{"error":"TERM_EXCEEDS_MAX"}',
  ],
  [
    '{"function":"seizureExpiry","input":{"kind":"deposit","start":"2024-01-01","months":1.5}}',
    '{"error":"TERM_INVALID"}',
  ],
  [
    '{"function":"seizureExpiry","input":{"kind":"deposit","start":"2024-01-01","printedEnd":"2023-12-31"}}',
    '{"error":"TERM_INVALID"}',
  ],
  ['{"function":"amountInChinese","input":{"fen":0.5}}', '{"error":"AMOUNT_OUT_OF_RANGE"}'],
  [
    '{"function":"distribute","input":{"proceedsFen":7,"claims":[{"id":"__proto__","tier":1,"claimFen":5}]}}',
    '{"paid":{"__proto__":5},"surplusFen":2}',
  ],
  ['{"function":"terminationGate","input":{}}', null],
] as const) {
  test(`the line ${line.slice(0, 110)} is answered ${value ?? 'with a value'}`, () => {
    const text = calculateLine(line)
    if (value === null) assert.match(text, /^\{"value":/)
    else assert.equal(text, `{"value":${value}}`)
  })
}

const isAnswer = (text: string): boolean => {
  const read: unknown = JSON.parse(text)
  return typeof read === 'object' && read !== null && ('value' in read || 'problem' in read)
}

test('no line whatever stops the calculators', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (line) => assert.ok(isAnswer(calculateLine(line)))))
})

test('a worked example with one field changed to anything is answered, and what has a value can be explained', () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      -1,
      0,
      0.5,
      1e21,
      1e308,
      '9999-12-31',
      '0000-01-01',
      '2024-02-29',
      '2024-02-29T23:59',
      '',
      null,
      [],
      {},
    ),
  )
  fc.assert(
    fc.property(fc.constantFrom(...vectors), fc.nat(), odd, ({ function: name, input }, at, value) => {
      const fields = Object.keys(input)
      const field = fields[at % fields.length] ?? 'none'
      const changed = { ...input, [field]: value }
      assert.ok(isAnswer(calculateLine(JSON.stringify({ function: name, input: changed }))))
      const explanation = explain(name, JSON.parse(JSON.stringify(changed)))
      if ('workings' in explanation)
        assert.ok([...explanation.workings, ...explanation.checks].every((line) => line !== ''))
    }),
    { numRuns: 3000 },
  )
})

test('a field that nobody reads is pointed out beside the result', () => {
  const explanation = explain('doubledInterest', {
    baseFen: 1,
    dueDate: '2024-01-01',
    endDate: '2024-02-01',
    exclusion: [],
  })
  assert.ok('checks' in explanation)
  assert.deepEqual(explanation.checks, ['没有使用的输入：exclusion，请核对是否写错'])
})
