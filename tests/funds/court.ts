import type { TestContext } from 'node:test'
import { recordCases, type CaseRecord } from '#capabilities/cases'
import { prepareCourt } from '#capabilities/operations'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { systemActor, type Actor, type Occasion, type Scope } from '#kernel/occasion.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { execute, reactTo } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import { isRefusal } from '#kernel/problem.ts'
import { testPlatform } from '#kernel/testing/platform.ts'
import { newId } from '#kernel/values/ids.ts'
import { rooms } from '../../src/app/rooms.ts'
import { post } from '../../src/capabilities/funds/ledger/post.ts'
import { caseOf, person } from '../../src/capabilities/cases/testing/case-of.ts'
import type { Claim } from '../../src/capabilities/funds/claims/store.ts'

export const court = '川9901'
const filed = '2025-01-02'

/** Somebody with these rights of this room, in one scope. */
export const officer = (id: string, scope: Scope, ...rights: readonly string[]): Actor => ({
  ...systemActor(court, id, '某人', []),
  kind: 'staff',
  grants: [...rights, 'read'].map((right) => ({ permission: `funds.${right}`, scope })),
})

type Said = Partial<Omit<CaseRecord, 'number'>> & { readonly typeCode?: '执' | '执异' }

/** A court with money: every receipt that is put in comes through the bank and is claimed by posting, as claims do. */
export async function moneyCourt(t: TestContext, now = '2025-03-03T01:00:00Z') {
  const platform = await testPlatform(t, rooms, { court, now })
  await prepareCourt(platform, court)
  const bank = newId()
  const statement = newId()
  const inside = <T>(work: (tx: Tx, occasion: Occasion) => Promise<T>) =>
    inTransaction(platform, { court, unit: null }, async (tx) =>
      work(tx, await occasionFor(tx, systemActor(court, 'test', '测试', []))),
    )
  await inside(async ({ client }) => {
    await client.query(
      `insert into funds_bank_account (bank_account_id, bank, title, number_masked, number_index)
       values ($1, '示例银行', '案款专户', '9999…0018', 'x')`,
      [bank],
    )
    await client.query(
      `insert into funds_statement (statement_id, bank_account_id, file_name, format, lines_read, lines_new, imported_by, imported_at)
       values ($1, $2, '流水', 'csv', 0, 0, 'test', now())`,
      [statement, bank],
    )
  })
  let serial = 0
  /** A line of the bank: money in is unknown, money out unexplained, until somebody says what it is. */
  const line = (fen: bigint, on: string) =>
    inside(async (tx, occasion) => {
      const id = newId()
      serial += 1
      await tx.client.query(
        `insert into funds_bank_line (bank_line_id, bank_account_id, serial, happened_on, amount_fen, unclaimed_fen,
           unexplained_fen, statement_id, statement_row) values ($1, $2, $3, $4, $5, $6, $7, $8, 1)`,
        [id, bank, `S${serial}`, on, `${fen}`, `${fen > 0n ? fen : 0n}`, `${fen < 0n ? -fen : 0n}`, statement],
      )
      const other = fen > 0n ? 'unknown' : 'unexplained'
      const postings = [
        { account: { kind: 'bank', bankAccountId: bank }, amountFen: -fen, bankLineId: id },
        { account: { kind: other }, amountFen: fen, bankLineId: id },
      ] as const
      await post(tx, [{ kind: fen > 0n ? 'receipt' : 'payment', postedOn: on, postings }], occasion)
      return id
    })
  const give = async (actor: Actor, command: string, input: unknown, proved = true) => {
    const reply = await execute(platform, proved ? { ...actor, provedAt: platform.clock() } : actor, {
      command: `funds.${command}`,
      input,
    })
    return isRefusal(reply)
      ? { problem: reply.problem, answer: {} as Record<string, unknown>, warnings: undefined }
      : { problem: null, answer: reply.answer ?? {}, warnings: reply.warnings }
  }
  return {
    platform,
    bank,
    inside,
    line,
    give,
    forward: platform.forward,
    /** The answer of a command that must be done. */
    done: async (actor: Actor, command: string, input: unknown) => {
      const { problem, answer } = await give(actor, command, input)
      if (problem) throw new Error(`${command}: ${problem.type} ${problem.detail.zh}`)
      return answer
    },
    asked: async <T>(actor: Actor, query: string, input: unknown = {}): Promise<T> => {
      const found = await ask(platform, actor, { query: `funds.${query}`, input, total: true })
      if (isRefusal(found)) throw new Error(JSON.stringify(found.problem))
      return found as T
    },
    caseOf: (serial: number, said: Said = {}) =>
      inside(async (tx, occasion) => {
        const record = caseOf({
          court,
          serial,
          year: 2025,
          filedOn: filed,
          cause: null,
          parties: [person('applicant', '彧某甲'), person('debtor', '岢某乙')],
          ...said,
        })
        const caseNumber = record.number.canonical
        const [caseId = ''] = await recordCases(tx, [record], { batchId: null }, occasion)
        await reactTo(tx, [{ type: 'cases.case-imported', caseId } as never], occasion)
        return { caseId, caseNumber }
      }),
    /** Money that came on a day and was claimed for a case. */
    receive: async (
      caseNumber: string,
      fen: bigint,
      {
        on = '2025-01-10',
        kind = 'case',
        unknown = false,
        claimedOn = on,
        payer = '岢某乙',
      }: {
        on?: string
        kind?: Claim['kind'] & ('case' | 'refundable' | 'guarantee')
        unknown?: boolean
        claimedOn?: string
        payer?: string
      } = {},
    ): Promise<string> => {
      const bankLineId = await line(fen, on)
      return inside(async (tx, occasion) => {
        const claimId = newId()
        const [entry] = await post(
          tx,
          [
            {
              kind: 'claim',
              postedOn: claimedOn,
              postings: [
                { account: { kind: 'unknown' }, amountFen: -fen, bankLineId },
                { account: { kind, caseNumber }, amountFen: fen, bankLineId },
              ],
            },
          ],
          occasion,
        )
        await tx.client.query('update funds_bank_line set unclaimed_fen = 0 where bank_line_id = $1', [bankLineId])
        await tx.client.query(
          `insert into funds_claim (claim_id, bank_line_id, kind, case_number, payer, amount_fen, arrived_on, claimed_on,
             was_unknown, manner, entry_id, recorded_by, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'by-hand', $10, 'test', now())`,
          [claimId, bankLineId, kind, caseNumber, payer, `${fen}`, on, claimedOn, unknown, entry],
        )
        return claimId
      })
    },
    balance: (kind: string, caseNumber: string | null = null) =>
      inside(async ({ client }) => {
        const { rows } = await client.query<{ fen: string }>(
          `select coalesce(sum(p.amount_fen), 0)::text as fen from funds_posting p join funds_account a on a.account_id = p.account_id
           where a.kind = $1 and ($2::text is null or a.case_number = $2)`,
          [kind, caseNumber],
        )
        return BigInt(rows[0]?.fen ?? 0)
      }),
  }
}

