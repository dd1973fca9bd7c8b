// npm test                        everything, in the order of what fails soonest
// npm run check                   types and lint
// npm test -- funds               the test files whose path contains "funds"
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { styleText } from 'node:util'
import { serverVariable, startTestServer } from '../src/kernel/testing/server.ts'
import { pagesVariable } from '../tests/journeys/pages.ts'
import { type Check, type Suite, checks, suites } from './test-phases.ts'
import type { Counts } from './test-reporter.ts'

const bin = (program: string) =>
  path.join('node_modules', '.bin', program + (process.platform === 'win32' ? '.cmd' : ''))
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort())
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'duixian-test-'))

async function main(argument = ''): Promise<Counts> {
  if (argument === 'check') return total(await inTurn(checks.slice(0, 2), runCheck))
  const checked = argument === '' ? await inTurn(checks, runCheck) : []
  return total([...checked, ...(await runSuites(suites(argument)))])
}

async function runSuites(all: readonly Suite[]): Promise<readonly Counts[]> {
  const wanted = all.filter(({ files }) => files.length > 0)
  const server = wanted.some(({ needsServer }) => needsServer)
    ? await startTestServer(path.join(scratch, 'data'))
    : undefined
  try {
    const pages = wanted.some(({ needsPages }) => needsPages) ? await builtPages() : undefined
    return await inTurn(wanted, (suite) =>
      runSuite(suite, { ...(server && { [serverVariable]: server.url }), ...(pages && { [pagesVariable]: pages }) }),
    )
  } finally {
    await server?.stop()
  }
}

async function runCheck({ title, program, args }: Check): Promise<Counts> {
  const started = performance.now()
  const { code, text } = await run(bin(program), args, {}, 'held')
  if (code !== 0) process.stdout.write(`${text}\n`)
  return told(title, started, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 })
}

/** Where the browser's files are for every test of this run; a build that fails is told by the tests that need it. */
async function builtPages(): Promise<string | undefined> {
  const folder = path.join(scratch, 'pages')
  const { code } = await run(process.execPath, ['src/app/build-pages.ts', folder], {}, 'held')
  return code === 0 ? folder : undefined
}

async function runSuite({ title, files, isolated }: Suite, shared: Record<string, string>): Promise<Counts> {
  const started = performance.now()
  const countsFile = path.join(scratch, 'counts.json')
  fs.rmSync(countsFile, { force: true })
  const flags = [
    '--test',
    '--test-timeout=600000',
    '--test-reporter=./tools/test-reporter.ts',
    ...(isolated ? ['--test-concurrency=2'] : ['--test-isolation=none']),
  ]
  const env = { DUIXIAN_TEST_COUNTS: countsFile, ...shared }
  const { code } = await run(process.execPath, [...flags, ...files], env, 'shown')
  const counts: Counts = fs.existsSync(countsFile)
    ? JSON.parse(fs.readFileSync(countsFile, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 }
  // A run that broke off has failed even when no test of it did.
  return told(title, started, code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts)
}

function told(title: string, started: number, counts: Counts): Counts {
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const mark = counts.failed === 0 ? styleText('green', '✔') : styleText('red', '✖')
  const skipped = counts.skipped > 0 ? `，跳过 ${counts.skipped}` : ''
  console.log(`${mark} ${title}：通过 ${counts.passed}，失败 ${counts.failed}${skipped}（${seconds} 秒）`)
  return counts
}

type Ended = { readonly code: number; readonly text: string }

function run(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
  output: 'held' | 'shown',
): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>()
  const stdio = output === 'held' ? 'pipe' : 'inherit'
  const child = spawn(program, args, {
    // A file is compiled by the first process that needs it, and by none after.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(scratch, 'compiled'), ...env },
    stdio: ['ignore', stdio, stdio],
    signal: interrupted.signal,
  })
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.on('error', (error) => resolve({ code: 1, text: String(error) }))
  child.on('close', (code) => resolve({ code: code ?? 1, text }))
  return promise
}

async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  for (const one of all) {
    if (interrupted.signal.aborted) break
    results.push(await work(one))
  }
  return results
}

const total = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
  skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
})

const { passed, failed } = await main(process.argv[2]).finally(() =>
  fs.rmSync(scratch, { recursive: true, force: true }),
)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 && !interrupted.signal.aborted ? 0 : 1
