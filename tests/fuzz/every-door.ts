import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import type { Capability } from '#kernel/capability.ts'
import type { Command } from '#kernel/command.ts'
import type { Registry } from '#kernel/registry.ts'
import { tableOf } from '#capabilities/registers'
import { openClient } from '#kernel/database/connect.ts'
import type { Door } from '#kernel/http/door.ts'
import { verifyChain } from '#kernel/journal/verify.ts'
import type { Actor } from '#kernel/occasion.ts'
import type { Query } from '#kernel/query.ts'
import { almighty, court, key, runningCourt, type RunningCourt } from '../api/running-court.ts'
import { fillRegisters } from '../registers/filled.ts'
import { changeCounter, knownIn } from './database.ts'
import { inputsFor, type Known } from './inputs.ts'

export type Finding = { readonly name: string; readonly what: string; readonly input: string; readonly answer: string }
export type Fuzzed = {
  readonly findings: readonly Finding[]
  readonly inputs: number
  readonly accepted: number
  readonly doors: number
}

type Options = {
  readonly runs: number
  readonly seed: number
  readonly only?: string
  readonly more?: readonly Capability[]
}

/** Acts of their own that follow from a refusal by design: a wrong password is counted. */
const followsRefusal = new Set(['identity.count-wrong-try'])

const mostFindings = 3

/**
 * Sends inputs made from its own schema to every command and question, as somebody with every right, over HTTP. None may
 * end in a fault or show the inside, and none that is refused may leave a trace in any table.
 */
export async function fuzz(
  { runs, seed, only = '', more = [] }: Options,
  tell: (line: string) => void,
): Promise<Fuzzed> {
  let actor: Actor | null = null
  const door: Door = { actorFor: async () => actor }
  const running = await runningCourt({ door, more })
  actor = almighty(running)
  const owner = await openClient(running.platform.url)
  await owner.query("select set_config('app.court', $1, false)", [court])
  try {
    await fillRegisters(running.platform, court)
    const known = await knownIn(owner)
    const tables = registerTables(running.platform.registry)
    const state = await changeCounter(owner)
    const lastSeq = async (): Promise<string> => (await owner.query('select seq from kernel_chain')).rows[0]?.seq
    const strangeActs = async (after: string) =>
      (await owner.query('select distinct command from kernel_journal where seq > $1', [after])).rows.map(
        ({ command }) => String(command),
      )
    const probe = { running, known, tables, runs, seed, state, lastSeq, strangeActs }
    const { commands, queries } = running.platform.registry
    const doors = [...queries.values(), ...commands.values()].filter(({ name }) => name.includes(only))
    const results: Fuzzed[] = []
    for (const one of doors) {
      const result = await ('prepare' in one ? fuzzCommand(probe, one) : fuzzQuery(probe, one))
      for (const { name, what, input, answer } of result.findings) tell(`✗ ${name}: ${what}\n  ${input}\n  ${answer}`)
      results.push(result)
    }
    const { broken } = await verifyChain(owner, court)
    const chain = broken ? [{ name: 'journal', what: `${broken.why} ${broken.seq}`, input: '', answer: '' }] : []
    return {
      findings: [...results.flatMap(({ findings }) => findings), ...chain],
      inputs: results.reduce((sum, { inputs }) => sum + inputs, 0),
      accepted: results.reduce((sum, { accepted }) => sum + accepted, 0),
      doors: doors.length,
    }
  } finally {
    await owner.end()
    await running.close()
  }
}

type Probe = {
  readonly running: RunningCourt
  readonly known: Known
  /** Where the entries of a register lie: entries of all registers are named alike. */
  readonly tables: ReadonlyMap<string, string>
  readonly runs: number
  readonly seed: number
  readonly state: () => Promise<string>
  readonly lastSeq: () => Promise<string>
  readonly strangeActs: (after: string) => Promise<readonly string[]>
}

const headers = { authorization: 'Bearer fuzz', 'content-type': 'application/json' }

async function fuzzQuery({ running, known, runs, seed, state }: Probe, query: Query): Promise<Fuzzed> {
  const before = await state()
  const findings: Finding[] = []
  let accepted = 0
  const inputs = fc.sample(fc.tuple(inputsFor(query.input, known), pageParts), { numRuns: runs, seed })
  for (const [input, page] of inputs) {
    if (findings.length >= mostFindings) break
    const search = new URLSearchParams({ input: JSON.stringify(input) ?? 'null', ...(query.shape === 'list' && page) })
    const reply = await running.app.inject({ url: `/api/queries/${query.name}?${search}`, headers })
    if (reply.statusCode === 200) accepted++
    const what = wrongWith(reply)
    if (what) findings.push(finding(query.name, what, input, reply, running))
  }
  if ((await state()) !== before)
    findings.push({ name: query.name, what: 'a question changed a row', input: '', answer: '' })
  return { findings, inputs: inputs.length, accepted, doors: 1 }
}

