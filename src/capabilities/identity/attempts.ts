import type { Tx } from '#kernel/database/transaction.ts'
import { systemActor, type Occasion } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { passwordMatches } from './password-hash.ts'
import { codeNeeded, lockedUntil, wrongCode, wrongCredentials } from './problems.ts'
import { lockAfter } from './rules/lock-out.ts'
import { stepOfCode } from './second-factor.ts'
import { originOf } from './session-actor.ts'
import type { Staff } from './store.ts'

/** What somebody offers to prove who they are. */
export type Offered = { readonly password: string | undefined; readonly code: string | undefined }

export type Proof = {
  /** The step of the code that was shown, or null when none was. */
  readonly step: number | null
}

export const keepDoor = 'identity.keep-door'

export const loginIndexOf = ({ platform, court }: Tx, loginName: string): string =>
  platform.cipher.blindIndex(court, 'login', loginName)

/**
 * Checks what is offered for a login name, known or not. A wrong try is counted in a transaction of its own, since the
 * refused one is rolled back; tries on one name wait for each other, so that many at once are not more tries.
 *
 * An unknown name and a known one get the same words, the same count and the same amount of work.
 */
export async function examine(
  tx: Tx,
  occasion: Occasion,
  loginName: string,
  staff: Staff | undefined,
  { password, code }: Offered,
): Promise<Proof | Refusal> {
  const loginIndex = loginIndexOf(tx, loginName)
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended(current_court() || $1, 0))', [loginIndex])
  const shut = await shutUntil(tx, loginIndex, occasion.now)
  if (shut) return lockedUntil(shut, lockAfter, await securityAdministrator(tx, occasion.today))
  const right = password === undefined || (await passwordMatches(password, staff?.password_phc ?? null))
  const wrong = (say: typeof wrongCredentials) => count(tx, occasion, loginIndex, staff, say)
  if (!right || !staff) return wrong(wrongCredentials)
  if (staff.totp_secret === null) return password === undefined ? wrong(wrongCredentials) : { step: null }
  if (code === undefined) return codeNeeded()
  const step = stepOfCode(tx, staff.staff_id, staff.totp_secret, code, staff.totp_last_step)
  return step === null ? wrong(wrongCode) : { step }
}

async function shutUntil(tx: Tx, loginIndex: string, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const row = await tx.db
    .selectFrom('identity_attempt')
    .select('locked_until')
    .where('login_index', '=', loginIndex)
    .executeTakeFirst()
  const until = row?.locked_until ? Temporal.Instant.from(row.locked_until) : null
  return until && Temporal.Instant.compare(until, now) > 0 ? until : null
}

async function count(
  tx: Tx,
  occasion: Occasion,
  loginIndex: string,
  staff: Staff | undefined,
  say: (triesLeft: number) => Refusal,
): Promise<Refusal> {
  const doorkeeper = systemActor(tx.court, 'door', '登录入口', [keepDoor])
  const counted = await execute(tx.platform, doorkeeper, {
    command: 'identity.count-wrong-try',
    input: { loginIndex, staffId: staff?.staff_id ?? null, place: originOf(occasion.actor)?.address ?? null },
  })
  if (isRefusal(counted)) return counted
  const { triesLeft, until } = counted.answer ?? {}
  return typeof until === 'string'
    ? lockedUntil(Temporal.Instant.from(until), lockAfter, await securityAdministrator(tx, occasion.today))
    : say(Number(triesLeft))
}

/** Whom a locked-out person may call. */
async function securityAdministrator(tx: Tx, today: Temporal.PlainDate): Promise<string | null> {
  const row = await tx.db
    .selectFrom('identity_holding as h')
    .innerJoin('identity_post as p', (on) =>
      on.onRef('p.court_id', '=', 'h.court_id').onRef('p.post_id', '=', 'h.post_id'),
    )
    .innerJoin('identity_staff as s', (on) =>
      on.onRef('s.court_id', '=', 'h.court_id').onRef('s.staff_id', '=', 'h.staff_id'),
    )
    .where('p.role_id', '=', 'security-administrator')
    .where('h.from_on', '<=', today.toString())
    .where((eb) => eb.or([eb('h.until_on', 'is', null), eb('h.until_on', '>=', today.toString())]))
    .select('s.name')
    .orderBy('h.from_on')
    .orderBy('h.holding_id')
    .executeTakeFirst()
  return row?.name ?? null
}
