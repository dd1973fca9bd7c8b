import { recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Refusal } from '#kernel/problem.ts'
import { courtTimeZone } from '#kernel/values/dates.ts'
import { noSuchPayeeAccount } from './problems.ts'

/** Where somebody is paid, and how far two people have confirmed it. */
export type PayeeAccount = {
  readonly payeeAccountId: string
  readonly partyId: string | null
  readonly payee: string
  readonly holder: string
  readonly holderIs: 'payee' | 'agent'
  readonly authority: string | null
  readonly bank: string
  readonly numberMasked: string
  readonly replaces: string | null
  readonly replacedBy: string | null
  readonly proposedBy: string
  readonly confirmedAt: string | null
  readonly usableFrom: string | null
  readonly refusedBecause: string | null
  readonly version: number
}

const columns = `payee_account_id as "payeeAccountId", party_id as "partyId", payee, holder, holder_is as "holderIs", authority,
  bank, number_masked as "numberMasked", replaces, replaced_by as "replacedBy", proposed_by as "proposedBy",
  confirmed_at as "confirmedAt", usable_from as "usableFrom", refused_because as "refusedBecause", version`

export async function findPayeeAccount({ client }: Tx, id: string, lock: boolean): Promise<PayeeAccount | undefined> {
  const { rows } = await client.query<PayeeAccount>(
    `select ${columns} from funds_payee_account where payee_account_id = $1 ${lock ? 'for update' : ''}`,
    [id],
  )
  return rows[0]
}

/** The account now in use for this payee; a new one takes its place. */
export async function standingAccount(
  { client }: Tx,
  { payee, partyId }: { readonly payee: string; readonly partyId: string | null },
): Promise<PayeeAccount | undefined> {
  const { rows } = await client.query<PayeeAccount>(
    `select ${columns} from funds_payee_account
     where (case when $2::uuid is null then party_id is null and payee = $1 else party_id = $2 end)
       and confirmed_at is not null and replaced_by is null
     order by confirmed_at desc limit 1`,
    [payee, partyId],
  )
  return rows[0]
}

/** How often this payee's account was changed before this one came into use. */
export async function changesBefore({ client }: Tx, accountId: string): Promise<number> {
  const { rows } = await client.query<{ changes: number }>(
    `with recursive before as (
       select payee_account_id, replaces from funds_payee_account where payee_account_id = $1
       union select a.payee_account_id, a.replaces from funds_payee_account a join before b on a.payee_account_id = b.replaces
     ) select count(*)::int - 1 as changes from before`,
    [accountId],
  )
  return rows[0]?.changes ?? 0
}

/** Why money may not go to this account now; null when it may. */
export function whyNotUsable(
  { confirmedAt, usableFrom, replacedBy, refusedBecause }: PayeeAccount,
  now: Temporal.Instant,
): string | null {
  if (refusedBecause !== null) return '这个收款账户已经退回'
  if (replacedBy !== null) return '这个收款账户已经变更，请用新账户'
  if (confirmedAt === null || usableFrom === null) return '这个收款账户还没有经第二人回拨核实'
  const from = Temporal.Instant.from(usableFrom)
  return Temporal.Instant.compare(now, from) < 0 ? `收款账户变更后的冷静期到 ${wallClock(from)}，之前不能用` : null
}

const wallClock = (moment: Temporal.Instant): string =>
  moment.toZonedDateTimeISO(courtTimeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')

export const payeeAccountRecord = recordKind<PayeeAccount>({
  kind: 'payee-account',
  idField: 'payeeAccountId',
  load: async (tx, id, lock): Promise<PayeeAccount | Refusal> =>
    (await findPayeeAccount(tx, id, lock)) ?? noSuchPayeeAccount(),
  belongs: () => ({ own: [], team: null }),
  version: ({ version }) => version,
})
