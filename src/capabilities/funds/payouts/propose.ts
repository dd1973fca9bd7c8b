import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { sumFen } from '#kernel/values/money.ts'
import { settingValue } from '#capabilities/operations'
import type { AccountKind } from '../ledger/accounts.ts'
import type { PayeeRole, PayoutKind } from './contract.ts'
import { firstHold, holdsOn } from './hold-sources.ts'
import { changesBefore, findPayeeAccount, whyNotUsable, type PayeeAccount } from './payee-account.ts'
import { accountNotUsable, amountNotPositive, held, moreThanFree, noSuchPayeeAccount, nothingFree } from './problems.ts'
import { freeOnAccount, freeReceipts, followedKinds } from './received.ts'
import { allocate, type Part } from './rules/allocate.ts'
import { holdOn } from './rules/holds.ts'
import { whySecond } from './rules/second-approval.ts'
import { secondThreshold } from './settings.ts'

/** Money asked out of an account of the ledger, with the receipts it is taken from. */
export type PayoutProposed = Fact & {
  readonly type: 'funds.payout-proposed'
  readonly payoutId: string
  readonly kind: PayoutKind
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly fromKind: AccountKind
  readonly fromPartyId: string | null
  readonly toKind: AccountKind | null
  readonly payee: string
  readonly payeePartyId: string | null
  readonly payeeAccountId: string | null
  readonly payeeRole: PayeeRole
  readonly amountFen: bigint
  readonly parts: readonly Part[]
  readonly secondBecause: readonly string[]
  readonly shareId: string | null
  readonly follows: string | null
  readonly purpose: string | null
  readonly workings: readonly string[]
}

export type Wanted = {
  readonly kind: PayoutKind
  readonly fromKind: AccountKind
  readonly fromPartyId?: string | null
  readonly toKind?: AccountKind
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly payeeRole: PayeeRole
  /** Null for money that stays inside the court. */
  readonly account: PayeeAccount | null
  readonly payee: string
  readonly payeePartyId: string | null
  /** Undefined asks for all that is free. */
  readonly amountFen: bigint | undefined
  /** No more than this, whatever is free. */
  readonly atMostFen?: bigint
  readonly shareId?: string
  readonly follows?: string
  readonly purpose?: string
  readonly joined?: boolean
  readonly workings?: readonly string[]
}

/** The account to be paid, when money may go there now. */
export async function usableAccount(tx: Tx, accountId: string, { now }: Occasion): Promise<PayeeAccount | Refusal> {
  const account = await findPayeeAccount(tx, accountId, false)
  if (!account) return noSuchPayeeAccount()
  const why = whyNotUsable(account, now)
  return why === null ? account : accountNotUsable(why)
}

type Taken = { readonly amountFen: bigint; readonly parts: readonly Part[] }

/**
 * What is asked, taken from what is free, oldest receipt first, and from receipts that nothing stops. The receipts are
 * locked: of several officers at the same money each sees what the one before left.
 */
export async function proposal(tx: Tx, wanted: Wanted, occasion: Occasion): Promise<PayoutProposed | Refusal> {
  const taken = await take(tx, wanted, occasion)
  if (isRefusal(taken)) return taken
  const thresholdFen = BigInt(await settingValue(tx, secondThreshold)) * 100n
  const accountChanges = wanted.account ? await changesBefore(tx, wanted.account.payeeAccountId) : 0
  const { kind, payeeRole, toKind = null } = wanted
  const secondBecause = whySecond({
    kind,
    payeeRole,
    fromCase: wanted.fromKind === 'case',
    amountFen: taken.amountFen,
    thresholdFen,
    accountChanges,
    joined: wanted.joined ?? false,
  })
  return {
    type: 'funds.payout-proposed',
    payoutId: newId(),
    kind,
    caseId: wanted.caseId,
    caseNumber: wanted.caseNumber,
    fromKind: wanted.fromKind,
    fromPartyId: wanted.fromPartyId ?? null,
    toKind,
    payee: wanted.payee,
    payeePartyId: wanted.payeePartyId,
    payeeAccountId: wanted.account?.payeeAccountId ?? null,
    payeeRole,
    ...taken,
    secondBecause: kind === 'fee' && toKind !== null ? [] : secondBecause,
    shareId: wanted.shareId ?? null,
    follows: wanted.follows ?? null,
    purpose: wanted.purpose ?? null,
    workings: wanted.workings ?? [],
  }
}

