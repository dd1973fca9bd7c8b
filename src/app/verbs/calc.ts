import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { calculateLine } from '#law/calc.ts'
import { exit, type Verb } from './verb.ts'

/** About 64 kB of answers go out in one write. */
const writeSize = 65_536

export const calcVerb: Verb = {
  name: 'calc',
  usage: 'calc < lines',
  summary: '逐行计算 {"function","input"}，逐行给出 {"value"} 或 {"problem"}；不用数据库',
  run: async () => {
    let pending = ''
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      if (line.trim() === '') continue
      pending += `${calculateLine(line)}\n`
      if (pending.length < writeSize) continue
      if (!process.stdout.write(pending)) await once(process.stdout, 'drain')
      pending = ''
    }
    process.stdout.write(pending)
    return exit.done
  },
}
