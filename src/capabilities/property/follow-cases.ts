import { caseFactTypes, caseIdsOf } from '#capabilities/cases'
import { deriveEntries } from '#capabilities/registers'
import type { Reaction } from '#kernel/capability.ts'
import { inquiry } from './registers/inquiry.ts'
import { inquiryChecks } from './rules/checks.ts'

type Row = { readonly number: string; readonly inquired_on: string | null }

/** A case on record with its first look-up day has that inquiry here, without anybody recording it twice. */
export const followCases: Reaction = {
  on: caseFactTypes,
  react: async (tx, facts, occasion) => {
    const { rows } = await tx.client.query<Row>({
      name: 'property_first_inquiry',
      text: firstInquiries,
      values: [caseIdsOf(facts)],
    })
    const records = rows.flatMap(({ number, inquired_on }) =>
      inquired_on === null
        ? []
        : [
            {
              caseNumber: number,
              person: null,
              round: '首次查控',
              channel: '总对总网络查控',
              inquiredOn: inquired_on,
              origin: '案件登记',
            },
          ],
    )
    const derivation = { from: 'cases', by: 'caseNumber', values: rows.map(({ number }) => number), records }
    await deriveEntries(tx, { register: inquiry, checks: inquiryChecks }, derivation, occasion)
    return []
  },
}

/** First look-up days of these cases; and where a case has gone, with its batch, entries that are left without theirs. */
const firstInquiries = `
  with given as materialized (select unnest($1::uuid[]) as case_id),
       gone as materialized (select exists (select from given g where not exists (
         select from cases_fact_source c where c.case_id = g.case_id)) as any_gone)
  select c.case_number as number,
         (select min(e.occurred_on) from cases_event_day e
          where e.case_id = g.case_id and e.kind = 'first-inquiry') as inquired_on
  from given g join cases_fact_source c on c.case_id = g.case_id
  union
  select i.case_number, null from gone, property_inquiry i
  where any_gone and i.recorded_by = 'room:cases'
    and not exists (select from cases_fact_source c where c.case_number = i.case_number)`
