import type { Tx } from '#kernel/database/transaction.ts'

/** On how many different days somebody tried to reach this payee. */
export async function attemptsMade(
  { client }: Tx,
  caseNumber: string,
  payee: string,
): Promise<{ readonly days: number; readonly partyId: string | null }> {
  const { rows } = await client.query<{ days: number; partyId: string | null }>(
    `select count(distinct happened_on)::int as days, min(payee_party_id::text) as "partyId"
     from funds_contact_attempt where case_number = $1 and payee = $2`,
    [caseNumber, payee],
  )
  return rows[0] ?? { days: 0, partyId: null }
}
