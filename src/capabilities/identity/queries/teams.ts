import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { TeamCard } from '../contract.ts'

/** The teams of the court and who works in them today. */
export const teams = reading({
  name: 'identity.teams',
  title: label('团队', 'Teams'),
  may: 'identity.see-colleagues',
  input: z.object({}),
  output: z.array(TeamCard),
  read: async (tx, _input, { today, actor }) => {
    // How the court divides its work is no business of a partner’s.
    if (actor.unit !== null) return []
    const { rows } = await tx.client.query<z.input<typeof TeamCard>>(
      `select t.team_id as "teamId", t.name,
         coalesce((select json_agg(json_build_object('staffId', s.staff_id, 'name', s.name, 'fromOn', m.from_on) order by s.name)
           from identity_team_member m join identity_staff s on s.court_id = m.court_id and s.staff_id = m.staff_id
           where m.court_id = t.court_id and m.team_id = t.team_id
             and m.from_on <= $1 and (m.until_on is null or m.until_on >= $1)), '[]') as members
       from identity_team t where t.court_id = current_court() order by t.name, t.team_id limit 500`,
      [today.toString()],
    )
    return rows
  },
})
