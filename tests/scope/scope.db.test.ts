import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rooms } from '../../src/app/rooms.ts'
import { openCourt } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import { anonymous, mayAnywhere, mayTouch, type Actor } from '#kernel/occasion.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import type { Platform } from '#kernel/platform.ts'
import { isRefusal } from '#kernel/problem.ts'
import { testPlatform } from '#kernel/testing/platform.ts'
import { chanceOf } from './chance.ts'
import { trespasses, type Known } from './findings.ts'
import { changedRows, rowsOf, asOwner } from './owner.ts'
import { belongsOf, columnOf, mayReachSomehow, roomOf, scopedKinds, scopesOf, type Strangers } from './record-scopes.ts'
import { columnOf as fieldColumn, sampleInput } from './sample-input.ts'
import { stockOf } from './stock.ts'
import { courts, fillCourt, type Person } from './two-courts.ts'

const [ours, theirs] = courts
const people = new Map<string, readonly Person[]>()
let platform: Platform
let known: ReadonlyMap<string, Known> | undefined
const strangers = new Map<string, Strangers>(courts.map((court) => [court, new Set()]))
/** Names of what was really answered and done, so that a sweep of refusals does not pass for a proof. */
const answered = new Set<string>()
const acted = new Set<string>()

/** What is known now: ids, kinds of records, whose each record is. A court where nobody acted since is not asked again. */
async function surveyed(acting: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const stock = await stockOf(platform, courts)
  const kinds = scopedKinds(platform)
  const entries = await Promise.all(
    courts.map(async (court) => {
      const before = known?.get(court)
      const scopes =
        before && !acting.includes(court)
          ? before.scopes
          : await scopesOf(platform, court, kinds, stock, strangers.get(court) ?? new Set())
      return [court, { kinds, stock, scopes }] as const
    }),
  )
  return new Map(entries)
}

const knownOf = (court: string): Known => {
  const found = known?.get(court)
  assert.ok(found)
  return found
}

/** Run one after another on the same two courts. */
const checks: { readonly name: string; readonly run: () => void | Promise<void> }[] = []
const check = (name: string, run: () => void | Promise<void>) => checks.push({ name, run })

type Question = { readonly person: Person; readonly query: string; readonly input: unknown }

function questionsOf(person: Person, count: number): readonly Question[] {
  return [...platform.registry.queries.values()].flatMap(({ name, input, may }) =>
    // Whoever may nowhere is refused before the input is looked at; once is enough.
    Array.from({ length: mayAnywhere(person.actor, may) ? count : 1 }, (_, i) => {
      const chance = chanceOf(`${person.role} ${name} ${i}`)
      return { person, query: name, input: sampleInput(input, knownOf(ours).stock, chance, i === 0) }
    }),
  )
}

async function asked({ person, query: name, input }: Question): Promise<readonly string[]> {
  const query = platform.registry.queries.get(name)
  assert.ok(query)
  const answer = await ask(platform, person.actor, { query: name, input, limit: 1000, total: true })
  if (!isRefusal(answer)) answered.add(name)
  return trespasses(person.actor, query, input, answer, knownOf(person.actor.court)).map(
    (what) => `${person.role} ${name} ${JSON.stringify(input)}: ${what}`,
  )
}

check('the survey knows records of both courts, and hands both inside and outside each scope', () => {
  const judge = people.get(ours)?.find(({ role }) => role === '执行法官')
  assert.ok(judge)
  const { kinds, scopes, stock } = knownOf(ours)
  const cases = kinds.find(({ kind }) => kind === 'case')
  if (!cases) return
  const own = stock.valuesOf('case_id').map((id) => scopes(cases, id))
  assert.ok(own.filter((belongs) => belongs !== null).length >= 15)
  const mine = own.filter((belongs) => belongs && mayTouch(judge.actor, 'cases.handle', belongs))
  assert.ok(mine.length > 0 && mine.length < 15)
})

check('no question gives anybody a row outside their scope or of another court', async () => {
  const found: string[] = []
  for (const person of people.get(ours) ?? []) {
    for (const question of questionsOf(person, 4)) found.push(...(await asked(question)))
  }
  assert.deepEqual(found, [])
})

