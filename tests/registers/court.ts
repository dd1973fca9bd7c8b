import { readFileSync } from 'node:fs'
import type { TestContext } from 'node:test'
import { importFile, type SheetOutcome } from '#capabilities/ledgers'
import { freshStatistics } from '#kernel/database/statistics.ts'
import { systemActor, type Actor, type Scope } from '#kernel/occasion.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import type { Platform } from '#kernel/platform.ts'
import { isRefusal, type Problem } from '#kernel/problem.ts'
import { testPlatform, type TestPlatform } from '#kernel/testing/platform.ts'
import { plainText } from '#kernel/values/text.ts'
import { rooms } from '../../src/app/rooms.ts'

/** The court of the sample year, with every room, on the day its report is written. */
export const court = '川1123'
const samples = new URL('../samples/2024/', import.meta.url)

export const bureau = (t: TestContext): Promise<TestPlatform> =>
  testPlatform(t, rooms, { court, now: '2025-01-07T02:00:00Z' })

export const truth = JSON.parse(readFileSync(new URL('truth.json', samples), 'utf8')) as {
  readonly figures: Readonly<Record<string, never>>
}

const everywhere = (platform: Platform): Actor =>
  systemActor(
    court,
    'operator',
    '运行维护',
    platform.registry.rooms.flatMap(({ permissions = {} }) => Object.keys(permissions)),
  )

/** Imports files of the sample year, or others by name and bytes, and tells what became of each sheet. */
export async function bring(
  platform: Platform,
  ...files: readonly (string | { readonly fileName: string; readonly bytes: Uint8Array })[]
): Promise<readonly SheetOutcome[]> {
  const outcomes: SheetOutcome[] = []
  for (const file of files) {
    const input = typeof file === 'string' ? { fileName: file, bytes: readFileSync(new URL(file, samples)) } : file
    const outcome = await importFile(platform, everywhere(platform), input)
    if ('code' in outcome) throw new Error(`${input.fileName}: ${outcome.detailZh}`)
    outcomes.push(...outcome)
  }
  await freshStatistics(platform)
  return outcomes
}

/** A member of staff with these permissions on their own cases, or as far as `scope` reaches. */
export const staff = (id: string, permissions: readonly string[], scope: Scope = 'own'): Actor => ({
  ...systemActor(court, id, '某人', []),
  kind: 'staff',
  grants: permissions.map((permission) => ({ permission, scope })),
})

/** The answer to a question by somebody who may read everything; a refusal fails the test. */
export async function asked<T>(
  platform: Platform,
  query: string,
  input: object,
  actor: Actor = everywhere(platform),
): Promise<T> {
  const found = await ask(platform, actor, { query, input, limit: 1000, total: true })
  if (isRefusal(found)) throw new Error(JSON.stringify(found.problem))
  return found as T
}

export type Rows<Row = Readonly<Record<string, unknown>>> = {
  readonly rows: readonly Row[]
  readonly total: number
  readonly sums?: Readonly<Record<string, string>>
  readonly apart?: Readonly<Record<string, number>>
}

/** What a command answers, or the problem it was refused with. */
export async function given(
  platform: Platform,
  command: string,
  input: object,
  actor: Actor = everywhere(platform),
): Promise<{ readonly entryId: string; readonly problem: Problem | null }> {
  const reply = await execute(platform, { ...actor, provedAt: platform.clock() }, { command, input })
  if (isRefusal(reply)) return { entryId: '', problem: reply.problem }
  return { entryId: plainText(reply.answer?.['entryId'] ?? ''), problem: null }
}

/** The figures of the year's report as they would be printed now, by id. */
export async function printedFigures(platform: Platform): Promise<ReadonlyMap<string, string | null>> {
  const content = await asked<{
    readonly figures: readonly { readonly id: string; readonly printed: string | null }[]
  }>(platform, 'report.preview', { from: '2024-01-01', to: '2024-12-31' })
  return new Map(content.figures.map(({ id, printed }) => [id, printed]))
}

/** The case of this number, and who owes in it. */
export async function caseOf(
  platform: Platform,
  number: string,
): Promise<{
  readonly caseId: string
  readonly debtors: readonly { readonly partyId: string; readonly name: string }[]
}> {
  const { rows } = await asked<Rows<{ readonly caseId: string }>>(platform, 'cases.register', { text: number })
  const caseId = rows[0]?.caseId ?? ''
  const { parties } = await asked<{
    readonly parties: readonly { readonly role: string; readonly partyId: string; readonly name: string }[]
  }>(platform, 'cases.cockpit', { caseId })
  return { caseId, debtors: parties.filter(({ role }) => role === 'debtor') }
}

/** The ways of reckoning an indicator over the sample year, as printed, by key. */
export async function printedIndicator(platform: Platform, id: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await asked<Rows<{ readonly id: string; readonly variant: string; readonly printed: string }>>(
    platform,
    'indicators.values',
    { from: '2024-01-01', to: '2024-12-31', by: ['court'] },
  )
  return new Map(rows.filter((row) => row.id === id).map(({ variant, printed }) => [variant, printed]))
}
