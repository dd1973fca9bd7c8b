import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { openClient } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/occasion.ts'
import { knownIn } from '../fuzz/database.ts'
import { inputsFor, type Known } from '../fuzz/inputs.ts'
import { knownTo, registerTables } from '../fuzz/every-door.ts'
import { fillRegisters } from '../registers/filled.ts'
import { almighty, court as courtCode, key, runningCourt, type RunningCourt } from './running-court.ts'

type Media = { readonly schema?: Record<string, unknown> }
type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: Readonly<Record<string, Media>> }>
  >
}
type Description = {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Record<string, unknown>>> }
}

let court: RunningCourt
let description: Description
let known: Known
let actor: Actor | null = null

before(async () => {
  court = await runningCourt({ door: { actorFor: async () => actor } })
  actor = almighty(court)
  description = (await court.app.inject({ url: '/api/openapi.json' })).json()
  await fillRegisters(court.platform, courtCode)
  const owner = await openClient(court.platform.url)
  known = await knownIn(owner).finally(() => owner.end())
})
after(() => court.close())

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

/** The schema with what it refers to put in place, ready to judge an answer. */
function judge(schema: Record<string, unknown>): z.ZodType {
  const whole = JSON.stringify(schema, (name, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$ref' in value)) return value
    const target = String(value.$ref)
    const part = /^#\/components\/schemas\/(\w+)$/.exec(target)?.[1]
    // A schema's own definitions stay where they are.
    return part === undefined ? value : description.components.schemas[part]
  })
  return z.fromJSONSchema(JSON.parse(whole))
}

test('the description is OpenAPI 3.1, has every command and question once, and nothing else', () => {
  assert.match(description.openapi, /^3\.1\./)
  const { commands, queries } = court.platform.registry
  const wanted = [
    ...[...commands.keys()].map((name) => `post /api/commands/${name}`),
    ...[...queries.keys()].map((name) => `get /api/queries/${name}`),
  ]
  assert.deepEqual(
    operations()
      .map(({ path, method }) => `${method} ${path}`)
      .toSorted(),
    wanted.toSorted(),
  )
  const ids = operations().map(({ operation }) => operation.operationId)
  assert.equal(new Set(ids).size, ids.length)
})

test('every operation says in two languages what it is, what it takes, what it answers and how it refuses', () => {
  for (const { path, method, operation } of operations()) {
    assert.match(operation.summary, /[\u4e00-\u9fff].* · [A-Za-z]/, path)
    const taken =
      method === 'post' ? operation.requestBody?.content['application/json']?.schema : operation.parameters[0]
    assert.ok(taken, path)
    assert.ok(Object.keys(operation.responses['200']?.content ?? {}).length > 0, path)
    assert.ok(operation.responses['default']?.content['application/problem+json'], path)
    for (const { content } of Object.values(operation.responses)) {
      for (const { schema } of Object.values(content)) assert.ok(judge(schema ?? {}), path)
    }
  }
})

const headers = { authorization: 'Bearer all', 'content-type': 'application/json' }
const send = (path: string, method: string, input: unknown) =>
  method === 'post'
    ? court.app.inject({
        method: 'POST',
        url: path,
        headers: { ...headers, 'idempotency-key': key() },
        payload: JSON.stringify(input),
      })
    : court.app.inject({ url: `${path}?${new URLSearchParams({ input: JSON.stringify(input) ?? 'null' })}`, headers })

test('the running server answers as described, to everything: results by their schema, refusals as problems', async () => {
  const problem = judge({ $ref: '#/components/schemas/Problem' })
  const rooms = new Set(['kernel', 'law', ...court.platform.registry.rooms.map(({ name }) => name)])
  const wrong: string[] = []
  const answered = new Set<string>()
  const tables = registerTables(court.platform.registry)
  for (const { path, method, operation } of operations()) {
    const { commands, queries } = court.platform.registry
    const declared = method === 'post' ? commands.get(operation.operationId) : queries.get(operation.operationId)
    const content = operation.responses['200']?.content ?? {}
    const inputs = fc.sample(
      inputsFor(
        declared?.input ?? z.object({}),
        knownTo({ known, tables }, { record: commands.get(operation.operationId)?.record }),
      ),
      { numRuns: 15, seed: 20250106 },
    )
    for (const input of [{}, ...inputs]) {
      const reply = await send(path, method, input)
      const type = String(reply.headers['content-type']).split(';', 1)[0] ?? ''
      if (reply.statusCode === 200) {
        answered.add(path)
        const described = content[type]?.schema
        if (!described) wrong.push(`${path}: answers ${type}`)
        else if (type === 'application/json') {
          const judged = judge(described).safeParse(reply.json())
          if (!judged.success) wrong.push(`${path}: ${z.prettifyError(judged.error)} in ${reply.body.slice(0, 300)}`)
        }
      } else {
        const judged = problem.safeParse(reply.json())
        const room = /^\/problems\/([\w-]+)\//.exec(String(reply.json().type))?.[1] ?? ''
        if (
          type !== 'application/problem+json' ||
          !judged.success ||
          !rooms.has(room) ||
          reply.json().status !== reply.statusCode
        ) {
          wrong.push(`${path}: refuses with ${reply.body.slice(0, 200)}`)
        }
      }
    }
  }
  assert.deepEqual([...new Set(wrong)], [])
  assert.ok(answered.size > operations().length / 2, `only ${answered.size} of ${operations().length} answered at all`)
})
