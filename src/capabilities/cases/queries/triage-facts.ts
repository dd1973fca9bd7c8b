import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { presetTriage, type TriageFacts, type TriageRules } from '../rules/triage.ts'
import type { Case } from '../store.ts'

export async function triageFactsOf(
  tx: Tx,
  { caseId, filedOn }: Case,
  today: Temporal.PlainDate,
): Promise<TriageFacts> {
  const { rows } = await sql<Counted>`
    select c.claim_fen as "claimFen", c.flags, c.livelihood, c.cause,
           (select count(*)::int from cases_party p where p.court_id = c.court_id and p.case_id = c.case_id and p.role = 'applicant') as applicants,
           (select count(*)::int from cases_party p where p.court_id = c.court_id and p.case_id = c.case_id and p.role = 'debtor') as debtors,
           exists (select from cases_claim_item i where i.court_id = c.court_id and i.case_id = c.case_id and i.kind = 'act') as act,
           (select count(*)::int from cases_link l join cases_case o on o.court_id = l.court_id and o.case_id = l.case_id
            where l.court_id = c.court_id and l.linked_number = c.case_number and l.relation = 'objects-to' and o.closed_on is null) as "openObjections"
    from cases_case c where c.case_id = ${caseId}`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error(`case ${caseId} vanished while it was locked`)
  return { ...row, claimFen: BigInt(row.claimFen), daysSinceFiling: filedOn.until(today).days }
}

type Counted = Omit<TriageFacts, 'claimFen' | 'daysSinceFiling'> & { readonly claimFen: string }

/** The court's own rules when it has set some, else the preset. */
export async function triageRulesOf(tx: Tx): Promise<TriageRules> {
  const row = await tx.db
    .selectFrom('kernel_setting')
    .select('value')
    .where('key', '=', 'cases.triage')
    .executeTakeFirst()
  return (row?.value as TriageRules | undefined) ?? presetTriage
}
