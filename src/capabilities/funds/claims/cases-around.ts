import type { Tx } from '#kernel/database/transaction.ts'

export type CaseOfMoney = {
  readonly caseId: string
  readonly caseNumber: string
  readonly handlerId: string | null
}

/** The cases of these numbers that are on record. */
export async function casesAround(tx: Tx, numbers: readonly string[]): Promise<readonly CaseOfMoney[]> {
  if (numbers.length === 0) return []
  const { rows } = await tx.client.query<CaseOfMoney>({
    name: 'funds_cases_around',
    text: `select case_id as "caseId", case_number as "caseNumber", handler_id as "handlerId"
           from cases_fact_source where case_number = any($1::text[])`,
    values: [[...new Set(numbers)]],
  })
  return rows
}
