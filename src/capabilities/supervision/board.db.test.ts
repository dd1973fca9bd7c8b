import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, bring, bureau, given, staff } from '../../../tests/registers/court.ts'
import type { Board } from './contract.ts'

test('the board names what is past its day with who holds it, and an instruction about it is followed', async (t) => {
  const year = await bureau(t)
  await bring(year, '01-首次执行案件台账.xlsx')
  const january = await asked<Board>(year, 'supervision.board', {})
  assert.deepEqual(
    january.figures.map(({ id, printed }) => [id, printed]),
    [
      ['K01', '99.74%'],
      ['K02', '44.79%'],
      ['K04', '90.75%'],
      ['K07', '88.99%'],
      ['K08', '11.00%'],
    ],
  )
  assert.deepEqual(january.instructions, [])
  year.forward({ hours: 24 * 150 })
  const june = await asked<Board>(year, 'supervision.board', {})
  const [worst] = june.red
  assert.ok(worst && worst.days > 0 && worst.holder)
  assert.ok(june.redTotal >= june.red.length)
  const clerk = await asked<{ readonly rows: readonly { readonly handlerId: string }[] }>(year, 'cases.register', {
    open: true,
  })
  const { problem } = await given(year, 'supervision.record-instruction', {
    instructedOn: '2025-06-03',
    leader: '院长',
    occasion: worst.occasion,
    caseNumber: worst.caseNumber,
    text: worst.what,
    owner: clerk.rows[0]?.handlerId,
    dueOn: '2025-06-10',
  })
  assert.equal(problem, null)
  const after = await asked<Board>(year, 'supervision.board', {})
  assert.equal(after.instructions.length, 1)
})

test('the board is for those who give instructions', async (t) => {
  const year = await bureau(t)
  const clerk = staff('00000000-0000-7000-8000-000000000001', ['supervision.read'], 'court')
  await assert.rejects(asked(year, 'supervision.board', {}, clerk), /not-permitted/)
})