export type MoneyCourt = Awaited<ReturnType<typeof moneyCourt>>

/** The people of a chain; nobody of them is anybody else. */
export const people = {
  handler: officer('h', 'court', 'propose', 'keep-payees', 'release'),
  checker: officer('c', 'court', 'check', 'confirm-payees', 'propose', 'keep-payees'),
  director: officer('d', 'court', 'approve', 'confirm-payees'),
  president: officer('p', 'court', 'approve-large'),
  payer: officer('f', 'court', 'pay', 'check'),
} as const

/** An account of somebody, confirmed by a second person. */
export async function accountOf({ done }: MoneyCourt, payee = '彧某甲', number = '9999000011112222'): Promise<string> {
  const { payeeAccountId } = await done(people.handler, 'propose-payee', {
    payee,
    holder: payee,
    bank: '示例银行县支行',
    accountNumber: number,
  })
  await done(people.checker, 'confirm-payee', { payeeAccountId, callBackNote: '按卷内电话回拨，本人确认' })
  return String(payeeAccountId)
}

/** A payout taken to the bank. */
export async function ordered(money: MoneyCourt, payoutId: unknown, second = false): Promise<string> {
  const { done, bank } = money
  await done(people.checker, 'check-payout', { payoutId })
  await done(people.director, 'approve-payout', { payoutId })
  if (second) await done(people.president, 'approve-payout-second', { payoutId })
  const { orderId } = await done(people.payer, 'make-order', { bankAccountId: bank, payoutIds: [payoutId] })
  return String(orderId)
}
