import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { systemActor, type Occasion } from '#kernel/occasion.ts'
import { appendToJournal } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { refuse, Refused, unlessRefused, type Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { savePersons, type PersonCreated } from './commands/create-person.ts'
import { saveHoldings, type PostGiven } from './commands/give-post.ts'
import { savePasswords, type PasswordReset } from './commands/reset-password.ts'
import { holdersOfKind } from './holdings.ts'
import { hashPassword, randomPassword } from './password-hash.ts'
import { administratorExists, loginNameTaken, noSuchLogin } from './problems.ts'
import { presetPosts } from './rules/preset-posts.ts'
import { syncRoles } from './roles.ts'
import { unwritten } from './secrets.ts'
import { normalLogin, staffByLogin } from './store.ts'

export type AdministratorKind = 'system' | 'security' | 'audit'
export type NewAdministrator = {
  readonly kind: AdministratorKind
  readonly name: string
  readonly loginName: string
}
export type MadeLogin = { readonly staffId: string; readonly loginName: string; readonly temporaryPassword: string }

/**
 * The first of each of the three administrators, made by whoever has the machine. From then on people come in through
 * their pages: refused while somebody holds that post.
 */
export const createFirstAdministrator = (
  platform: Platform,
  court: string,
  wanted: NewAdministrator,
): Promise<MadeLogin | Refusal> =>
  asOperator(platform, court, async (tx, occasion) => {
    await syncRoles(tx, occasion)
    const postId = `${wanted.kind}-administrator`
    const title = presetPosts.find(({ id }) => id === postId)?.title ?? postId
    if ((await holdersOfKind(tx, wanted.kind, occasion.today)).length > 0) throw new Refused(administratorExists(title))
    const loginName = normalLogin(wanted.loginName)
    if (await staffByLogin(tx, loginName, occasion.today)) throw new Refused(loginNameTaken())
    const temporaryPassword = randomPassword()
    const person: PersonCreated = {
      type: 'identity.person-created',
      staffId: newId(),
      name: wanted.name,
      loginName,
      unitId: null,
      activeFrom: occasion.today,
      at: occasion.now,
      [unwritten]: { passwordPhc: await hashPassword(temporaryPassword), temporary: true },
    }
    const post: PostGiven = {
      type: 'identity.post-given',
      holdingId: newId(),
      staffId: person.staffId,
      postId,
      title,
      fromOn: occasion.today,
      untilOn: null,
      inPlaceOf: null,
      warrant: null,
    }
    await savePersons(tx, [person])
    await saveHoldings(tx, [post])
    const facts = [
      { fact: person, subjects: [`staff:${person.staffId}`] as const },
      { fact: post, subjects: [`staff:${person.staffId}`, `post:${postId}`] as const },
    ]
    await appendToJournal(tx, 'identity.create-first-administrator', facts, occasion, new Set())
    return { staffId: person.staffId, loginName, temporaryPassword }
  })

/** A new temporary password for somebody who cannot get in, given by whoever has the machine. Their sessions end. */
export const resetPasswordByOperator = (
  platform: Platform,
  court: string,
  loginName: string,
): Promise<MadeLogin | Refusal> =>
  asOperator(platform, court, async (tx, occasion) => {
    const staff = unlessRefused((await staffByLogin(tx, normalLogin(loginName), occasion.today)) ?? noSuchLogin())
    const temporaryPassword = randomPassword()
    const fact: PasswordReset = {
      type: 'identity.password-reset',
      staffId: staff.staff_id,
      at: occasion.now,
      [unwritten]: { passwordPhc: await hashPassword(temporaryPassword), loginName: staff.login_name ?? '' },
    }
    await savePasswords(tx, [fact])
    const journalled = [{ fact, subjects: [`staff:${staff.staff_id}`] as const }]
    await appendToJournal(tx, 'identity.reset-password', journalled, occasion, new Set())
    return { staffId: staff.staff_id, loginName: staff.login_name ?? '', temporaryPassword }
  })

export type ListedLogin = {
  readonly name: string
  readonly loginName: string
  readonly posts: readonly string[]
  readonly lastSignIn: string | null
  readonly secondFactor: boolean
}

export const listLogins = async (platform: Platform, court: string): Promise<readonly ListedLogin[]> => {
  const listed = await asOperator(platform, court, async (tx, { today }) => {
    const { rows } = await tx.client.query<ListedLogin>(
      `select s.name, s.login_name as "loginName", s.last_sign_in_at as "lastSignIn",
              s.totp_secret is not null as "secondFactor",
              array(select p.title from identity_holding h
                    join identity_post p on p.court_id = h.court_id and p.post_id = h.post_id
                    where h.court_id = s.court_id and h.staff_id = s.staff_id
                      and h.from_on <= $1 and (h.until_on is null or h.until_on >= $1) order by p.sort) as posts
       from identity_staff s where s.login_name is not null order by s.login_name limit 1000`,
      [today.toString()],
    )
    return rows
  })
  return Array.isArray(listed) ? listed : []
}

async function asOperator<T>(
  platform: Platform,
  court: string,
  work: (tx: Tx, occasion: Occasion) => Promise<T>,
): Promise<T | Refusal> {
  const operator = systemActor(court, 'operator', '运行维护', [])
  try {
    return await inTransaction(platform, operator, async (tx) => work(tx, await occasionFor(tx, operator)))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.problem)
    throw error
  }
}
