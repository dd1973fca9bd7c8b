import type { TestContext } from 'node:test'
import { audit } from '#capabilities/audit'
import { deadlines } from '#capabilities/deadlines'
import { desk } from '#capabilities/desk'
import { identity } from '#capabilities/identity'
import { ledgers } from '#capabilities/ledgers'
import { operations, prepareCourt } from '#capabilities/operations'
import { parties } from '#capabilities/parties'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import type { Actor, Grant, Occasion, Scope } from '#kernel/occasion.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { execute, reactTo, type Reply } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import { isRefusal, type Problem } from '#kernel/problem.ts'
import { testPlatform } from '#kernel/testing/platform.ts'
import { newId } from '#kernel/values/ids.ts'
import { cases } from '../capability.ts'
import { recordCases, type CaseRecord } from '../register.ts'

const court = '川1123'
const rooms = [operations, identity, audit, desk, ledgers, deadlines, parties, cases]

export type TestCourt = Awaited<ReturnType<typeof testCourt>>

/** A court with people and nothing else, on a day that stands still. */
export async function testCourt(t: TestContext, today: string) {
  const platform = await testPlatform(t, rooms, { court, now: `${today}T01:00:00Z` })
  await prepareCourt(platform, court)
  const inside = <T>(work: (tx: Tx, occasion: Occasion) => Promise<T>) =>
    inTransaction(platform, { court, unit: null }, async (tx) => work(tx, await occasionFor(tx, nobody)))
  return {
    platform,
    inside,
    forward: platform.forward,
    /** Puts people on record; they need no login to act in a test. */
    people: async (...names: readonly string[]) => {
      const ids = names.map(() => newId())
      await inside(({ client }) =>
        client.query(
          "insert into identity_staff (staff_id, name, active_from) select *, date '2020-01-01' from unnest($1::uuid[], $2::text[])",
          [ids, names],
        ),
      )
      return ids
    },
    team: async (name: string) => {
      const id = newId()
      await inside(({ client }) =>
        client.query('insert into identity_team (team_id, name) values ($1, $2)', [id, name]),
      )
      return id
    },
    /** Puts cases on record as an import does. */
    record: (records: readonly CaseRecord[]) =>
      inside(async (tx, occasion) => {
        const ids = await recordCases(tx, records, { batchId: null }, occasion)
        await reactTo(
          tx,
          ids.map((caseId) => ({ type: 'cases.case-imported', caseId })),
          occasion,
        )
        return ids
      }),
    give: async (actor: Actor, command: string, input: unknown): Promise<Reply> => {
      const outcome = await execute(platform, actor, { command, input })
      if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome.problem))
      return outcome
    },
    refusal: async (actor: Actor, command: string, input: unknown): Promise<Problem | undefined> => {
      const outcome = await execute(platform, actor, { command, input })
      return isRefusal(outcome) ? outcome.problem : undefined
    },
    answer: async <T>(actor: Actor, query: string, input: unknown = {}): Promise<T> => {
      const found = await ask(platform, actor, { query, input, total: true })
      if (isRefusal(found)) throw new Error(JSON.stringify(found.problem))
      return found as T
    },
    barred: async (actor: Actor, query: string, input: unknown = {}): Promise<Problem | undefined> => {
      const found = await ask(platform, actor, { query, input })
      return isRefusal(found) ? found.problem : undefined
    },
  }
}

/** Somebody with these permissions in one scope. */
export const staff = (
  id: string,
  scope: Scope,
  permissions: readonly string[],
  more: Partial<Pick<Actor, 'teams' | 'grants'>> = {},
): Actor => ({
  id,
  name: id,
  kind: 'staff',
  court,
  teams: [],
  unit: null,
  posts: [],
  provedAt: null,
  secondFactor: false,
  ...more,
  grants: [...permissions.map((permission): Grant => ({ permission, scope })), ...(more.grants ?? [])],
})

const nobody = staff('nobody', 'court', [])
