import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Origin } from '#kernel/occasion.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { newId } from '#kernel/values/ids.ts'
import { settingValue } from '#capabilities/operations'
import { examine, loginIndexOf } from '../attempts.ts'
import { tooManyAtOnce } from '../problems.ts'
import { asksSecondFactor } from '../roles.ts'
import { unwritten } from '../secrets.ts'
import { newToken, originOf, tokenHash } from '../session-actor.ts'
import { demandSecondFactor } from '../settings.ts'
import { normalLogin, staffByLogin, type Staff } from '../store.ts'

type Arrival = {
  readonly staff: Staff
  readonly step: number | null
  readonly loginIndex: string
  /** Some post of this person asks for a second factor, and they have none yet. */
  readonly mustEnrol: boolean
}

export type SignedIn = {
  readonly type: 'identity.signed-in'
  readonly sessionId: string
  readonly staffId: string
  readonly secondFactor: boolean
  readonly place: string | null
  readonly at: Temporal.Instant
  readonly [unwritten]: {
    readonly tokenHash: string
    readonly step: number | null
    readonly loginIndex: string
    readonly agent: string | null
  }
}

let inside = 0

/** Each attempt holds a connection while it waits for its hash. Some are always left for everybody else. */
async function unlessCrowded<T>({ platform }: Tx, work: () => Promise<T>): Promise<T | Refusal> {
  const most = Math.max(1, (platform.pool.options.max ?? 10) - 4)
  if (inside >= most) return tooManyAtOnce()
  inside += 1
  try {
    return await work()
  } finally {
    inside -= 1
  }
}

type Input = { readonly loginName: string; readonly password: string; readonly code?: string | undefined }

async function arrive(tx: Tx, { loginName, password, code }: Input, occasion: Occasion): Promise<Arrival | Refusal> {
  const typed = normalLogin(loginName)
  const staff = await staffByLogin(tx, typed, occasion.today)
  const proof = await examine(tx, occasion, typed, staff, { password, code })
  if (isRefusal(proof)) return proof
  if (!staff) throw new Error('nobody proved to be nobody')
  const demanded = staff.totp_secret === null && (await settingValue(tx, demandSecondFactor))
  const mustEnrol = demanded && (await asksSecondFactor(tx, staff.staff_id, occasion.today))
  return { staff, step: proof.step, loginIndex: loginIndexOf(tx, typed), mustEnrol }
}

export const signIn = command({
  name: 'identity.sign-in',
  title: label('登录', 'Sign in'),
  may: 'public',
  cites: [],
  input: z.object({
    loginName: z.string().min(1).max(64),
    password: z.string().min(1).max(256),
    code: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  output: z.object({
    staffId: z.uuid(),
    name: z.string(),
    secondFactor: z.enum(['held', 'enrol', 'none']),
    mustChangePassword: z.boolean(),
    lastSignIn: z.object({ at: z.string(), from: z.string().nullable() }).nullable(),
  }),
  load: (tx, input, occasion) => unlessCrowded(tx, () => arrive(tx, input, occasion)),
  consult: async (_tx, _input, arrival, { actor }) => ({ token: newToken(), origin: originOf(actor), arrival }),
  decide: ({ staff, step, loginIndex }, _input, { now }, { token, origin }): SignedIn => ({
    type: 'identity.signed-in',
    sessionId: newId(),
    staffId: staff.staff_id,
    secondFactor: step !== null,
    place: origin?.address ?? null,
    at: now,
    [unwritten]: { tokenHash: tokenHash(token), step, loginIndex, agent: shortened(origin) },
  }),
  save: async (tx, facts) => {
    for (const fact of facts) await openSession(tx, fact)
  },
  subjects: ({ staffId, sessionId }) => [`staff:${staffId}`, `session:${sessionId}`],
  answer: ({ secondFactor }, { token, arrival: { staff, mustEnrol } }) => ({
    sessionToken: token,
    staffId: staff.staff_id,
    name: staff.name,
    secondFactor: secondFactor ? 'held' : mustEnrol ? 'enrol' : 'none',
    mustChangePassword: staff.password_is_temporary,
    lastSignIn: staff.last_sign_in_at && { at: staff.last_sign_in_at, from: staff.last_sign_in_from },
  }),
})

const shortened = (origin: Origin | null): string | null => origin?.agent.slice(0, 200) ?? null

async function openSession(tx: Tx, fact: SignedIn): Promise<void> {
  const { step, loginIndex, agent, tokenHash: hash } = fact[unwritten]
  const at = fact.at.toString()
  await tx.db
    .insertInto('identity_session')
    .values({
      session_id: fact.sessionId,
      token_hash: hash,
      staff_id: fact.staffId,
      created_at: at,
      last_seen_at: at,
      proved_at: at,
      second_factor: fact.secondFactor,
      place: fact.place,
      agent,
      ended_at: null,
    })
    .execute()
  await tx.db
    .updateTable('identity_staff')
    .set({ last_sign_in_at: at, last_sign_in_from: fact.place, ...(step !== null && { totp_last_step: String(step) }) })
    .where('staff_id', '=', fact.staffId)
    .execute()
  await tx.db.deleteFrom('identity_attempt').where('login_index', '=', loginIndex).execute()
}
