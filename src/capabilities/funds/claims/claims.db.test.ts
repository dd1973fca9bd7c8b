import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import type { Actor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import { asked, bring, bureau, staff, type Rows } from '../../../../tests/registers/court.ts'

type Line = { readonly bankLineId: string; readonly amountFen: string; readonly unclaimedFen: string }

const officer = staff('00000000-0000-7000-8000-000000000001', ['funds.claim', 'funds.read'], 'court')
const second = staff('00000000-0000-7000-8000-000000000002', ['funds.claim', 'funds.read'], 'court')
let year: TestPlatform
let open: readonly Line[]

before(async (t) => {
  year = await bureau(t as never)
  await bring(year, '01-首次执行案件台账.xlsx', '03-银行流水-2024.csv')
  open = (await asked<Rows<Line>>(year, 'funds.lines', { unclaimed: true, direction: 'in' })).rows
})

const give = async (actor: Actor, command: string, input: object) => {
  const reply = await execute(year, actor, { command, input })
  return isRefusal(reply) ? { problem: reply.problem, answer: undefined } : { problem: undefined, answer: reply.answer }
}
const read = <T extends object>(sql: string, values: readonly unknown[] = []) =>
  inTransaction(year, officer, async ({ client }) => (await client.query<T>(sql, [...values])).rows)
const balance = async (number: string): Promise<string> => {
  const rows = await read<{ fen: string }>(
    `select coalesce(sum(balance_fen), 0)::text as fen from funds_account where kind = 'case' and case_number = $1`,
    [number],
  )
  return rows[0]?.fen ?? '0'
}
const proposed = async (line: Line, parts: readonly object[]) => {
  const { answer, problem } = await give(officer, 'funds.propose-claim', {
    bankLineId: line.bankLineId,
    parts,
    evidence: '付款人来电并传来回单',
  })
  assert.equal(problem, undefined)
  return String(answer?.['approvalId'])
}
const [one, other] = ['（2024）川1123执1147号', '（2024）川1123执1151号']

test('a claim takes two people: who proposed it does not confirm it', async () => {
  const line = open[0] as Line
  const approvalId = await proposed(line, [{ caseNumber: '2024执1147', kind: 'case', amountFen: line.unclaimedFen }])
  const own = await give(officer, 'funds.confirm-claim', { approvalId })
  assert.equal(own.problem?.type, '/problems/funds/own-claim')
  const before = BigInt(await balance(one))
  assert.equal((await give(second, 'funds.confirm-claim', { approvalId })).problem, undefined)
  assert.equal(BigInt(await balance(one)) - before, BigInt(line.amountFen))
  const again = await give(second, 'funds.confirm-claim', { approvalId })
  assert.equal(again.problem?.type, '/problems/funds/no-such-claim-proposal')
})

test('one sum is split between two cases to the fen, and never beyond what came', async () => {
  const line = open[1] as Line
  const half = BigInt(line.unclaimedFen) / 2n
  const parts = (more: bigint) => [
    { caseNumber: one, kind: 'case', amountFen: half.toString() },
    { caseNumber: other, kind: 'case', amountFen: (BigInt(line.unclaimedFen) - half + more).toString() },
  ]
  const over = await give(officer, 'funds.propose-claim', {
    bankLineId: line.bankLineId,
    parts: parts(1n),
    evidence: '回单',
  })
  assert.equal(over.problem?.type, '/problems/funds/more-than-left')
  const before = BigInt(await balance(other))
  await give(second, 'funds.confirm-claim', { approvalId: await proposed(line, parts(0n)) })
  assert.equal(BigInt(await balance(other)) - before, BigInt(line.unclaimedFen) - half)
})

test('a claim is undone by a reversal, and the money lies in the pool again', async () => {
  const { rows } = await asked<Rows<{ readonly claimId: string }>>(year, 'funds.claims', { caseNumber: other })
  const before = await read<{ fen: string }>(
    `select sum(balance_fen)::text as fen from funds_account where kind = 'unknown'`,
  )
  const undone = await give(officer, 'funds.undo-claim', { claimId: rows[0]?.claimId, reason: '付款人说付错了' })
  assert.equal(undone.problem, undefined)
  const after = await read<{ fen: string }>(
    `select sum(balance_fen)::text as fen from funds_account where kind = 'unknown'`,
  )
  assert.ok(BigInt(after[0]?.fen ?? 0) > BigInt(before[0]?.fen ?? 0))
  const twice = await give(officer, 'funds.undo-claim', { claimId: rows[0]?.claimId, reason: '再来一次' })
  assert.equal(twice.problem?.type, '/problems/funds/claim-undone')
})

test('of eight who confirm one claim at once, one moves the money', async () => {
  const line = open[2] as Line
  const approvalId = await proposed(line, [{ caseNumber: one, kind: 'case', amountFen: line.unclaimedFen }])
  const before = BigInt(await balance(one))
  const replies = await Promise.all(
    Array.from({ length: 8 }, () => give(second, 'funds.confirm-claim', { approvalId })),
  )
  assert.equal(replies.filter(({ problem }) => problem === undefined).length, 1)
  assert.equal(BigInt(await balance(one)) - before, BigInt(line.amountFen))
})

test('whoever handles the case is told in the same minute, and the applicant’s message waits for its gateway', async () => {
  const rows = await read<{ told: string; state: string; n: number }>(
    `select told, state, count(*)::int as n from funds_notice group by told, state order by told`,
  )
  assert.deepEqual(
    rows.map(({ told, state }) => `${told} ${state}`),
    ['applicant waiting', 'clerk delivered', 'handler delivered'],
  )
})

test('whatever was claimed, split, undone or cancelled, each line has in the pool what nobody has claimed of it', async () => {
  const rows = await read<{ fen: string }>('select sum(amount_fen)::text as fen from funds_posting')
  assert.equal(rows[0]?.fen, '0')
  const differing = await read(
    `select l.serial from funds_bank_line l where l.amount_fen > 0 and l.unclaimed_fen <>
       coalesce((select sum(p.amount_fen) from funds_posting p
         join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id
         where p.court_id = l.court_id and p.bank_line_id = l.bank_line_id and a.kind = 'unknown'), 0)`,
  )
  assert.deepEqual(differing, [])
})
