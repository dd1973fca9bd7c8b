import { recordCommand } from '#kernel/command.ts'
import { acts } from '../acts.ts'
import { loginIndexOf } from '../attempts.ts'
import { hasNoLogin } from '../problems.ts'
import { unwritten } from '../secrets.ts'
import { staffRecord } from '../store.ts'

export type Unlocked = {
  readonly type: 'identity.unlocked'
  readonly staffId: string
  readonly [unwritten]: { readonly loginName: string }
}

/** After the person has been seen: the count of wrong tries begins anew before the lock runs out. */
export const unlock = recordCommand(staffRecord, {
  ...acts.unlock,
  may: 'identity.manage-rights',
  cites: [],
  load: async (_tx, staff) => staff,
  gate: ({ name, login_name }) => (login_name === null ? hasNoLogin(name) : undefined),
  decide: ({ staff_id, login_name }): Unlocked => ({
    type: 'identity.unlocked',
    staffId: staff_id,
    [unwritten]: { loginName: login_name ?? '' },
  }),
  save: async (tx, facts) => {
    const indexes = facts.map((fact) => loginIndexOf(tx, fact[unwritten].loginName))
    await tx.db.deleteFrom('identity_attempt').where('login_index', 'in', indexes).execute()
  },
  subjects: ({ staffId }) => [`staff:${staffId}`],
})
