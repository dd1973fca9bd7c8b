import type { DebtorSectionSource } from '#capabilities/parties'
import { sql } from 'kysely'
import { label } from '#kernel/values/labels.ts'
import { entryHref, fieldOf, type Register } from './declaration.ts'
import { entriesShown, entriesWithin } from './list.ts'
import { toldOf } from './timeline.ts'
import { fen } from '#kernel/values/money.ts'
import { plainText } from '#kernel/values/text.ts'
import type { LedgerRecord } from '#capabilities/ledgers'

const mostRows = 200

/** What the registers of a room hold on one person, in the view of the whole court. */
export const sectionsOf = (registers: readonly Register[]): readonly DebtorSectionSource[] =>
  registers.filter((register) => fieldOf(register, 'person') !== undefined).map(sectionOf)

const sectionOf =
  (register: Register): DebtorSectionSource =>
  async (tx, partyIds, occasion) => {
    const number = fieldOf(register, 'case')
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${entriesShown(register, {}, occasion)} as listed
      where "partyId" = any(${[...partyIds]}::uuid[])
        and exists (select from cases_fact_source c where c.case_id = listed."caseId" and ${entriesWithin(register, occasion)})
      order by "on" desc, "entryId" limit ${mostRows}`.execute(tx.db)
    return {
      id: `${register.room}.${register.name}`,
      title: register.title,
      columns: [
        { id: 'on', title: label('日期', 'Day'), kind: 'day' },
        ...(number ? [{ id: 'number', title: label('案号', 'Case number'), kind: 'text' as const }] : []),
        { id: 'told', title: label('内容', 'Content'), kind: 'text' },
        { id: 'state', title: label('状态', 'State'), kind: 'state' },
      ],
      rows: rows.map((row) => ({
        key: String(row['entryId']),
        cells: {
          on: String(row['on']),
          ...(number && { number: row[number] as string | null }),
          told: toldOf(register, readable(register, row)),
          state: lastStep(register, row),
        },
        href: entryHref(register, String(row['entryId'])),
      })),
      foot: null,
      figures: [],
      hidden: 0,
    }
  }

/** The latest step an entry took, in a word; an entry that has taken none is recorded. */
function lastStep({ steps = [] }: Register, row: Readonly<Record<string, unknown>>): string {
  return steps.findLast(({ day }) => row[day] !== null)?.title.zh ?? '已登记'
}

const readable = ({ fields }: Register, row: Readonly<Record<string, unknown>>): LedgerRecord =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      fields[name]?.kind === 'fen' && value !== null ? fen(BigInt(plainText(value))) : (value as LedgerRecord[string]),
    ]),
  )
