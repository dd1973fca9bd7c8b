import { caseIdsOf } from '#capabilities/cases'
import type { DerivedFact, Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { type Register, tableOf } from './declaration.ts'
import type { Keeping } from './keeping.ts'
import { besideOthers, ofCases, reckonMarks } from './reckoning.ts'

/**
 * After what the checks ask of a case: that it is on record, since when, who owes in it, how and when it ended. A case taken
 * back is asked about too: its entries stand as if it had never come.
 */
export const followCases: Reaction = {
  on: [
    'cases.case-filed',
    'cases.case-imported',
    'cases.case-revised',
    'cases.case-restored',
    'cases.case-closed',
    'cases.party-added',
  ],
  react: async (tx, facts, occasion) => {
    const kept = ofCases(tx.platform.registry.gather('registers'))
    const gone = facts.some(({ type }) => type === 'cases.case-restored')
    const touched = await entriesOfCases(tx, kept, caseIdsOf(facts), gone)
    const derived: DerivedFact[] = []
    for (const one of kept) {
      const entryIds = touched.get(one.register.name) ?? []
      if (entryIds.length > 0) derived.push(...(await reckonMarks(tx, one, entryIds, occasion)))
    }
    return derived
  },
}

/** The entries of all registers that name one of these cases, in one question; with `gone` those whose case is on record no more. */
async function entriesOfCases(
  { client }: Tx,
  kept: readonly Keeping[],
  caseIds: readonly string[],
  gone: boolean,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = kept.map(({ register }) => [register.name, tableOf(register)] as const)
  const named = tables.map(
    ([name, table]) =>
      `select '${name}' as register, e.entry_id::text as id from named n join ${table} e using (case_number)`,
  )
  const orphaned = tables.map(
    ([name, table]) => `select '${name}', e.entry_id::text from ${table} e where e.case_number is not null
       and not exists (select from cases_fact_source c where c.case_number = e.case_number)`,
  )
  const { rows } = await client.query<{ register: string; id: string }>({
    name: gone ? 'registers_of_cases_gone' : 'registers_of_cases',
    text: `with named as materialized (select case_number from cases_fact_source where case_id = any($1::uuid[]))
           ${[...named, ...(gone ? orphaned : [])].join(' union ')}`,
    values: [caseIds],
  })
  const found = Map.groupBy(rows, ({ register }) => register)
  return new Map([...found].map(([register, entries]) => [register, entries.map(({ id }) => id)]))
}

/**
 * After an act on an entry: what stands against the others of its case, where they are held against each other. A batch
 * taken back leaves none to ask by, so that all that are marked for a neighbour are asked.
 */
export function followNeighbours(kept: Keeping): readonly Reaction[] {
  const { register } = kept
  const codes = besideOthers(kept)
  if (codes.size === 0) return []
  const acts = ['recorded', 'corrected', 'withdrawn', 'imported', 'revised', 'restored']
  const steps = (register.steps ?? []).map(({ done }) => done)
  return [
    {
      on: [...acts, ...steps].map((act) => `${register.room}.${register.name}-${act}`),
      react: async (tx, facts, occasion) => {
        const ids = facts.flatMap((fact) =>
          'entryId' in fact && typeof fact.entryId === 'string' ? [fact.entryId] : [],
        )
        return reckonMarks(tx, kept, await neighboursOf(tx, register, ids, codes), occasion)
      },
    },
  ]
}

async function neighboursOf(
  { client }: Tx,
  register: Register,
  ids: readonly string[],
  codes: ReadonlySet<string>,
): Promise<readonly string[]> {
  const table = tableOf(register)
  const { rows } = await client.query<{ id: string }>(
    `with mine as materialized (select entry_id, case_number from ${table} where entry_id = any($1::uuid[]))
     select distinct e.entry_id::text as id from mine m join ${table} e using (case_number)
     union
     select e.entry_id::text from ${table} e, jsonb_array_elements(e.marks) m
     where (select count(*) from mine) < cardinality($1::uuid[]) and m ->> 'code' = any($2::text[])`,
    [ids, [...codes]],
  )
  return rows.map(({ id }) => id)
}
