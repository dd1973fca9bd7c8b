import { sql } from 'kysely'
import { mannerCodes, manners } from '#capabilities/cases'

const cases = mannerCodes.map((code) => sql`when ${sql.lit(code)} then ${sql.lit(manners[code].title.zh)}`)

/** The manner of closing as people write it, on screen and in the sheet alike. */
export const mannerTitle = sql<string | null>`case f.manner ${sql.join(cases, sql` `)} end`
