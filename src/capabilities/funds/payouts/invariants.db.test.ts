import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Actor } from '#kernel/occasion.ts'
import { day } from '#kernel/values/dates.ts'
import { newId } from '#kernel/values/ids.ts'
import { isDenied } from '#law/finding.ts'
import { payoutDeadline } from '#law/payout-deadline.ts'
import { accountOf, moneyCourt, people, type MoneyCourt } from '../../../../tests/funds/court.ts'

const { handler, checker, director, president, payer } = people

type Books = { readonly [column: string]: string }

/** What must hold whatever was done: asked where the rows lie. */
const books = ({ inside }: MoneyCourt) =>
  inside(async ({ client }) => {
    const { rows } = await client.query<Books>(`
      with part as (
        select p.claim_id, sum(p.amount_fen) filter (where o.state = 'paid') as paid,
               sum(p.amount_fen) filter (where o.state in ('proposed', 'checked', 'approved', 'ordered')) as held
        from funds_payout_part p join funds_payout o on o.payout_id = p.payout_id group by p.claim_id)
      select
        (select coalesce(sum(amount_fen), 0) from funds_posting)::text as "entries do not balance",
        (select count(*) from funds_account where balance_fen < 0 and kind not in ('bank', 'unexplained'))::text as "below zero",
        (select count(*) from funds_claim k left join part on part.claim_id = k.claim_id
         where k.paid_fen <> coalesce(part.paid, 0) or k.reserved_fen <> coalesce(part.held, 0))::text as "claims know not their payouts",
        (select count(*) from funds_payout o where o.from_kind = 'case' and o.amount_fen <> coalesce(
           (select sum(amount_fen) from funds_payout_part p where p.payout_id = o.payout_id), 0))::text as "parts do not sum to the payout",
        (select count(*) from funds_account a where a.kind = 'case' and a.balance_fen <> (
           select coalesce(sum(amount_fen - paid_fen), 0) from funds_claim k where k.kind = 'case' and k.case_number = a.case_number))::text
          as "an account does not hold what was not paid",
        (select coalesce(sum(amount_fen) filter (where state = 'paid' and to_kind is null), 0)
              - coalesce((select sum(balance_fen) from funds_account where kind = 'unexplained'), 0)
         from funds_payout)::text as "money out that no payout names"`)
    return rows[0] ?? {}
  })

test('whatever is received, asked, approved, ordered, paid, returned, refused or taken back, the books agree to the fen', async (t) => {
  const money = await moneyCourt(t)
  const cases = [await money.caseOf(1), await money.caseOf(2)]
  const payeeAccountId = await accountOf(money)
  const payouts: unknown[] = []
  const act = fc.record({
    kind: fc.constantFrom(
      'receive',
      'propose',
      'propose',
      'fee',
      'check',
      'approve',
      'second',
      'order',
      'paid',
      'returned',
      'refuse',
      'cancel',
    ),
    at: fc.nat(1),
    which: fc.nat(40),
    fen: fc.bigInt({ min: 1n, max: 30_000_000n }),
  })
  let done = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 40 }), async (acts) => {
      for (const { kind, at, which, fen } of acts) {
        const { caseId, caseNumber } = cases[at] ?? { caseId: '', caseNumber: '' }
        const payoutId = payouts.at(-1 - (which % 3))
        if (kind === 'receive') await money.receive(caseNumber, fen)
        else if (kind === 'propose' || kind === 'fee') {
          const { answer } =
            kind === 'fee'
              ? await money.give(handler, 'propose-fee', { caseId })
              : await money.give(handler, 'propose-payout', { caseId, payeeAccountId, amountFen: `${fen}` })
          if (answer['payoutId']) payouts.push(answer['payoutId'])
        } else if (payoutId !== undefined) {
          const said = { payoutId, occurredOn: '2025-03-03' }
          const steps: Readonly<Record<string, readonly [Actor, string, object]>> = {
            check: [checker, 'check-payout', { payoutId }],
            approve: [director, 'approve-payout', { payoutId }],
            second: [president, 'approve-payout-second', { payoutId }],
            order: [payer, 'make-order', { bankAccountId: money.bank, payoutIds: [payoutId] }],
            paid: [payer, 'record-outcome', { ...said, outcome: 'paid' }],
            returned: [payer, 'record-outcome', { ...said, outcome: 'returned' }],
            refuse: [checker, 'refuse-payout', { payoutId, reason: '材料不全' }],
            cancel: [handler, 'cancel-payout', { payoutId, reason: '当事人变更' }],
          }
          const step = steps[kind]
          if (!step) continue
          const { problem } = await money.give(...step)
          assert.ok(problem === null || problem.type !== '/problems/kernel/constraint', problem?.detail.zh ?? '')
          if (!problem) done += 1
        }
      }
      const found = await books(money)
      assert.deepEqual(
        Object.entries(found).filter(([, fen]) => fen !== '0'),
        [],
      )
    }),
    { numRuns: 10 },
  )
  assert.ok(done > 10, `${done} steps were taken`)
})

