import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { newId } from '#kernel/values/ids.ts'
import { acts } from '../acts.ts'
import { hashPassword, randomPassword } from '../password-hash.ts'
import { loginNameTaken } from '../problems.ts'
import { unwritten } from '../secrets.ts'
import { normalLogin } from '../store.ts'

export type PersonCreated = {
  readonly type: 'identity.person-created'
  readonly staffId: string
  readonly name: string
  readonly loginName: string | null
  readonly unitId: string | null
  readonly activeFrom: Temporal.PlainDate
  readonly at: Temporal.Instant
  readonly [unwritten]: { readonly passwordPhc: string | null; readonly temporary: boolean }
}

export async function savePersons(tx: Tx, facts: readonly PersonCreated[]): Promise<void> {
  if (facts.length === 0) return
  await tx.db
    .insertInto('identity_staff')
    .values(
      facts.map((fact) => ({
        staff_id: fact.staffId,
        name: fact.name,
        unit_id: fact.unitId,
        active_from: fact.activeFrom.toString(),
        active_until: null,
        login_name: fact.loginName,
        password_phc: fact[unwritten].passwordPhc,
        password_set_at: fact[unwritten].passwordPhc === null ? null : fact.at.toString(),
        password_is_temporary: fact[unwritten].passwordPhc !== null && fact[unwritten].temporary,
        totp_secret: null,
        totp_confirmed_at: null,
        totp_pending: null,
        totp_last_step: null,
        proposed_by: null,
        last_sign_in_at: null,
        last_sign_in_from: null,
      })),
    )
    .execute()
}

/** A person of the register. With a login name comes a temporary password, shown once to whoever made the person. */
export const createPerson = command({
  ...acts.createPerson,
  may: 'identity.manage-people',
  cites: [],
  sensitive: true,
  output: z.object({ staffId: z.uuid(), temporaryPassword: z.string().nullable() }),
  load: async () => ({}),
  consult: async (_tx, { loginName }) => {
    const password = loginName === undefined ? null : randomPassword()
    return { password, passwordPhc: password === null ? null : await hashPassword(password) }
  },
  decide: (_none, { name, loginName, unitId, activeFrom }, { today, now }, { passwordPhc }): PersonCreated => ({
    type: 'identity.person-created',
    staffId: newId(),
    name,
    loginName: loginName === undefined ? null : normalLogin(loginName),
    unitId: unitId ?? null,
    activeFrom: activeFrom ?? today,
    at: now,
    [unwritten]: { passwordPhc, temporary: true },
  }),
  save: savePersons,
  subjects: ({ staffId }) => [`staff:${staffId}`],
  answer: ({ staffId }, { password }) => ({ staffId, temporaryPassword: password }),
  onConstraint: { identity_staff_login: loginNameTaken },
})
