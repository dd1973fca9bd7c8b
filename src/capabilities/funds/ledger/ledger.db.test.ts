import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { systemActor, type Occasion } from '#kernel/occasion.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import { testPlatform, type TestPlatform } from '#kernel/testing/platform.ts'
import { newId } from '#kernel/values/ids.ts'
import { rooms } from '../../../app/rooms.ts'
import { accountName, accountsOf } from './accounts.ts'
import { balanceOf, balancesOn } from './balances.ts'
import { post, reverse, type NewEntry } from './post.ts'

const court = '川9901'
const officer = systemActor(court, 'officer', '案款专员', [])
let platform: TestPlatform
const bankAccountId = newId()
const bank = { kind: 'bank', bankAccountId } as const
const unknown = { kind: 'unknown' } as const
const ofCase = (n: number) => ({ kind: 'case', caseNumber: `（2025）川9901执${n}号` }) as const

const inCourt = <T>(work: (tx: Tx, occasion: Occasion) => Promise<T>): Promise<T> =>
  inTransaction(platform, officer, async (tx) => work(tx, await occasionFor(tx, officer)))

before(async (t) => {
  platform = await testPlatform(t as never, rooms, { court })
  await inCourt(async ({ client }) => {
    await client.query(
      `insert into funds_bank_account (bank_account_id, bank, title, number_masked, number_index)
       values ($1, '某银行', '某县人民法院案款专户', '2306…0018', 'x')`,
      [bankAccountId],
    )
  })
})

const received = (amountFen: bigint, postedOn = '2025-01-06'): NewEntry => ({
  kind: 'receipt',
  postedOn,
  postings: [
    { account: bank, amountFen: -amountFen },
    { account: unknown, amountFen },
  ],
})
const moved = (from: NewEntry['postings'][number]['account'], to: typeof from, amountFen: bigint): NewEntry => ({
  kind: 'claim',
  postedOn: '2025-01-06',
  postings: [
    { account: from, amountFen: -amountFen },
    { account: to, amountFen },
  ],
})
const refusedBy = (constraint: string) => (error: unknown) =>
  typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === constraint

test('an entry that does not balance is refused by the database', async () => {
  const crooked = {
    ...received(100n),
    postings: [
      { account: bank, amountFen: -100n },
      { account: unknown, amountFen: 99n },
    ],
  }
  await assert.rejects(
    inCourt((tx, occasion) => post(tx, [crooked], occasion)),
    refusedBy('funds_entry_balances'),
  )
})

test('no account of a case goes below zero', async () => {
  await assert.rejects(
    inCourt((tx, occasion) => post(tx, [moved(ofCase(1), unknown, 1n)], occasion)),
    refusedBy('funds_account_covered'),
  )
})

test('what is posted neither changes nor vanishes, not even for the owner of the tables', async () => {
  const [id] = await inCourt((tx, occasion) => post(tx, [received(500n)], occasion))
  for (const text of [
    'update funds_posting set amount_fen = amount_fen + 1',
    'delete from funds_posting',
    'truncate funds_posting cascade',
    "update funds_entry set reason = 'x'",
    'delete from funds_entry',
    'update funds_account set balance_fen = balance_fen + 1',
  ]) {
    await assert.rejects(
      inCourt(({ client }) => client.query(text)),
      (error) => error instanceof Error,
      text,
    )
  }
  await assert.rejects(
    inCourt(({ client }) =>
      client.query(
        `insert into funds_posting (entry_id, line, account_id, amount_fen, posted_on)
         select entry_id, line + 9, account_id, amount_fen, posted_on from funds_posting where entry_id = $1`,
        [id],
      ),
    ),
    refusedBy('funds_entry_whole'),
  )
})

test('an entry is taken back once, by its opposite', async () => {
  const [id = ''] = await inCourt((tx, occasion) => post(tx, [received(700n)], occasion))
  const taken = { on: '2025-01-06', reason: '银行冲正' }
  await inCourt((tx, occasion) => reverse(tx, id, taken, occasion))
  await assert.rejects(
    inCourt((tx, occasion) => reverse(tx, id, taken, occasion)),
    refusedBy('funds_entry_reversed_once'),
  )
})

test('nothing is posted into a closed day', async () => {
  await inCourt(({ client }) =>
    client.query(
      `insert into funds_closed_day (day, bank_fen, owed_fen, closed_by, closed_at) values ('2024-12-31', 0, 0, 'x', now())`,
    ),
  )
  await assert.rejects(
    inCourt((tx, occasion) => post(tx, [received(100n, '2024-12-30')], occasion)),
    refusedBy('funds_day_open'),
  )
})

test('whatever is received, claimed and paid, the bank holds what is owed, to the fen', async () => {
  const act = fc.record({
    kind: fc.constantFrom('receive', 'claim', 'pay', 'back'),
    number: fc.integer({ min: 1, max: 4 }),
    fen: fc.bigInt({ min: 1n, max: 9_000n }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      for (const { kind, number, fen } of acts) {
        const entry =
          kind === 'receive'
            ? received(fen)
            : kind === 'claim'
              ? moved(unknown, ofCase(number), fen)
              : kind === 'back'
                ? moved(ofCase(number), unknown, fen)
                : moved(ofCase(number), bank, fen)
        // What is not covered is refused and leaves nothing behind.
        await inCourt((tx, occasion) => post(tx, [entry], occasion)).catch((error: unknown) => {
          assert.ok(refusedBy('funds_account_covered')(error), String(error))
        })
      }
      const balances = await inCourt((tx) => balancesOn(tx, '2025-01-31'))
      assert.equal(
        balances.reduce((sum, { fen }) => sum + fen, 0n),
        0n,
      )
      for (const { kind, fen } of balances) assert.ok(kind === 'bank' ? fen <= 0n : fen >= 0n, kind)
    }),
    { numRuns: 30 },
  )
})

test('eight officers at the same money never pay it twice', async () => {
  const account = ofCase(77)
  await inCourt((tx, occasion) => post(tx, [received(1_000n), moved(unknown, account, 1_000n)], occasion))
  const tries = Array.from({ length: 24 }, () =>
    inCourt((tx, occasion) => post(tx, [moved(account, bank, 100n)], occasion)).then(
      () => 1,
      () => 0,
    ),
  )
  const paid = (await Promise.all(tries)).reduce<number>((sum, one) => sum + one, 0)
  assert.equal(paid, 10)
  const left = await inCourt(async (tx) => {
    const id = (await accountsOf(tx, [account])).get(accountName(account)) ?? ''
    return balanceOf(tx, id)
  })
  assert.equal(left, 0n)
})
