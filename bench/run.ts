// npm run bench                          1k and 100k cases, five turns each
// npm run bench -- --million             and once with 1M
// npm run bench -- --only import,calc    some of it: funds, import, command, reads, indicators, clocks, journal, start, memory, calc
// npm run bench -- --sizes 1000 --runs 3
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { rooms } from '../src/app/rooms.ts'
import { benchClocks } from './clocks.ts'
import { emptyCourt } from './court.ts'
import { benchFunds } from './funds.ts'
import { benchImport, size } from './importing.ts'
import { benchIndicators } from './indicators.ts'
import { benchJournal } from './journal.ts'
import { line, type Result } from './measure.ts'
import { benchCommand, benchReads } from './over-http.ts'
import { benchCalc, benchImportMemory, benchStart } from './process.ts'
import { openBench } from './server.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,100000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    million: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs)
const sizes = values.sizes.split(',').map(Number)
const only = new Set(values.only.split(',').filter((name) => name !== ''))
const wanted = (name: string): boolean => only.size === 0 || only.has(name)

const results: Result[] = []
function tell(...found: readonly Result[]): void {
  for (const one of found) console.log(line(one))
  results.push(...found)
}

/** A part that breaks is told and does not take the others with it. */
async function part(name: string, work: () => Promise<void>): Promise<void> {
  if (!wanted(name)) return
  await work().catch((error: unknown) => {
    console.log(`✗ ${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    process.exitCode = 1
  })
}

/** Enforcement fees and periods, as they are asked for most. */
const feesAndPeriods = (text: string): readonly string[] =>
  (JSON.parse(text) as readonly { readonly function: string; readonly input: unknown }[])
    .filter(({ function: name }) => /fee|period|limit|deadline/i.test(name))
    .map(({ function: name, input }) => JSON.stringify({ function: name, input }))

const started = performance.now()
const machine = {
  cpus: cpus().length,
  model: cpus()[0]?.model ?? 'cpu',
  gigabytes: Math.round(totalmem() / 1024 ** 3),
  node: process.versions.node,
  /** What else wanted the machine when the bench began: figures without a ratio suffer from it. */
  loadAtStart: loadavg()[0] ?? 0,
}
console.log(
  `${machine.cpus} × ${machine.model}, ${machine.gigabytes} GB, Node ${machine.node}, load ${machine.loadAtStart.toFixed(1)} before the first turn\n`,
)
await part('calc', async () => tell(await benchCalc(Math.min(runs, 5), feesAndPeriods)))
await part('start', async () => tell(...(await benchStart(Math.min(runs, 5)))))
const bench = await openBench(rooms)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void bench.close().finally(() => process.exit(1)))
try {
  const empty = await emptyCourt(bench)
  await part('funds', async () => tell(...(await benchFunds(bench, empty, Math.max(...sizes), runs))))
  for (const count of sizes) {
    let filled = empty.url
    const imported = await benchImport(bench, empty, count, wanted('import') ? runs : 0)
    filled = imported.filled
    if (wanted('import')) tell(imported.result)
    await part('command', async () => tell(await benchCommand(bench, filled, empty, size(count), runs)))
    await part('reads', async () => tell(...(await benchReads(bench, filled, empty, size(count), runs))))
    await part('indicators', async () => tell(await benchIndicators(bench, filled, count, runs)))
    await part('clocks', async () => tell(await benchClocks(bench, filled, count, runs)))
    await part('journal', async () => tell(await benchJournal(bench, empty.url, count, runs)))
    if (count === sizes.at(-1)) {
      // The goals speak of a million cases here; facts and clocks are copied, so it costs seconds.
      await part('indicators', async () => tell(await benchIndicators(bench, filled, 1_000_000, runs)))
      if (values.million) await part('clocks', async () => tell(await benchClocks(bench, filled, 1_000_000, 1)))
      if (values.million) await part('journal', async () => tell(await benchJournal(bench, empty.url, 1_000_000, 1)))
      await part('memory', async () => tell(await benchImportMemory(bench, count)))
      if (values.million) await part('memory', async () => tell(await benchImportMemory(bench, 1_000_000, 'csv')))
    }
  }
} finally {
  await bench.close()
}
const missed = results.filter(({ met }) => met === false)
console.log(
  `\n${results.length} figures, ${missed.length} missed${missed.length > 0 ? `: ${missed.map(({ name, size: at }) => `${name} ${at}`).join(', ')}` : ''}; ${Math.round((performance.now() - started) / 1000)} s`,
)
writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify({ machine, runs, results }, null, 2)}\n`)
