import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from '#kernel/pipeline/ask.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { signIn } from '../tests/faults/reach.ts'
import { filing } from '../tests/faults/writers.ts'
import { clerkOf, type BenchCourt } from './court.ts'
import { inTurns, median, percentile, result, type Result } from './measure.ts'
import { browserAt, startProgram, type Browser } from './program.ts'
import { settle, withOwner, type Bench } from './server.ts'
import { playAll, rowsAlone, scriptsOf, shared } from './statements.ts'

const writers = 8

type Served = { readonly browsers: readonly Browser[]; readonly stop: () => Promise<void> }

async function served(bench: Bench, url: string, { people }: BenchCourt, login: string): Promise<Served> {
  const env = {
    DATABASE_URL: url,
    DUIXIAN_MASTER_KEY: bench.masterKey.toString('hex'),
    DUIXIAN_DATA: `${bench.folder}/served`,
  }
  const program = await startProgram(env)
  await idle(url)
  const session = await signIn(
    program.address,
    login,
    people.find(({ loginName }) => loginName === login)?.password ?? '',
  )
  return { browsers: Array.from({ length: writers }, () => browserAt(program.address, session)), stop: program.stop }
}

/**
 * Waits for the work that a first start puts into the queue, such as reckoning all clocks by rules the court has not met:
 * it is done once, and no reader of another day meets it.
 */
async function idle(url: string): Promise<void> {
  const waiting = () =>
    withOwner(url, async (client) => {
      const { rows } = await client.query<{ jobs: number }>(
        'select count(*)::int as jobs from kernel_job where finished_at is null and run_at <= now() and attempts < 5',
      )
      return rows[0]?.jobs ?? 0
    })
  while ((await waiting()) > 0) await sleep(200)
}

type Question = { readonly query: string; readonly input: Readonly<Record<string, unknown>>; readonly limit: number }

const perSecond = (count: number, started: number): number => count / ((performance.now() - started) / 1000)

/** A case filed over HTTP on eight connections, against the very statements it sends, through the driver on as many. */
export async function benchCommand(
  bench: Bench,
  filled: string,
  people: BenchCourt,
  size: string,
  runs: number,
): Promise<Result> {
  const each = 80
  const calls = Array.from({ length: each * (runs + 1) }, () => ({ key: randomUUID(), body: filing(randomUUID()) }))
  const [heard, played, alone, used] = [
    await bench.database(filled),
    await bench.database(filled),
    await bench.database(filled),
    await bench.database(filled),
  ]
  const scripts = await scriptsOf(
    bench,
    heard,
    calls.map(({ key, body }) => async (platform) => {
      const outcome = await execute(platform, clerkOf(platform, people), {
        command: 'cases.file-case',
        input: body,
        idempotencyKey: key,
      })
      if (isRefusal(outcome)) throw new Error(outcome.problem.detail.zh)
    }),
  )
  const part = <T>(all: readonly T[], run: number): readonly T[] => all.slice(run * each, (run + 1) * each)
  const { browsers, stop } = await served(bench, used, people, 'shujiyuan')
  const millis: number[] = []
  const rows: number[] = []
  try {
    const overHttp = async (run: number): Promise<number> => {
      const started = performance.now()
      const took = await shared(browsers, part(calls, run), (browser, { key, body }) =>
        browser('/api/commands/cases.file-case', { key, body: JSON.stringify(body) }),
      )
      if (run > 0) millis.push(...took)
      return perSecond(each, started)
    }
    const throughDriver = async (run: number): Promise<number> => {
      const started = performance.now()
      await playAll(played, part(scripts, run))
      return perSecond(each, started)
    }
    await overHttp(0)
    await throughDriver(0)
    const { ours, bare } = await inTurns(
      runs,
      (run) => overHttp(run + 1),
      async (run) => {
        const started = performance.now()
        await playAll(alone, part(scripts, run + 1).map(rowsAlone))
        rows.push(perSecond(each, started))
        return throughDriver(run + 1)
      },
    )
    const beside = {
      'rows alone /s': median(rows),
      statements: scripts[0]?.length ?? 0,
      'p50 ms': percentile(millis, 0.5),
      'p99 ms': percentile(millis, 0.99),
    }
    return result({
      name: 'command over HTTP, 8 connections',
      size,
      unit: '/s',
      ours,
      bare,
      goal: { atLeast: 0.5 },
      beside,
    })
  } finally {
    await stop()
    for (const url of [heard, played, alone, used]) await bench.drop(url)
  }
}

/** The case list and the cockpit over HTTP, against the same SQL through the driver. */
export async function benchReads(
  bench: Bench,
  filled: string,
  people: BenchCourt,
  size: string,
  runs: number,
): Promise<readonly Result[]> {
  await settle(filled)
  const ids = await withOwner(filled, async (client) =>
    (
      await client.query<{ id: string }>('select case_id as id from cases_case order by md5(case_id::text) limit 400')
    ).rows.map(({ id }) => id),
  )
  const lists: readonly Question[] = Array.from({ length: 160 }, (_, at) => ({
    query: 'cases.register',
    input: at % 2 === 0 ? {} : { open: true },
    limit: 50,
  }))
  const cockpits: readonly Question[] = ids.map((caseId) => ({ query: 'cases.cockpit', input: { caseId }, limit: 50 }))
  const { browsers, stop } = await served(bench, filled, people, 'juzhang')
  try {
    const results: Result[] = []
    for (const [name, questions] of [
      ['case list over HTTP', lists],
      ['cockpit over HTTP', cockpits],
    ] as const) {
      const scripts = await scriptsOf(
        bench,
        filled,
        questions.map((question) => async (platform) => {
          const found = await ask(platform, clerkOf(platform, people), question)
          if (isRefusal(found)) throw new Error(found.problem.detail.zh)
        }),
      )
      const millis: number[] = []
      const overHttp = async (): Promise<number> => {
        const started = performance.now()
        millis.push(
          ...(await shared(browsers, questions, (browser, { query, input, limit }) =>
            browser(`/api/queries/${query}?limit=${limit}&input=${encodeURIComponent(JSON.stringify(input))}`),
          )),
        )
        return perSecond(questions.length, started)
      }
      await overHttp()
      millis.length = 0
      const { ours, bare } = await inTurns(runs, overHttp, async () => {
        const started = performance.now()
        await playAll(filled, scripts)
        return perSecond(questions.length, started)
      })
      const beside = {
        'p50 ms': percentile(millis, 0.5),
        'p99 ms': percentile(millis, 0.99),
        statements: scripts[0]?.length ?? 0,
      }
      results.push(result({ name, size, unit: '/s', ours, bare, goal: { atLeast: 0.45 }, beside }))
    }
    return results
  } finally {
    await stop()
  }
}