check('nearly every question was answered to somebody, so that the sweep was no sweep of refusals', () => {
  const { queries } = platform.registry
  const silent = [...queries.keys()].filter((name) => !answered.has(name))
  assert.ok(silent.length < queries.size / 5, `never answered: ${silent.join(', ')}`)
})

check('nor under load, when everybody of both courts asks at once', async () => {
  const everyone = courts.flatMap((court) => people.get(court) ?? [])
  const chance = chanceOf('load')
  const all = everyone.flatMap((person) => questionsOf(person, 1))
  const waiting = Array.from({ length: 1000 }, () => chance.pick(all))
  const found: string[] = []
  const worker = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) found.push(...(await asked(next)))
  }
  await Promise.all(Array.from({ length: 24 }, worker))
  assert.deepEqual(found, [])
})

check('whoever has not signed in asks nothing and does nothing but sign in', async () => {
  const stranger = anonymous(ours)
  const open: string[] = []
  for (const { name, input } of platform.registry.queries.values()) {
    const answer = await ask(platform, stranger, {
      query: name,
      input: sampleInput(input, knownOf(ours).stock, chanceOf(name), true),
    })
    if (!isRefusal(answer)) open.push(name)
  }
  for (const { name, input } of platform.registry.commands.values()) {
    const outcome = await execute(platform, stranger, {
      command: name,
      input: sampleInput(input, knownOf(ours).stock, chanceOf(name), true),
    })
    if (!isRefusal(outcome) || !['identity.sign-in'].includes(name)) {
      if (!isRefusal(outcome) || outcome.problem.status !== 401) open.push(name)
    }
  }
  assert.deepEqual(open, [])
})

const allowed = ({ actor }: Person, name: string): boolean => {
  const act = platform.registry.commands.get(name)
  return act !== undefined && mayAnywhere(actor, act.may)
}

/** Gives a command and says what went further than the person may. */
async function given(person: Person, name: string, attempt: number): Promise<string | undefined> {
  const command = platform.registry.commands.get(name)
  assert.ok(command)
  const { actor } = person
  const { kinds, stock, scopes } = knownOf(actor.court)
  const chance = chanceOf(`${person.role} ${name} ${attempt}`)
  const kind = kinds.find(({ kind: each }) => each === command.record?.kind)
  // Mostly a record of the kind that is asked for; now and then any id at all, of either court.
  const records = kind ? scopes.idsOf(kind) : []
  const said =
    kind && records.length > 0 && chance.below(6) > 0 ? { [fieldColumn(kind.idField)]: chance.pick(records) } : {}
  const input = sampleInput(command.input, stock, chance, attempt % 2 === 0, said)
  const id = kind && (input as Record<string, unknown>)[kind.idField]
  const whose = async () => (kind && typeof id === 'string' ? belongsOf(platform, actor.court, kind, id, stock) : null)
  const before = allowed(person, name) ? await whose() : null
  const idempotencyKey = `scope ${person.role} ${name} ${attempt} ${actor.court}`
  const outcome = await execute(platform, actor, { command: name, input, idempotencyKey })
  if (isRefusal(outcome)) return undefined
  acted.add(name)
  if (before === null) return mayAnywhere(actor, command.may) ? undefined : `${person.role} ${name}`
  if (mayTouch(actor, command.may, before)) return undefined
  // Under load somebody else may have given the record to this person in between.
  const after = await whose()
  return after && mayTouch(actor, command.may, after) ? undefined : `${person.role} ${name} ${JSON.stringify(input)}`
}

const apart = <T>(all: readonly T[], belongs: (one: T) => boolean) =>
  [all.filter(belongs), all.filter((one) => !belongs(one))] as const

type Rows = Awaited<ReturnType<typeof rowsOf>>

