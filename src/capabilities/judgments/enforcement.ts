import type { LedgerRecord } from '#capabilities/ledgers'
import type { TimelineSource } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { entryHref } from '#capabilities/registers'
import { judgment } from './registers/judgment.ts'

/** The enforcement case that rests on the document, where nobody named one. */
export async function withEnforcement({ client }: Tx, entry: LedgerRecord): Promise<LedgerRecord> {
  if ((entry['caseNumber'] ?? null) !== null) return entry
  const { rows } = await client.query<{ case_number: string }>(
    `select case_number from cases_on_basis where basis_number = $1 and type_code = '执'
     order by filed_on, case_number limit 1`,
    [entry['documentNumber']],
  )
  return { ...entry, caseNumber: rows[0]?.case_number ?? null }
}

/** The document that an enforcement case rests on, on that case's timeline, though the entry itself names no case. */
export const judgmentsBehind: TimelineSource = async ({ client }, caseIds) => {
  const { rows } = await client.query<{
    entry_id: string
    document_number: string
    case_number: string
    filed_on: string
    effective_on: string | null
    perform_by: string | null
  }>(
    `select o.entry_id, o.document_number, e.case_number, o.filed_on, o.effective_on, o.perform_by
     from cases_on_basis e join judgments_outcome o on o.court_id = e.court_id and o.enforcement_number = e.case_number
     where e.case_id = any($1::uuid[]) and o.case_number is null`,
    [caseIds],
  )
  return rows.flatMap(({ entry_id, document_number, case_number, filed_on, effective_on, perform_by }) => {
    const days = [
      ['filed', filed_on, '民事立案'],
      ['effective', effective_on, '裁判生效'],
      ['perform-by', perform_by, '履行期限届满'],
    ] as const
    return days.flatMap(([id, on, title]) =>
      on === null
        ? []
        : [
            {
              on,
              at: null,
              room: judgment.room,
              id: `${entry_id}:${id}`,
              kind: judgment.title,
              title,
              detail: document_number,
              by: null,
              recordedAt: null,
              href: entryHref(judgment, entry_id),
              caseNumber: case_number,
            },
          ],
    )
  })
}
