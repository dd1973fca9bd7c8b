import { day } from '#kernel/values/dates.ts'
import { ruleDeadline } from '#law/rule-deadline.ts'
import { courtCalendar } from '#capabilities/deadlines'
import type { Tx } from '#kernel/database/transaction.ts'
import { isBefore } from '#kernel/values/dates.ts'
import type { PayeeRole } from './contract.ts'
import { peopleOf, receiptsOf } from './received.ts'
import { holdOn, type CaseDebtor, type HeldClaim } from './rules/holds.ts'
import type { HoldSource, PayoutHold } from './slots.ts'

/** Money that goes back to whom it never should have left is not what these stops protect. */
const back: readonly PayeeRole[] = ['payer', 'debtor']

/** 中止执行: from the event on until it is lifted (民事诉讼法 (2023) art. 267). */
const suspended: HoldSource = async ({ client }, numbers) => {
  const { rows } = await client.query<{ number: string; since: string }>({
    name: 'funds_suspended_cases',
    text: `select c.case_number as number, s.since::text from cases_fact_source c
           join lateral (
             select max(occurred_on) filter (where kind = 'suspended') as since,
                    max(occurred_on) filter (where kind = 'suspension-lifted') as lifted
             from cases_event_day e where e.court_id = c.court_id and e.case_id = c.case_id
           ) s on s.since is not null and (s.lifted is null or s.lifted < s.since)
           where c.case_number = any($1::text[])`,
    values: [numbers],
  })
  return rows.map(({ number, since }) => ({
    caseNumber: number,
    claimIds: null,
    debtor: null,
    except: back,
    rule: 'close.stay',
    text: `本案自 ${since} 起中止执行`,
  }))
}

/**
 * 案外人异议: while it is examined and for the time to sue after it was dismissed (民事诉讼法 (2023) art. 238). An objection
 * to conduct stops nothing (art. 236). Where somebody has recorded what money it is about, that record stops in its place.
 */
const objected: HoldSource = async (tx, numbers, today) => {
  const { rows } = await tx.client.query<{ number: string; objection: string; closed: string | null }>({
    name: 'funds_objected_cases',
    text: `select o.linked_number as number, o.objection_number as objection, o.closed_on::text as closed
           from cases_objecting o
           where o.linked_number = any($1::text[]) and o.cause like '%案外人%'
             and not exists (select from funds_hold h where h.court_id = o.court_id and h.objection_number = o.objection_number)`,
    values: [numbers],
  })
  if (rows.length === 0) return []
  const calendar = await courtCalendar(tx)
  return rows.flatMap(({ number, objection, closed }) => {
    const until = closed === null ? null : ruleDeadline('objection.suit', day(closed), calendar).value.end
    if (until !== null && isBefore(until, today)) return []
    return [
      {
        caseNumber: number,
        claimIds: null,
        debtor: null,
        except: back,
        rule: 'objection.outsider',
        text:
          until === null
            ? `案外人异议 ${objection} 正在审查`
            : `案外人异议 ${objection} 已裁定，起诉期至 ${until.toString()}`,
      },
    ]
  })
}

/** What somebody placed by hand. */
const placed: HoldSource = async ({ client }, numbers) => {
  const { rows } = await client.query<{ number: string; claims: string[]; rule: string; reason: string }>({
    name: 'funds_placed_holds',
    text: `select case_number as number, claim_ids as claims, rule, reason from funds_hold
           where case_number = any($1::text[]) and lifted_at is null`,
    values: [numbers],
  })
  return rows.map(({ number, claims, rule, reason }) => ({
    caseNumber: number,
    claimIds: claims.length === 0 ? null : claims,
    debtor: null,
    except: claims.length === 0 ? back : [],
    rule,
    text: reason,
  }))
}

export const ownHoldSources: readonly HoldSource[] = [suspended, objected, placed]

/** Everything that stops money of these cases, from whatever room. */
export async function holdsOn(
  tx: Tx,
  caseNumbers: readonly string[],
  today: Temporal.PlainDate,
): Promise<{ readonly holds: readonly PayoutHold[]; readonly debtors: readonly CaseDebtor[] }> {
  if (caseNumbers.length === 0) return { holds: [], debtors: [] }
  const holds: PayoutHold[] = []
  for (const source of tx.platform.registry.gather('payoutHolds')) holds.push(...(await source(tx, caseNumbers, today)))
  const people = holds.some(({ debtor }) => debtor !== null) ? await peopleOf(tx, caseNumbers) : []
  return { holds, debtors: people.filter(({ role }) => role === 'debtor') }
}

type Stopped = {
  readonly kind: string
  readonly fromKind: string
  readonly payeeRole: PayeeRole
  readonly payoutId: string
}

/** The first thing that stops this payout now, of what it pays. */
export async function holdOnPayout(
  tx: Tx,
  { payoutId, fromKind, payeeRole }: Stopped,
  today: Temporal.PlainDate,
): Promise<PayoutHold | undefined> {
  if (fromKind !== 'case') return undefined
  const receipts = await receiptsOf(tx, [payoutId])
  const { holds, debtors } = await holdsOn(tx, [...new Set(receipts.map(({ caseNumber }) => caseNumber))], today)
  return firstHold(receipts, payeeRole, holds, debtors)
}

export function firstHold(
  receipts: readonly HeldClaim[],
  role: PayeeRole,
  holds: readonly PayoutHold[],
  debtors: readonly CaseDebtor[],
): PayoutHold | undefined {
  for (const receipt of receipts) {
    const hold = holdOn(receipt, role, holds, debtors)
    if (hold) return hold
  }
  return undefined
}
