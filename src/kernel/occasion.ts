/** How far a permission reaches. `own`: handler or clerk of the record; `unit`: what was sent to this partner. */
export type Scope = 'court' | 'team' | 'own' | 'unit' | 'self'

export type Grant = { readonly permission: string; readonly scope: Scope }

export type Actor = {
  readonly id: string
  readonly name: string
  readonly kind: 'staff' | 'system' | 'anonymous'
  readonly court: string
  readonly teams: readonly string[]
  /** The partner unit this person belongs to; null inside the court. */
  readonly unit: string | null
  readonly grants: readonly Grant[]
  /** The post or posts in whose name the person acts, as printed in the journal. */
  readonly posts: readonly string[]
  /** When this session last proved a password or second factor; null for a system actor. */
  readonly provedAt: Temporal.Instant | null
  /** Whether the session holds a second factor. */
  readonly secondFactor: boolean
  /** Where the call came from, when it came over the network. */
  readonly origin?: Origin
}

export type Origin = { readonly address: string; readonly agent: string }

/** Everything about a call that is not in its input. Pure code reads the clock here and nowhere else. */
export type Occasion = {
  readonly actor: Actor
  readonly now: Temporal.Instant
  /** The court's day: the machine's own, or the day a demo court is set to. */
  readonly today: Temporal.PlainDate
  /** The machine's day, for "is this date in the future". */
  readonly machineDay: Temporal.PlainDate
  /** Source of chance for this call, journalled so that a draw can be repeated. */
  readonly seed: string
}

/** Whose a record is, for deciding whether it lies inside a scope. */
export type Belongs = {
  readonly own: readonly (string | null)[]
  readonly team: string | null
  readonly unit?: string | null
}

const everyone = 'public'

export const mayAnywhere = (actor: Actor, permission: string): boolean =>
  permission === everyone || actor.grants.some((grant) => grant.permission === permission)

export const mayInCourt = (actor: Actor, permission: string): boolean =>
  permission === everyone || actor.grants.some((g) => g.permission === permission && g.scope === 'court')

export function mayTouch(actor: Actor, permission: string, record: Belongs): boolean {
  if (permission === everyone) return true
  return actor.grants.some((grant) => grant.permission === permission && reaches(actor, grant.scope, record))
}

function reaches(actor: Actor, scope: Scope, record: Belongs): boolean {
  switch (scope) {
    case 'court':
      return true
    case 'team':
      return record.team !== null && actor.teams.includes(record.team)
    case 'own':
      return record.own.includes(actor.id)
    case 'unit':
      return actor.unit !== null && record.unit === actor.unit
    case 'self':
      return false
  }
}

/** A named system actor: jobs, simulators and the operator act under their own name with just these permissions. */
export const systemActor = (court: string, id: string, name: string, permissions: readonly string[]): Actor => ({
  id,
  name,
  kind: 'system',
  court,
  teams: [],
  unit: null,
  grants: permissions.map((permission) => ({ permission, scope: 'court' })),
  posts: [],
  provedAt: null,
  secondFactor: true,
})

/** Whoever has not signed in: may give only public commands. */
export const anonymous = (court: string): Actor => ({
  id: 'anonymous',
  name: '未登录',
  kind: 'anonymous',
  court,
  teams: [],
  unit: null,
  grants: [],
  posts: [],
  provedAt: null,
  secondFactor: false,
})
