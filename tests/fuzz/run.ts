// npm run fuzz                     5,000 inputs to every command and question
// npm run fuzz -- cases 200 7      those whose name contains "cases", 200 inputs, seed 7
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverVariable, startTestServer } from '#kernel/testing/server.ts'
import { fuzz } from './every-door.ts'

const [only = '', runs = '5000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'duixian-fuzz-'))
const server = await startTestServer(folder)
process.env[serverVariable] = server.url
try {
  const started = performance.now()
  const { findings, inputs, accepted, doors } = await fuzz(
    { runs: Number(runs), seed: Number(seed), only },
    console.log,
  )
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    `${doors} doors, ${inputs} inputs, ${accepted} accepted, ${findings.length} findings, seed ${seed}, ${seconds} s`,
  )
  process.exitCode = findings.length === 0 ? 0 : 1
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