const cursor = fc
  .array(fc.oneof(fc.string(), fc.integer(), fc.uuid(), fc.constantFrom('2024-01-01', '0001-01-01', '\u0000')), {
    maxLength: 4,
  })
  .map((values) => Buffer.from(JSON.stringify(values)).toString('base64url'))

const pageParts = fc.record(
  {
    after: fc.oneof(cursor, fc.string()),
    limit: fc.constantFrom('1', '3', '0', '-1', '1.5', 'x', '1e9'),
    sort: fc.constantFrom('filedOn', '-dueOn', 'x', '__proto__', ''),
    total: fc.constant('1'),
  },
  { requiredKeys: [] },
)

async function fuzzCommand(probe: Probe, command: Command): Promise<Fuzzed> {
  const { running, runs, seed, state, lastSeq } = probe
  const findings: Finding[] = []
  let accepted = 0
  let before: string | undefined
  let seqBefore = ''
  const inputs = fc.sample(inputsFor(command.input, knownTo(probe, command)), { numRuns: runs, seed })
  const unchanged = async (input: unknown): Promise<void> => {
    if (before === undefined || (await state()) === before) return
    const acts = await probe.strangeActs(seqBefore)
    before = undefined
    if (acts.length > 0 && acts.every((act) => followsRefusal.has(act))) return
    findings.push({ name: command.name, what: 'a refused act left a trace', input: shown(input), answer: acts.join() })
  }
  for (const [at, input] of inputs.entries()) {
    if (findings.length >= mostFindings) break
    if (before === undefined) [before, seqBefore] = [await state(), await lastSeq()]
    const reply = await running.app.inject({
      method: 'POST',
      url: `/api/commands/${command.name}`,
      headers: { ...headers, 'idempotency-key': key() },
      payload: JSON.stringify(input) ?? 'null',
    })
    const what = wrongWith(reply)
    if (what) findings.push(finding(command.name, what, input, reply, running))
    if (reply.statusCode === 200) {
      accepted++
      before = undefined
    } else if (reachedTheDatabase(reply) || at === inputs.length - 1) await unchanged(input)
  }
  return { findings, inputs: inputs.length, accepted, doors: 1 }
}

/** The table of each register, by the kind of its entries. */
export const registerTables = (registry: Registry): ReadonlyMap<string, string> =>
  new Map(registry.gather('registers').map(({ register }) => [register.name, tableOf(register)]))

/** A command on an entry is told of entries of its own register. */
export function knownTo(
  { known, tables }: { readonly known: Known; readonly tables: ReadonlyMap<string, string> },
  { record }: Pick<Command, 'record'>,
): Known {
  const table = tables.get(record?.kind ?? '')
  if (!record || table === undefined) return known
  const own = known.inTable(table, record.idField)
  return { ...known, of: (field) => (field === record.idField ? own : known.of(field)) }
}

/** What the schema alone refuses never opens a transaction; the last of a row of refusals is looked at in any case. */
const reachedTheDatabase = (reply: LightMyRequestResponse): boolean =>
  !reply.body.includes('/problems/kernel/invalid-input')

const inside = /\bat [\w.<>]+ \(|node_modules|\.ts:\d+|\bselect \S+ from\b|\binsert into\b|PostgreSQL|ECONN|violates/

function wrongWith(reply: LightMyRequestResponse): string | undefined {
  if (reply.statusCode >= 500) return `status ${reply.statusCode}`
  if (reply.statusCode === 200) return undefined
  if (!String(reply.headers['content-type']).startsWith('application/problem+json')) return 'not a problem document'
  if (inside.test(reply.body)) return 'shows the inside'
  const { type, title, detail, trace } = reply.json()
  const whole =
    /^\/problems\/[\w-]+\/[\w-]+$/.test(type) && /[\u4e00-\u9fff]/.test(title) && /[\u4e00-\u9fff]/.test(detail)
  return whole && typeof trace === 'string' ? undefined : 'a problem without type, title, detail or trace'
}

const shown = (input: unknown): string => (JSON.stringify(input) ?? 'undefined').slice(0, 2000)

const finding = (
  name: string,
  what: string,
  input: unknown,
  reply: LightMyRequestResponse,
  { faults }: RunningCourt,
) => ({
  name,
  what,
  input: shown(input),
  answer: `${reply.body.slice(0, 500)} ${reply.statusCode >= 500 ? (faults.at(-1) ?? '') : ''}`,
})
