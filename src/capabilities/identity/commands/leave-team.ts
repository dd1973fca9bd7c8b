import { recordCommand } from '#kernel/command.ts'
import { acts } from '../acts.ts'
import { distrustSessionsOf } from '../door.ts'
import { daysOutOfOrder, notInTeam } from '../problems.ts'
import { staffRecord } from '../store.ts'

export type TeamLeft = {
  readonly type: 'identity.team-left'
  readonly teamId: string
  readonly staffId: string
  readonly fromOn: string
  readonly untilOn: Temporal.PlainDate
}

export const leaveTeam = recordCommand(staffRecord, {
  ...acts.leaveTeam,
  may: 'identity.manage-teams',
  cites: [],
  load: async (_tx, staff) => staff,
  consult: async (tx, { teamId }, { staff_id }) =>
    (await tx.db
      .selectFrom('identity_team_member')
      .select('from_on')
      .where('team_id', '=', teamId)
      .where('staff_id', '=', staff_id)
      .where('until_on', 'is', null)
      .forUpdate()
      .executeTakeFirst()) ?? notInTeam(),
  decide: ({ staff_id }, { teamId, untilOn }, _occasion, { from_on }) => {
    if (untilOn.toString() < from_on) return daysOutOfOrder()
    const left: TeamLeft = { type: 'identity.team-left', teamId, staffId: staff_id, fromOn: from_on, untilOn }
    return left
  },
  save: async (tx, facts) => {
    for (const { teamId, staffId, fromOn, untilOn } of facts) {
      distrustSessionsOf(staffId)
      await tx.db
        .updateTable('identity_team_member')
        .set({ until_on: untilOn.toString() })
        .where('team_id', '=', teamId)
        .where('staff_id', '=', staffId)
        .where('from_on', '=', fromOn)
        .execute()
    }
  },
  subjects: ({ staffId, teamId }) => [`staff:${staffId}`, `team:${teamId}`],
})
