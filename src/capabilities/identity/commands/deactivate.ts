import { recordCommand } from '#kernel/command.ts'
import { acts } from '../acts.ts'
import { holdersOfKind } from '../holdings.ts'
import { openWorkOf } from '../open-work.ts'
import { alreadyEnded, lastAdministrator, notYourself, workToHandOver } from '../problems.ts'
import { endSessions } from '../sessions.ts'
import { staffRecord } from '../store.ts'

export type Deactivated = {
  readonly type: 'identity.deactivated'
  readonly staffId: string
  readonly name: string
  readonly lastDay: Temporal.PlainDate
  readonly reason: string
  readonly at: Temporal.Instant
}

/** The person leaves: no sign-in any more, posts and teams end. Refused while work is in their hands. */
export const deactivate = recordCommand(staffRecord, {
  ...acts.deactivate,
  may: 'identity.manage-people',
  cites: [],
  sensitive: true,
  load: async (tx, staff, { today }) => ({
    staff,
    work: await openWorkOf(tx, staff.staff_id),
    securityAdministrators: await holdersOfKind(tx, 'security', today),
  }),
  gate: ({ staff, work, securityAdministrators }, { actor }) => {
    if (staff.active_until !== null) return alreadyEnded(staff.name)
    if (staff.staff_id === actor.id) return notYourself()
    const isLast = securityAdministrators.length === 1 && securityAdministrators[0] === staff.staff_id
    if (isLast) return lastAdministrator('安全管理员')
    return work.length > 0 ? workToHandOver(work.map(({ title, count }) => `${title.zh} ${count} 件`)) : undefined
  },
  decide: ({ staff }, { reason }, { today, now }): Deactivated => ({
    type: 'identity.deactivated',
    staffId: staff.staff_id,
    name: staff.name,
    lastDay: today.subtract({ days: 1 }),
    reason,
    at: now,
  }),
  save: async (tx, facts) => {
    for (const { staffId, lastDay, at } of facts) {
      const values = [staffId, lastDay.toString()]
      await tx.client.query(
        `update identity_staff set active_until = $2, active_from = least(active_from, $2), version = version + 1
         where staff_id = $1`,
        values,
      )
      await tx.client.query(
        `update identity_holding set until_on = $2, from_on = least(from_on, $2), version = version + 1
         where staff_id = $1 and (until_on is null or until_on > $2)`,
        values,
      )
      await tx.client.query(
        `update identity_team_member set until_on = $2, from_on = least(from_on, $2)
         where staff_id = $1 and (until_on is null or until_on > $2)`,
        values,
      )
      await endSessions(tx, staffId, at, null)
    }
  },
  subjects: ({ staffId }) => [`staff:${staffId}`],
})
