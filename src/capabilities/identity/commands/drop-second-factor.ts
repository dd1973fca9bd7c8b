import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import { label } from '#kernel/values/labels.ts'
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
  name: 'identity.drop-second-factor',
  title: label('解除动态口令', 'Drop the second factor'),
  may: 'identity.manage-rights',
  cites: ['identity.separation-of-duties'],
  sensitive: true,
  input: z.object({ reason: z.string().trim().min(2, { error: '请写明理由' }).max(200) }),
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
