import { sql } from 'kysely'
import { z } from 'zod'
import { tailIndexOf } from '#capabilities/parties'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { KnownParties } from '../contract.ts'

const most = 12

/**
 * Who is on record under exactly this name or this identifier, shown masked: the guard against a second record of one
 * person. A name alone identifies nobody, so that they are proposed and a person chooses.
 */
export const knownParties = reading({
  name: 'cases.known-parties',
  title: label('登记中已有的当事人', 'Parties on record'),
  may: 'cases.file',
  input: z.object({ name: z.string().trim().max(120).optional(), idNumber: z.string().trim().max(30).optional() }),
  output: KnownParties,
  read: async (tx, { name = '', idNumber = '' }) => {
    const number = idNumber.length < 8 ? null : idNumber.toUpperCase()
    const { rows } = await sql<z.input<typeof KnownParties>['rows'][number]>`
      with found as (
        select distinct whole_id from parties_findable
        where name = ${name}
        union
        select whole_id from parties_findable
        where id_tail_index = ${number && tailIndexOf(tx, 'identifier', number.slice(-4))}
          and id_masked = ${number && `${number.slice(0, 3)}…${number.slice(-4)}`})
      select p.party_id as "partyId", p.name, p.kind, p.id_masked as "idMasked",
             (select count(distinct c.case_id)::int from cases_party c
              join parties_named n on n.court_id = c.court_id and n.party_id = c.party_id
              where n.whole_id = p.party_id) as cases
      from found join parties_named p on p.party_id = found.whole_id
      order by cases desc, p.party_id limit ${most}`.execute(tx.db)
    return { rows }
  },
})
