import { caseFactTypes, caseIdsOf } from '#capabilities/cases'
import type { LedgerRecord } from '#capabilities/ledgers'
import { deriveEntries } from '#capabilities/registers'
import type { Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { fen } from '#kernel/values/money.ts'
import { preservedAsset } from './registers/preserved-asset.ts'
import { assetChecks } from './rules/checks.ts'

type Row = {
  readonly number: string
  readonly belongs_to: string
  readonly person: string | null
  readonly stage: string | null
  readonly asset_kind: string | null
  readonly claim_fen: string
  readonly preserved_fen: string | null
  readonly starts_on: string | null
  readonly ends_on: string | null
  readonly guarantee_fen: string | null
  readonly enforcement_filed_on: string | null
}

/**
 * A ledger of preservation cases states the asset in the case's own row: the asset of each is kept here without a second
 * import. Once the enforcement case is on record the asset belongs to it, with its end untouched.
 */
export const followCases: Reaction = {
  on: caseFactTypes,
  react: async (tx, facts, occasion) => {
    const values = await touchedNumbers(tx, caseIdsOf(facts))
    if (values.length === 0) return []
    const rows = await preservationsOf(tx, values)
    const keeping = { register: preservedAsset, checks: assetChecks }
    await deriveEntries(
      tx,
      keeping,
      { from: 'cases', by: 'preservationNumber', values, records: rows.map(recordOf) },
      occasion,
    )
    return []
  },
}

/**
 * Preservation cases among these, those of which these are the enforcement case, those whose case has gone, and
 * those whose asset went with the batch that had brought its person.
 */
async function touchedNumbers({ client }: Tx, caseIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ number: string }>({
    name: 'preservation_touched',
    text: `with given as materialized (select unnest($1::uuid[]) as case_id),
           -- Only where a case has gone, with its batch, need the rest be looked through.
           gone as materialized (select exists (select from given g where not exists (
             select from cases_fact_source c where c.case_id = g.case_id)) as any_gone)
           select p.case_number as number from given g join cases_preservation p on p.case_id = g.case_id
           union
           select p.case_number from given g
             join cases_fact_source c on c.case_id = g.case_id
             join cases_preserving k on k.linked_number = c.case_number
             join cases_fact_source p on p.case_id = k.case_id
           union
           select e.preservation_number from gone, preservation_preserved_asset e
             where any_gone and e.recorded_by = 'room:cases'
               and not (exists (select from cases_fact_source c where c.case_number = e.preservation_number)
                    and exists (select from cases_fact_source c where c.case_number = e.case_number))
           union
           select p.case_number from gone, cases_preservation p
             where any_gone and p.starts_on is not null and not exists (
               select from preservation_preserved_asset e where e.preservation_number = p.case_number)`,
    values: [caseIds],
  })
  return rows.map(({ number }) => number)
}

async function preservationsOf({ client }: Tx, numbers: readonly string[]): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>({
    name: 'preservation_of_cases',
    text: `select p.case_number as number, coalesce(c.case_number, p.case_number) as belongs_to, p.stage, p.asset_kind,
                  p.claim_fen, p.preserved_fen, p.starts_on, p.ends_on, p.guarantee_fen, c.filed_on as enforcement_filed_on,
                  (select string_agg(d.name, '、') from cases_debtor d where d.case_id = p.case_id) as person
           from cases_preservation p
           left join cases_fact_source c on c.case_number = p.enforcement_number
           where p.case_number = any($1::text[]) and p.starts_on is not null`,
    values: [numbers],
  })
  return rows
}

const money = (text: string | null) => (text === null ? null : fen(BigInt(text)))

const recordOf = (row: Row): LedgerRecord => ({
  caseNumber: row.belongs_to,
  preservationNumber: row.number,
  person: row.person,
  stage: row.stage,
  assetKind: row.asset_kind,
  claim: money(row.claim_fen),
  amount: money(row.preserved_fen),
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  guarantee: money(row.guarantee_fen),
  carriedOn: row.enforcement_filed_on,
})
