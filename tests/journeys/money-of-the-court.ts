import { ask } from '#kernel/pipeline/ask.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import type { Actor } from '#kernel/occasion.ts'
import { isRefusal } from '#kernel/problem.ts'
import { almighty, court } from '../api/running-court.ts'
import { bringInSample, servedCourt, type ServedCourt } from './served-court.ts'

/** One of the demo people, with every right: who he is decides, not what he may. */
export const person = ({ running }: ServedCourt, loginName: string): Actor => ({
  ...almighty(running),
  id: running.people.find((login) => login.loginName === loginName)?.staffId ?? '',
})

export async function done(
  served: ServedCourt,
  loginName: string,
  command: string,
  input: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const reply = await execute(served.running.platform, person(served, loginName), { command, input })
  if (isRefusal(reply)) throw new Error(`${command}: ${reply.problem.detail.zh}`)
  return reply.answer ?? {}
}

export const rowsIn = <Row>({ running }: ServedCourt, text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  inTransaction(running.platform, { court, unit: null }, async ({ client }) => {
    const { rows } = await client.query(text, [...values])
    return rows as Row[]
  })

/** The year's cases and what the bank told of September, on the last day of that month; a second money officer. */
export async function moneyCourt(): Promise<ServedCourt> {
  const served = await servedCourt({ bare: true, today: '2024-09-30' })
  await bringInSample(served, '01-首次执行案件台账.xlsx')
  await bringInSample(served, '02-恢复执行案件台账.xlsx')
  await bringInSample(served, '03-银行流水-2024年9月.xlsx')
  await done(served, 'shujiyuan', 'identity.give-post', {
    staffId: person(served, 'bangongshi').id,
    postId: 'P12',
    fromOn: '2024-09-01',
  })
  return served
}

type Free = { readonly caseId: string; readonly applicant: string }

/** Cases with money that nobody has asked to pay out yet, the largest sums last. */
const casesWithMoney = (served: ServedCourt, count: number): Promise<Free[]> =>
  rowsIn<Free>(
    served,
    `select c.case_id as "caseId", min(n.name) as applicant
     from funds_claim k
     join cases_fact_source c on c.case_number = k.case_number
     join cases_party_name n on n.case_id = c.case_id and n.role = 'applicant'
     where k.kind = 'case' and k.undone_at is null and k.paid_fen + k.reserved_fen = 0 and c.closed_on is null
     group by c.case_id having count(distinct n.name) = 1 and sum(distinct k.amount_fen) < 20000000
     order by sum(k.amount_fen), c.case_id limit $1`,
    [count],
  )

/** Payouts that the money officer has checked: the director's turn. The last is of a case that the director handles. */
export async function checkedPayouts(served: ServedCourt): Promise<void> {
  const cases = await casesWithMoney(served, 2)
  const director = person(served, 'juzhang').id
  for (const [index, { caseId, applicant }] of cases.entries()) {
    if (index === cases.length - 1)
      await rowsIn(served, 'update cases_case set handler_id = $2 where case_id = $1', [caseId, director])
    const payeeAccountId = await confirmedAccount(served, applicant, `622200001111222${index}`)
    const { payoutId } = await done(served, 'faguan', 'funds.propose-payout', { caseId, payeeAccountId })
    await done(served, 'ankuan', 'funds.check-payout', { payoutId })
  }
}

/** An account of somebody: recorded by the judge, confirmed by the money officer who called back. */
export async function confirmedAccount(served: ServedCourt, payee: string, accountNumber: string): Promise<string> {
  const { payeeAccountId } = await done(served, 'faguan', 'funds.propose-payee', {
    payee,
    holder: payee,
    bank: '示例银行县支行',
    accountNumber,
  })
  await done(served, 'ankuan', 'funds.confirm-payee', {
    payeeAccountId,
    callBackNote: '电话回拨本人，账号逐位核对无误',
  })
  return String(payeeAccountId)
}

type Line = { readonly id: string; readonly fen: string }
type Open = Free & { readonly caseNumber: string }

/**
 * An open case of one applicant that this person handles, with a sum that came without a case: one officer says whose it
 * is and another confirms.
 */
export async function caseWithFreshMoney(
  served: ServedCourt,
  loginName: string,
  place: number,
): Promise<Open & { readonly freeFen: bigint }> {
  const cases = await rowsIn<Open>(
    served,
    `select c.case_id as "caseId", c.case_number as "caseNumber", min(n.name) as applicant
     from cases_fact_source c join cases_party_name n on n.case_id = c.case_id and n.role = 'applicant'
     where c.closed_on is null and c.type_code = '执'
       and not exists (select from funds_claim k where k.case_number = c.case_number and k.undone_at is null)
     group by c.case_id, c.case_number having count(distinct n.name) = 1 order by c.case_number limit $1`,
    [place + 1],
  )
  const lines = await rowsIn<Line>(
    served,
    `select bank_line_id as id, unclaimed_fen::text as fen from funds_bank_line l
     where unclaimed_fen > 1000 and unclaimed_fen = amount_fen and not exists (
       select from kernel_approval a where a.subject = 'bank-line:' || l.bank_line_id and a.decision is null)
     order by unclaimed_fen desc, bank_line_id limit 1`,
  )
  const [found, line] = [cases[place], lines[0]]
  if (!found || !line) throw new Error('no open case, or no unclaimed money')
  const { approvalId } = await done(served, 'ankuan', 'funds.propose-claim', {
    bankLineId: line.id,
    evidence: '付款人来电说明并传来回单',
    parts: [{ caseNumber: found.caseNumber, amountFen: line.fen }],
  })
  await done(served, 'bangongshi', 'funds.confirm-claim', { approvalId })
  await rowsIn(served, 'update cases_case set handler_id = $2 where case_id = $1', [
    found.caseId,
    person(served, loginName).id,
  ])
  return { ...found, freeFen: BigInt(line.fen) }
}

type Difference = { readonly key: string; readonly said: string | null }

/** What the statement shows beside the books is explained line by line: the next day's payments are free. */
export async function explainDay(served: ServedCourt, loginName: string, day: string): Promise<void> {
  const found = await ask(served.running.platform, person(served, loginName), {
    query: 'funds.day-end',
    input: { day },
    total: false,
  })
  if (isRefusal(found)) throw new Error(found.problem.detail.zh)
  const { differences } = found as unknown as { readonly differences: readonly Difference[] }
  for (const { key } of differences.filter(({ said }) => said === null))
    await done(served, loginName, 'funds.explain-difference', { day, key, text: '旧账内已付，补录前逐笔核对无误' })
}