/** Rows that changed and name a record which none of this person's rights in its room reaches. */
function strayRows(actor: Actor, before: Rows, after: Rows): readonly string[] {
  const { kinds, scopes } = knownOf(actor.court)
  const caseKind = kinds.find(({ kind }) => kind === 'case')
  const caseIds = new Map(
    [...after.values()].flatMap(({ table, row }) =>
      table === 'cases_case' ? [[row['case_number'], String(row['case_id'])] as const] : [],
    ),
  )
  // What follows by itself from a record of another room is reached through the case it names. A case filed in between
  // was nobody's before.
  const follows = (row: (typeof rows)[number]['row']): boolean => {
    const caseId = caseIds.get(row['case_number'])
    const isDerived = String(row['recorded_by']).startsWith('room:') && JSON.stringify(row['typed']) === '[]'
    if (!isDerived || !caseKind || caseId === undefined) return false
    const belongs = scopes(caseKind, caseId)
    return belongs === null || mayReachSomehow(actor, caseKind, belongs)
  }
  const rows = changedRows(before, after)
  return rows.flatMap(({ table, row }) =>
    kinds.flatMap((kind) => {
      // A batch is where a row came from, not whose it is.
      const isOrigin = kind.room === 'ledgers' && !table.startsWith('ledgers_')
      if (isOrigin || follows(row)) return []
      const id = row[columnOf(kind.idField)]
      const belongs = typeof id === 'string' ? scopes(kind, id) : null
      const foreign = belongs && kind.room !== 'identity' && !mayReachSomehow(actor, kind, belongs)
      return foreign ? [`${kind.kind} ${id} ${JSON.stringify(belongs)} by ${table} ${JSON.stringify(row)}`] : []
    }),
  )
}

check('no command changes a record outside its giver’s scope, nor anything of another court', async () => {
  const elsewhere = await rowsOf(platform, theirs)
  const found: string[] = []
  for (const person of people.get(ours) ?? []) {
    const trying = async (names: readonly string[]): Promise<void> => {
      for (const name of names) {
        // Whoever may nowhere is refused before the input is looked at; once is enough.
        for (const attempt of allowed(person, name) ? [0, 1, 2, 3, 4] : [0]) {
          const further = await given(person, name, attempt)
          if (further) found.push(further)
        }
      }
    }
    // A ledger is brought in and taken back whole, whosever its rows are: that permission is for the whole court.
    const [ofLedgers, others] = apart([...platform.registry.commands.keys()], (name) => roomOf(name) === 'ledgers')
    await trying(ofLedgers)
    const untouched = await rowsOf(platform, ours)
    await trying(others)
    const stray = strayRows(person.actor, untouched, await rowsOf(platform, ours))
    found.push(...stray.map((row) => `${person.role} changed ${row}`))
    known = await surveyed([ours])
  }
  assert.deepEqual(found, [])
  assert.deepEqual(changedRows(elsewhere, await rowsOf(platform, theirs)), [])
})

check('many commands were really done by somebody', () => {
  const { commands } = platform.registry
  const idle = [...commands.keys()].filter((name) => !acted.has(name))
  assert.ok(idle.length < (commands.size * 2) / 5, `never done: ${idle.join(', ')}`)
})

check('nor under load, when both courts work at once', async () => {
  const names = [...platform.registry.commands.keys()]
  const chance = chanceOf('commands under load')
  const everyone = courts.flatMap((court) => people.get(court) ?? [])
  const found: string[] = []
  let left = 400
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const further = await given(chance.pick(everyone), chance.pick(names), 100 + left)
      if (further) found.push(further)
    }
  }
  await Promise.all(Array.from({ length: 12 }, worker))
  assert.deepEqual(found, [])
  for (const court of courts) {
    const own = new Set((people.get(court) ?? []).map(({ actor }) => actor.id))
    const rows = await asOwner(platform, court, (ask) =>
      ask<{ actor_id: string }>('select distinct actor_id from kernel_journal where court_id = $1', [court]),
    )
    const strangers = rows.map(({ actor_id }) => actor_id).filter((id) => /^[0-9a-f-]{36}$/.test(id) && !own.has(id))
    assert.deepEqual(strangers, [], court)
  }
})

test('two courts, every role, every question and command of the registry', async (t) => {
  platform = await testPlatform(t, rooms, { court: ours })
  const owner = await openClient(platform.url)
  await openCourt(owner, theirs, '邻县人民法院').finally(() => owner.end())
  for (const court of courts) people.set(court, await fillCourt(platform, court))
  known = await surveyed(courts)
  for (const { name, run } of checks) await t.test(name, run)
})
