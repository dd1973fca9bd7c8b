import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { notFound } from '#kernel/pipeline/problems.ts'
import { label } from '#kernel/values/labels.ts'
import { acts } from '../acts.ts'
import { distrustSessionsOf } from '../door.ts'
import { alreadyInTeam } from '../problems.ts'
import { staffRecord } from '../store.ts'

export type TeamJoined = {
  readonly type: 'identity.team-joined'
  readonly teamId: string
  readonly staffId: string
  readonly fromOn: Temporal.PlainDate
}

export async function saveMembers(tx: Tx, facts: readonly TeamJoined[]): Promise<void> {
  if (facts.length === 0) return
  for (const { staffId } of facts) distrustSessionsOf(staffId)
  await tx.db
    .insertInto('identity_team_member')
    .values(
      facts.map(({ teamId, staffId, fromOn }) => ({
        team_id: teamId,
        staff_id: staffId,
        from_on: fromOn.toString(),
        until_on: null,
      })),
    )
    .execute()
}

export const joinTeam = recordCommand(staffRecord, {
  ...acts.joinTeam,
  may: 'identity.manage-teams',
  cites: [],
  load: async (_tx, staff) => staff,
  consult: async (tx, { teamId }, { staff_id }) => {
    const team = await tx.db.selectFrom('identity_team').select('name').where('team_id', '=', teamId).executeTakeFirst()
    if (!team) return notFound(label('这个团队', 'team'))
    const open = await tx.db
      .selectFrom('identity_team_member')
      .select('team_id')
      .where('team_id', '=', teamId)
      .where('staff_id', '=', staff_id)
      .where('until_on', 'is', null)
      .executeTakeFirst()
    return open ? alreadyInTeam(team.name) : team
  },
  decide: ({ staff_id }, { teamId, fromOn }): TeamJoined => ({
    type: 'identity.team-joined',
    teamId,
    staffId: staff_id,
    fromOn,
  }),
  save: saveMembers,
  subjects: ({ teamId, staffId }) => [`staff:${staffId}`, `team:${teamId}`],
})
