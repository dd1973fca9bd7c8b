import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { size } from './importing.ts'
import { ledgerFile } from './ledger-file.ts'
import { median, result, type Result } from './measure.ts'
import { memoryOf, runProgram, startProgram } from './program.ts'
import type { Bench } from './server.ts'

/** The first start on an empty folder with the demo court, later starts, and what the program holds when nobody asks. */
export async function benchStart(runs: number): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duixian-start-'))
  try {
    const first = await startProgram({ DUIXIAN_DATA: folder })
    await first.stop()
    const later: number[] = []
    const idle: number[] = []
    for (let run = 0; run < runs; run++) {
      const program = await startProgram({ DUIXIAN_DATA: folder })
      later.push(program.readyAfter)
      await sleep(1_500)
      idle.push(memoryOf(program.pid, 'VmRSS'))
      await program.stop()
    }
    return [
      result({
        name: 'first start with demo court',
        size: '',
        unit: 's',
        ours: first.readyAfter,
        goal: { atMost: 60 },
      }),
      result({ name: 'later start', size: '', unit: 's', ours: median(later), goal: { atMost: 3 } }),
      result({ name: 'memory, idle', size: '', unit: 'MB', ours: median(idle), goal: { atMost: 250 } }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The most memory the program holds while it imports a ledger by its command line. */
export async function benchImportMemory(bench: Bench, count: number, form: 'xlsx' | 'csv' = 'xlsx'): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'duixian-memory-'))
  try {
    const { fileName } = await ledgerFile(count, bench.folder, form)
    const { peakMegabytes, seconds } = await runProgram([
      'import',
      join(bench.folder, fileName),
      '--data',
      folder,
      '--json',
    ])
    return result({
      name: `memory, import (${form})`,
      size: size(count),
      unit: 'MB',
      ours: peakMegabytes,
      goal: { atMost: 600 },
      beside: { s: seconds, 'rows/s': count / seconds },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const vectors = new URL('../src/law/data/', import.meta.url)

/** Lines a second of `duixian calc`, fees and periods, without the start of the program. */
export async function benchCalc(runs: number, sample: (text: string) => readonly string[]): Promise<Result> {
  const lines = sample(readFileSync(new URL('vectors.json', vectors), 'utf8'))
  const many = Array.from({ length: 100_000 }, (_, at) => lines[at % lines.length] ?? '').join('\n')
  const rates: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = await runProgram(['calc'], {}, `${lines[0] ?? ''}\n`)
    const whole = await runProgram(['calc'], {}, many)
    rates.push(100_000 / Math.max(0.001, whole.seconds - start.seconds))
  }
  return result({
    name: 'calc, fee and period lines',
    size: '100k',
    unit: '/s',
    ours: median(rates),
    goal: { atLeast: 20_000 },
  })
}
