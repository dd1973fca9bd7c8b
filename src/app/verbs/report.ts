import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { reportFile, type FileFormat } from '#capabilities/report'
import { inTransaction } from '#kernel/database/transaction.ts'
import { EnvironmentFault } from '#kernel/environment-fault.ts'
import { systemActor } from '#kernel/occasion.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import { courtFor } from '../actor.ts'
import { openPlatform } from '../open.ts'
import { dayFlag } from './period-flags.ts'
import { exit, flagText, Usage, type Verb } from './verb.ts'

export const reportVerb: Verb = {
  name: 'report',
  usage: 'report --from 2024-01-01 --to 2024-12-31 --out 报告.docx|报告.pdf [--court CODE]',
  summary: '起草一段时间的工作报告；没有记录支持的数字标明，不编造',
  flags: { from: 'value', to: 'value', out: 'value' },
  run: async (args) => {
    const [from, to] = [dayFlag(args, 'from'), dayFlag(args, 'to')]
    const out = flagText(args, 'out') ?? ''
    const format = formatOf(out)
    const opened = await openPlatform(args.config)
    try {
      const court = await courtFor(opened)
      const file = await inTransaction(
        opened.platform,
        { court, unit: null },
        async (tx) =>
          reportFile(tx, { from, to }, format, await occasionFor(tx, systemActor(court, 'operator', '运行维护', []))),
        'read only',
      )
      write(out, file.bytes)
      console.log(args.json ? JSON.stringify({ out, bytes: file.bytes.length }) : `已写成 ${out}`)
      return exit.done
    } finally {
      await opened.close()
    }
  },
}

function formatOf(out: string): FileFormat {
  const format = extname(out).slice(1).toLowerCase()
  if (format === 'docx' || format === 'pdf') return format
  throw new Usage('--out 要以 .docx 或 .pdf 结尾。')
}

function write(out: string, bytes: Uint8Array): void {
  try {
    writeFileSync(out, bytes)
  } catch (error) {
    throw new EnvironmentFault('not-writable', `写不了 ${out}。请核对路径、权限和磁盘空间。`, { cause: error })
  }
}