async function take(tx: Tx, wanted: Wanted, { today }: Occasion): Promise<Taken | Refusal> {
  const { fromKind, caseNumber, fromPartyId = null, amountFen, atMostFen } = wanted
  if (amountFen !== undefined && amountFen <= 0n) return amountNotPositive()
  if (!followedKinds.includes(fromKind)) {
    const free = await freeOnAccount(tx, fromKind, caseNumber, fromPartyId)
    const asked = amountFen ?? least(free, atMostFen)
    if (free <= 0n || asked <= 0n) return nothingFree()
    return asked > least(free, atMostFen)
      ? moreThanFree(least(free, atMostFen), asked)
      : { amountFen: asked, parts: [] }
  }
  const receipts = await freeReceipts(tx, fromKind, caseNumber, true)
  if (receipts.length === 0) return nothingFree()
  const stops = fromKind === 'case' && caseNumber !== null ? await holdsOn(tx, [caseNumber], today) : none
  const open = receipts.filter((receipt) => !holdOn(receipt, wanted.payeeRole, stops.holds, stops.debtors))
  const free = sumFen(open.map(({ freeFen }) => freeFen)) - (await promised(tx, wanted))
  const asked = amountFen ?? least(free, atMostFen)
  const stopped = firstHold(receipts, wanted.payeeRole, stops.holds, stops.debtors)
  if (stopped && (asked > free || asked <= 0n)) return held(stopped.rule, stopped.text)
  if (atMostFen !== undefined && asked > atMostFen) return moreThanFree(least(free, atMostFen), asked)
  if (asked <= 0n) return nothingFree()
  const parts = asked > free ? null : allocate(open, asked)
  return parts === null ? moreThanFree(free, asked) : { amountFen: asked, parts }
}

/** What a plan gives to creditors who have not asked yet is free for nobody else. */
async function promised({ client }: Tx, { fromKind, caseNumber, shareId, payeeRole }: Wanted): Promise<bigint> {
  if (fromKind !== 'case' || shareId !== undefined || payeeRole === 'administrator') return 0n
  const { rows } = await client.query<{ fen: string }>({
    name: 'funds_promised',
    text: `select coalesce(sum(s.awarded_fen - s.proposed_fen), 0)::text as fen
           from funds_plan p join funds_plan_share s on s.court_id = p.court_id and s.plan_id = p.plan_id
           where p.case_number = $1 and p.revised_by is null and p.withdrawn_because is null`,
    values: [caseNumber],
  })
  return BigInt(rows[0]?.fen ?? 0)
}

const none = { holds: [], debtors: [] }
const least = (a: bigint, b: bigint | undefined): bigint => (b === undefined || a < b ? a : b)

export async function saveProposals(tx: Tx, facts: readonly PayoutProposed[], { actor, now }: Occasion): Promise<void> {
  for (const fact of facts) {
    await tx.client.query({
      name: 'funds_payout_insert',
      text: `insert into funds_payout (payout_id, kind, case_number, payee, payee_party_id, payee_account_id, payee_role,
               amount_fen, state, purpose, proposed_by, proposed_at, from_kind, from_party_id, to_kind, second_because,
               share_id, follows, workings)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 'proposed', $9, $10, $11::timestamptz, $12, $13, $14, $15, $16, $17, $18)`,
      values: [
        fact.payoutId,
        fact.kind,
        fact.caseNumber,
        fact.payee,
        fact.payeePartyId,
        fact.payeeAccountId,
        fact.payeeRole,
        fact.amountFen.toString(),
        fact.purpose,
        actor.id,
        now.toString(),
        fact.fromKind,
        fact.fromPartyId,
        fact.toKind,
        fact.secondBecause,
        fact.shareId,
        fact.follows,
        fact.workings,
      ],
    })
    await reserve(tx, fact)
  }
}

async function reserve({ client }: Tx, { payoutId, parts, shareId, amountFen }: PayoutProposed): Promise<void> {
  const values = [parts.map(({ claimId }) => claimId), parts.map((part) => part.amountFen.toString())]
  await client.query({
    name: 'funds_payout_parts',
    text: `insert into funds_payout_part (payout_id, claim_id, amount_fen)
           select $3::uuid, * from unnest($1::uuid[], $2::bigint[])`,
    values: [...values, payoutId],
  })
  await client.query({
    name: 'funds_reserve',
    text: `update funds_claim k set reserved_fen = k.reserved_fen + p.fen
           from unnest($1::uuid[], $2::bigint[]) as p (id, fen) where k.claim_id = p.id`,
    values,
  })
  if (shareId !== null)
    await client.query('update funds_plan_share set proposed_fen = proposed_fen + $2::bigint where share_id = $1', [
      shareId,
      amountFen.toString(),
    ])
}
