import type { Selectable } from 'kysely'
import { recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { notFound } from '#kernel/pipeline/problems.ts'
import { label } from '#kernel/values/labels.ts'
import type { HoldingTable, SessionTable, StaffTable } from './tables.ts'

export type Staff = Omit<Selectable<StaffTable>, 'court_id'>
export type Holding = Omit<Selectable<HoldingTable>, 'court_id'>
export type Session = Omit<Selectable<SessionTable>, 'court_id'>

const person = label('这个人员', 'person')

/** One person of the register, found by id. */
export const staffRecord = recordKind<Staff>({
  kind: 'staff',
  idField: 'staffId',
  load: async (tx, id, lock) => {
    const query = tx.db.selectFrom('identity_staff').selectAll().where('staff_id', '=', id)
    return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? notFound(person)
  },
  belongs: ({ staff_id, unit_id }) => ({ own: [staff_id], team: null, unit: unit_id }),
  version: ({ version }) => version,
})

export const holdingRecord = recordKind<Holding>({
  kind: 'holding',
  idField: 'holdingId',
  load: async (tx, id, lock) => {
    const query = tx.db.selectFrom('identity_holding').selectAll().where('holding_id', '=', id)
    return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? notFound(label('这次任职', 'holding'))
  },
  belongs: ({ staff_id }) => ({ own: [staff_id], team: null }),
  version: ({ version }) => version,
})

export const sessionRecord = recordKind<Session>({
  kind: 'session',
  idField: 'sessionId',
  load: async (tx, id, lock) => {
    const query = tx.db.selectFrom('identity_session').selectAll().where('session_id', '=', id)
    return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? notFound(label('这次登录', 'session'))
  },
  belongs: ({ staff_id }) => ({ own: [staff_id], team: null }),
  version: ({ version }) => version,
})

/** The person who may sign in under this name on that day. */
export const staffByLogin = (tx: Tx, loginName: string, today: Temporal.PlainDate): Promise<Staff | undefined> =>
  tx.db
    .selectFrom('identity_staff')
    .selectAll()
    .where('login_name', '=', loginName)
    .where((eb) => eb.or([eb('active_from', 'is', null), eb('active_from', '<=', today.toString())]))
    .where((eb) => eb.or([eb('active_until', 'is', null), eb('active_until', '>=', today.toString())]))
    .executeTakeFirst()

/** Login names are compared without case and width. */
export const normalLogin = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()
