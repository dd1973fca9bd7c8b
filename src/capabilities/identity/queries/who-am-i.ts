import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { WhoAmI } from '../contract.ts'
import { ownAccount } from '../rules/grants-in-force.ts'
import { sessionOf } from '../session-actor.ts'

/** The person signed in, as the system sees them: posts, rights, and what their account still needs. */
export const whoAmI = reading({
  name: 'identity.who-am-i',
  title: label('本人', 'Who am I'),
  may: ownAccount,
  reach: 'anyone',
  input: z.object({}),
  output: WhoAmI,
  read: async (tx, _input, { actor }) => {
    const session = sessionOf(actor)
    const { rows } = await tx.client.query<{
      at: string | null
      place: string | null
      enrolled: boolean
      teams: { teamId: string; name: string }[]
    }>(
      `select s.last_sign_in_at as at, s.last_sign_in_from as place, s.totp_secret is not null as enrolled,
         coalesce((select json_agg(json_build_object('teamId', t.team_id, 'name', t.name) order by t.name)
           from identity_team t where t.court_id = s.court_id and t.team_id = any($2::uuid[])), '[]') as teams
       from identity_staff s where s.court_id = current_court() and s.staff_id::text = $1`,
      [actor.id, actor.teams],
    )
    const [row] = rows
    const secondFactor: WhoAmI['secondFactor'] = actor.secondFactor ? 'held' : session?.factorMissing ? 'enrol' : 'none'
    return {
      staffId: actor.id,
      name: actor.name,
      posts: [...actor.posts],
      unit: actor.unit,
      teams: row?.teams ?? [],
      permissions: actor.grants.map(({ permission, scope }) => ({ permission, scope })),
      secondFactor,
      enrolled: row?.enrolled ?? false,
      mustChangePassword: session?.temporaryPassword ?? false,
      lastSignIn: row?.at ? { at: row.at, from: row.place } : null,
    }
  },
})
