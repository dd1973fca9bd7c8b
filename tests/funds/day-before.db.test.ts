import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountOf, moneyCourt, officer, people } from './court.ts'

const closer = officer('k', 'court', 'close')
const [yesterday, today] = ['2025-03-02', '2025-03-03']

test('a day-end that does not balance stops the payments of the next day until each line is explained', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 100_000n)
  await money.line(-20_000n, yesterday)
  await money.line(-3_000n, yesterday)
  const payeeAccountId = await accountOf(money)
  const { payoutId } = await money.done(people.handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '1000' })
  await money.done(people.checker, 'check-payout', { payoutId })
  await money.done(people.director, 'approve-payout', { payoutId })
  const order = () => money.give(people.payer, 'make-order', { bankAccountId: money.bank, payoutIds: [payoutId] })
  const standing = () => money.asked<Standing>(people.payer, 'release-standing')

  const { problem } = await order()
  assert.equal(problem?.type, '/problems/funds/day-before-open')
  assert.equal(problem?.rule, 'funds.account')
  assert.equal(problem?.remedy?.href, `/funds/reconcile?day=${yesterday}`)
  assert.match(problem?.detail.zh ?? '', /2025-03-02 日终还有 2 笔差额没有说明.*200\.00.*30\.00|30\.00.*200\.00/)

  const before = await standing()
  assert.deepEqual([before.day, before.released, before.open.length], [yesterday, false, 2])
  assert.equal(before.because?.detail.zh, problem?.detail.zh, 'what greys the button is what refuses the call')

  const [one, other] = before.open
  const said = (key: string | undefined) => ({ day: yesterday, key, text: '银行误扣，已去函，次日退回' })
  const stranger = await money.give(people.handler, 'explain-difference', said(one?.key))
  assert.equal(stranger.problem?.status, 403)
  await money.done(closer, 'explain-difference', said(one?.key))
  assert.equal((await order()).problem?.type, '/problems/funds/day-before-open', 'one line of two is not enough')
  assert.equal(
    (await money.give(closer, 'explain-difference', said(one?.key))).problem?.type,
    '/problems/funds/difference-explained',
  )
  assert.equal(
    (await money.give(closer, 'explain-difference', said('line nothing'))).problem?.type,
    '/problems/funds/no-such-difference',
  )
  await money.done(closer, 'explain-difference', said(other?.key))
  assert.deepEqual([(await standing()).released, (await standing()).because], [true, null])
  assert.equal((await order()).problem, null)

  const { differences } = await money.asked<{ differences: { said: string }[] }>(people.payer, 'day-end', {
    day: yesterday,
  })
  assert.ok(differences.every(({ said: text }) => text.startsWith('银行误扣')))
  assert.equal(
    (await money.give(closer, 'close-day', { day: yesterday })).problem,
    null,
    'what was said closes the day',
  )
})

test('what a payout or a line has explained since stops nobody, and what no statement can show yet is on its way', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 100_000n)
  const payeeAccountId = await accountOf(money)
  const { payoutId } = await money.done(people.handler, 'propose-payout', { caseId, payeeAccountId, amountFen: '1000' })
  await money.done(people.checker, 'check-payout', { payoutId })
  await money.done(people.director, 'approve-payout', { payoutId })
  await money.done(people.payer, 'make-order', { bankAccountId: money.bank, payoutIds: [payoutId] })
  await money.done(people.payer, 'record-outcome', { payoutId, outcome: 'paid', occurredOn: today })
  money.forward({ hours: 24 })
  const standing = () => money.asked<Standing>(people.payer, 'release-standing')
  assert.deepEqual(
    [(await standing()).day, (await standing()).released],
    [today, true],
    'no statement reaches that day',
  )

  await money.line(5n, '2025-03-04')
  assert.equal((await standing()).released, false, 'a later line is there and the payment is not')
  const bankLineId = await money.line(-1_000n, '2025-03-04')
  await money.done(people.payer, 'record-outcome', { payoutId, outcome: 'paid', occurredOn: today, bankLineId })
  assert.equal((await standing()).released, true)
})

type Standing = {
  readonly day: string
  readonly released: boolean
  readonly open: readonly { readonly key: string }[]
  readonly because: { readonly detail: { readonly zh: string } } | null
}