test('the clocks of the lists and the clock of the law give the same day', async (t) => {
  const money = await moneyCourt(t)
  const { caseNumber } = await money.caseOf(1)
  const start = day('2025-01-02')
  const days = fc.nat(90)
  const deferral = fc.record({
    from: days,
    until: fc.option(fc.nat(60)),
    ended: fc.option(fc.nat(60)),
    approved: fc.boolean(),
  })
  const claimId = await money.receive(caseNumber, 1_000n)
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      days,
      days,
      fc.array(deferral, { maxLength: 3 }),
      async (unknown, arrived, later, deferrals) => {
        const arrivedOn = start.add({ days: arrived })
        const claimedOn = arrivedOn.add({ days: later })
        const noticeOn = unknown ? claimedOn : arrivedOn
        const spans = deferrals.map(({ from, until, ended, approved }) => {
          const fromOn = noticeOn.add({ days: from })
          const ends = [until, ended].flatMap((after) => (after === null ? [] : [fromOn.add({ days: after })]))
          return {
            fromOn,
            untilOn: until === null ? null : fromOn.add({ days: until }),
            endedOn: ended === null ? null : fromOn.add({ days: ended }),
            approved,
            to: ends.toSorted(Temporal.PlainDate.compare)[0] ?? null,
          }
        })
        const found = await money.inside(async ({ client }) => {
          await client.query('delete from funds_deferral')
          await client.query('update funds_claim set was_unknown = $1, arrived_on = $2, claimed_on = $3', [
            unknown,
            arrivedOn.toString(),
            claimedOn.toString(),
          ])
          for (const { fromOn, untilOn, endedOn, approved } of spans)
            await client.query(
              `insert into funds_deferral (deferral_id, claim_id, ground, reason, from_on, until_on, ended_on, recorded_by, recorded_at, approved_by)
             values ($1, $2, '其他正当事由', 'x', $3, $4, $5, 'a', now(), $6)`,
              [
                newId(),
                claimId,
                fromOn.toString(),
                untilOn?.toString() ?? null,
                endedOn?.toString() ?? null,
                approved ? 'b' : null,
              ],
            )
          const { rows } = await client.query<{ due: string }>('select lawful_due_on as due from funds_claim_clock')
          return rows[0]?.due
        })
        const law = payoutDeadline({
          noticeOn,
          deferrals: spans.map(({ fromOn, to, approved }) => ({ from: fromOn, to, approved })),
        })
        assert.ok(!isDenied(law))
        assert.equal(found, law.value.deadline?.toString() ?? '9999-12-31')
      },
    ),
    { numRuns: 60 },
  )
})

test('whatever the claims, a plan gives away the fund and not a fen more', async (t) => {
  const money = await moneyCourt(t)
  const { caseId, caseNumber } = await money.caseOf(1)
  await money.receive(caseNumber, 1_234_567n)
  const claim = fc.record({
    kind: fc.constantFrom('claim', 'claim', 'cost'),
    creditor: fc.constantFrom('甲', '乙', '丙', '丁', '戊'),
    basis: fc.constant('判决'),
    tier: fc.integer({ min: 1, max: 4 }),
    claimFen: fc.bigInt({ min: 1n, max: 2_000_000n }).map(String),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(claim, { minLength: 1, maxLength: 9 }),
      fc.bigInt({ min: 1n, max: 1_234_567n }),
      fc.constantFrom('proportional', 'sequence'),
      async (claims, fund, method) => {
        const { planId } = await money.done(handler, 'draw-plan', { caseId, fundFen: `${fund}`, method, claims })
        const { rows } = await money.inside(({ client }) =>
          client.query<{ given: string; surplus: string; asked: string }>(
            `select (select sum(awarded_fen) from funds_plan_share s where s.plan_id = p.plan_id)::text as given, surplus_fen as surplus,
                  (select sum(claim_fen) from funds_plan_share s where s.plan_id = p.plan_id)::text as asked
           from funds_plan p where plan_id = $1`,
            [planId],
          ),
        )
        const [{ given, surplus, asked } = { given: '', surplus: '', asked: '' }] = rows
        assert.equal(BigInt(given) + BigInt(surplus), fund)
        assert.ok(BigInt(surplus) === 0n || BigInt(given) === BigInt(asked), 'nothing is left while somebody is owed')
      },
    ),
    { numRuns: 40 },
  )
})
