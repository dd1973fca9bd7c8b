import { recordCommand } from '#kernel/command.ts'
import { acts } from '../acts.ts'
import { hasNoFactor, notYourself } from '../problems.ts'
import { endSessions } from '../sessions.ts'
import { staffRecord } from '../store.ts'

export type SecondFactorDropped = {
  readonly type: 'identity.second-factor-dropped'
  readonly staffId: string
  readonly reason: string
  readonly at: Temporal.Instant
}

/** For a lost phone: another person, the security administrator, lets its owner enrol a new one. Sessions end. */
export const dropSecondFactor = recordCommand(staffRecord, {
  ...acts.dropSecondFactor,
  may: 'identity.manage-rights',
  cites: ['identity.separation-of-duties'],
  sensitive: true,
  load: async (_tx, staff) => staff,
  gate: ({ staff_id, name, totp_secret }, { actor }) =>
    staff_id === actor.id ? notYourself() : totp_secret === null ? hasNoFactor(name) : undefined,
  decide: ({ staff_id }, { reason }, { now }): SecondFactorDropped => ({
    type: 'identity.second-factor-dropped',
    staffId: staff_id,
    reason,
    at: now,
  }),
  save: async (tx, facts) => {
    for (const { staffId, at } of facts) {
      await tx.db
        .updateTable('identity_staff')
        .set((eb) => ({
          totp_secret: null,
          totp_confirmed_at: null,
          totp_pending: null,
          version: eb('version', '+', 1),
        }))
        .where('staff_id', '=', staffId)
        .execute()
      await endSessions(tx, staffId, at, null)
    }
  },
  subjects: ({ staffId }) => [`staff:${staffId}`],
})
