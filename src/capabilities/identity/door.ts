import type { Door } from '#kernel/http/door.ts'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import type { Actor } from '#kernel/occasion.ts'
import { todaySetting } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { dayOf } from '#kernel/values/dates.ts'
import { settingFrom } from '#capabilities/operations'
import { doorCache } from './door-cache.ts'
import { grantsInForce, type RoleGrant } from './rules/grants-in-force.ts'
import { tokenHash, type SessionActor } from './session-actor.ts'
import { demandSecondFactor, idleMinutes, sessionHours } from './settings.ts'

const cache = doorCache({ lifetimeMillis: 5_000, largest: 10_000 })
const monotonic = (): number => performance.now()

/** Called where a session, a post or a role changes, before that commits. */
export const distrustSessionsOf = (staffId: string | 'everyone'): void => cache.distrust(staffId, monotonic())

/** Asked at every request: whose session this is and what its posts allow today. */
export const identityDoor: Door = {
  actorFor: async (platform, court, token) => {
    const key = `${court} ${tokenHash(token)}`
    const known = cache.get(key, monotonic())
    if (known) return known
    const actor = await inTransaction(platform, { court, unit: null }, (tx) => admit(tx, tokenHash(token)))
    if (actor) cache.put(key, actor, monotonic())
    return actor
  },
}

async function admit(tx: Tx, hash: string): Promise<SessionActor | null> {
  const now = tx.platform.clock()
  const { rows } = await tx.client.query<Found>({
    name: 'identity_admit',
    text: rightsOf(bySession),
    values: [hash, dayOf(now).toString(), todaySetting],
  })
  const [found] = rows
  if (!found || hasRunOut(found, now)) return null
  if (now.since(found.last_seen_at).total('seconds') > 60) await seen(tx, found.session_id, now)
  return sessionActor(tx.court, found)
}

function hasRunOut({ created_at, last_seen_at, settings }: Found, now: Temporal.Instant): boolean {
  const idle = now.since(last_seen_at).total('minutes')
  const age = now.since(created_at).total('hours')
  return idle > settingFrom(settings, idleMinutes) || age > settingFrom(settings, sessionHours)
}

/** Bookkeeping, not an act: at most once a minute. */
const seen = ({ client }: Tx, sessionId: string, now: Temporal.Instant) =>
  client.query('update identity_session set last_seen_at = $2 where session_id = $1', [sessionId, now.toString()])

function sessionActor(court: string, found: Found): SessionActor {
  const proof = {
    secondFactor: found.second_factor,
    demanded: settingFrom(found.settings, demandSecondFactor),
    temporaryPassword: found.temporary,
  }
  return {
    id: found.staff_id,
    name: found.name,
    kind: 'staff',
    court,
    teams: found.teams,
    unit: found.unit_id,
    grants: grantsInForce(found.grants, proof),
    posts: found.posts,
    provedAt: Temporal.Instant.from(found.proved_at),
    secondFactor: found.second_factor,
    sessionId: found.session_id,
    post: found.post_id,
    factorMissing: proof.demanded && !proof.secondFactor && found.grants.some(({ secondFactor }) => secondFactor),
    temporaryPassword: found.temporary,
  }
}

/**
 * A person as they act without a session: for the demo's invented work, and for whoever holds the machine. Every right of
 * their posts is awake; sensitive commands still ask for a proof that such an actor cannot give.
 */
export const actorOf = (platform: Platform, court: string, staffId: string): Promise<Actor | null> =>
  inTransaction(platform, { court, unit: null }, async (tx) => {
    const day = dayOf(tx.platform.clock()).toString()
    const { rows } = await tx.client.query<Rights>(rightsOf(byPerson), [staffId, day, todaySetting])
    const [found] = rows
    if (!found) return null
    const proof = { secondFactor: true, demanded: false, temporaryPassword: false }
    return {
      id: found.staff_id,
      name: found.name,
      kind: 'staff',
      court,
      teams: found.teams,
      unit: found.unit_id,
      grants: grantsInForce(found.grants, proof),
      posts: found.posts,
      provedAt: null,
      secondFactor: false,
    }
  })

type Rights = {
  readonly staff_id: string
  readonly name: string
  readonly unit_id: string | null
  readonly teams: readonly string[]
  readonly posts: readonly string[]
  readonly grants: readonly RoleGrant[]
  readonly settings: Readonly<Record<string, unknown>>
}

type Found = Rights & {
  readonly session_id: string
  readonly post_id: string | null
  readonly created_at: string
  readonly last_seen_at: string
  readonly proved_at: string
  readonly second_factor: boolean
  readonly temporary: boolean
}

const bySession = `
  select s.session_id, s.post_id, s.created_at, s.last_seen_at, s.proved_at, s.second_factor,
         p.court_id, p.staff_id, p.name, p.unit_id, p.password_is_temporary as temporary
  from identity_session s
  join identity_staff p on p.court_id = s.court_id and p.staff_id = s.staff_id
  cross join clock
  where s.court_id = current_court() and s.token_hash = $1 and s.ended_at is null
    and (p.active_until is null or p.active_until >= clock.today)`

const byPerson = `
  select null::text as post_id, p.court_id, p.staff_id, p.name, p.unit_id from identity_staff p
  cross join clock
  where p.court_id = current_court() and p.staff_id = $1
    and (p.active_until is null or p.active_until >= clock.today)`

/** The court's day decides which posts and teams hold; it is the machine's unless a demo court has moved it. */
const rightsOf = (person: string): string => `
  with clock as (
    select coalesce((select (value #>> '{}')::date from kernel_setting where court_id = current_court() and key = $3), $2::date) as today
  ), person as (${person}
  ), every_post as (
    select post.post_id, post.title, post.role_id, post.sort, stood_for.name as in_place_of
    from person
    cross join clock
    join identity_holding h on h.court_id = person.court_id and h.staff_id = person.staff_id
     and h.from_on <= clock.today and (h.until_on is null or h.until_on >= clock.today)
    join identity_post post on post.court_id = h.court_id and post.post_id = h.post_id
    left join identity_staff stood_for on stood_for.court_id = h.court_id and stood_for.staff_id = h.in_place_of
  ), chosen as (
    select every_post.post_id from every_post join person on person.post_id = every_post.post_id
  ), held as (
    -- A session may be narrowed to one post; when that has ended, all of them count again.
    select * from every_post where post_id in (select post_id from chosen) or not exists (select from chosen)
  )
  select person.*,
    (select coalesce(array_agg(distinct m.team_id::text), '{}') from identity_team_member m, clock
      where m.court_id = person.court_id and m.staff_id = person.staff_id
        and m.from_on <= clock.today and (m.until_on is null or m.until_on >= clock.today)) as teams,
    (select coalesce(array_agg(title || coalesce('（代 ' || in_place_of || '）', '') order by sort), '{}') from held) as posts,
    (select coalesce(json_agg(json_build_object('permission', g.permission, 'scope', g.scope, 'secondFactor', r.second_factor)), '[]')
      from identity_role_grant g
      join identity_role r on r.court_id = g.court_id and r.role_id = g.role_id
      where g.court_id = person.court_id and not g.withdrawn
        and (r.kind = 'everyone' or g.role_id in (select role_id from held))) as grants,
    (select coalesce(json_object_agg(key, value), '{}') from kernel_setting k
      where k.court_id = person.court_id and k.key like 'identity.%') as settings
  from person`
