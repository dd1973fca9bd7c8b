import type { Label } from '#kernel/values/labels.ts'
import type { LiveControl, ReleaseKind } from './slots.ts'

export type RegisterRelease = {
  readonly kind: string
  readonly title: Label
  /** The register's own table. */
  readonly table: string
  /** Its columns: the day it began, those any of which end it, and what a reader is told. */
  readonly since: string
  readonly ended: readonly string[]
  readonly told: string
  /** Only entries that got so far: a detention that was never carried out holds nobody. */
  readonly begun?: string
  /** The address of an entry without its id. */
  readonly page: string
}

/** A kind of control that is kept in a register: what stands of the case and has no last day, or one that is still to come. */
export const releaseOfRegister = ({
  kind,
  title,
  table,
  since,
  ended,
  told,
  begun,
  page,
}: RegisterRelease): ReleaseKind => ({
  kind,
  title,
  live: async ({ client }, caseNumbers, today) => {
    const over = ended.map((column) => `(${column} is null or ${column} > $2::date)`).join(' and ')
    const { rows } = await client.query<LiveControl>(
      `select entry_id as id, case_number as "caseNumber", $3::text || coalesce(' ' || person, '') as title,
              coalesce(${told}::text, '') as detail, ${since}::text as "sinceOn", $4::text || entry_id as href
       from ${table}
       where case_number = any($1::text[]) and withdrawn_because is null and ${over}
         ${begun === undefined ? '' : `and ${begun} is not null`}
       order by ${since} nulls last, entry_id`,
      [caseNumbers, today.toString(), title.zh, page],
    )
    return rows
  },
})
