import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'
import { faultsOf, isOptional, kindOf } from './form-fields.ts'

const Input = z.object({
  amount: FenText,
  paidOn: PlainDateText.optional(),
  manner: z.enum(['performed', 'terminated']),
  reason: z.string().min(1).max(4),
})

test('a form asks for money, days and choices with the control made for them', () => {
  assert.equal(kindOf(Input.shape.amount), 'amount')
  assert.equal(kindOf(Input.shape.paidOn), 'date')
  assert.equal(kindOf(Input.shape.manner), 'choice')
  assert.equal(kindOf(Input.shape.reason), 'text')
})

test('what may stay empty is known from the contract', () => {
  assert.ok(isOptional(Input.shape.paidOn))
  assert.ok(!isOptional(Input.shape.amount))
})

test('all bad fields are named at once, each with what to do', () => {
  const read = Input.safeParse({ amount: '1', manner: 'sold', reason: '写得太长了' })
  assert.ok(read.error)
  assert.deepEqual(
    faultsOf(read.error).map(({ field, detail }) => [field, detail.zh]),
    [
      ['manner', '请选一项'],
      ['reason', '最多4个字'],
    ],
  )
})
