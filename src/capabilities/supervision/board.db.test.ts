import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '#kernel/occasion.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { accountOf, court, moneyCourt, people } from '../../../tests/funds/court.ts'
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

test('money past its lawful day stands on the board, worst first, with the days since its notice and the step that holds it', async (t) => {
  const money = await moneyCourt(t, '2025-01-20T01:00:00Z')
  const [late, later, deferred] = [await money.caseOf(1), await money.caseOf(2), await money.caseOf(3)]
  await money.receive(deferred.caseNumber, 20_000n, { on: '2025-01-10' })
  const put = await money.done(people.handler, 'propose-deferral', {
    caseId: deferred.caseId,
    ground: '其他正当事由',
    reason: '申请执行人死亡，继承人正在确定',
    untilOn: '2025-03-20',
  })
  const [deferralId] = put['deferralIds'] as string[]
  await money.done(people.director, 'review-deferral', { deferralId })
  await money.done(people.president, 'approve-deferral', { deferralId })
  money.forward({ hours: 24 * 42 })
  await money.receive(late.caseNumber, 30_000n, { on: '2025-01-10' })
  await money.receive(later.caseNumber, 50_000n, { on: '2025-01-20' })
  await money.receive((await money.caseOf(4)).caseNumber, 10_000n, { on: '2025-02-01' })
  const payeeAccountId = await accountOf(money)
  await money.done(people.handler, 'propose-payout', { caseId: later.caseId, payeeAccountId })
  const leader = systemActor(court, 'leader', '院长', ['supervision.instruct'])
  const board = (await ask(money.platform, leader, { query: 'supervision.board', input: {} })) as Board
  const shown = board.red.filter(({ occasion }) => occasion === '案款')
  assert.deepEqual(
    shown.map(({ what, days, holder }) => [what, days, holder]),
    [
      [`${late.caseNumber} 案款 300.00 元，通知第52天未发放`, 22, null],
      [`${later.caseNumber} 案款 500.00 元，通知第42天未发放`, 12, '案款管理专员核对'],
    ],
  )
  assert.deepEqual(
    shown.map(({ href }) => href),
    [`/funds/cases/${late.caseId}`, `/funds/cases/${later.caseId}`],
  )
})

test('the board is for those who give instructions', async (t) => {
  const year = await bureau(t)
  const clerk = staff('00000000-0000-7000-8000-000000000001', ['supervision.read'], 'court')
  await assert.rejects(asked(year, 'supervision.board', {}, clerk), /not-permitted/)
})
