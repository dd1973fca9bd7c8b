import { resolve } from 'node:path'
import { verifyCourt } from '#capabilities/audit'
import { restore } from '#kernel/backup/restore.ts'
import { courtsIn } from '#kernel/court.ts'
import { masterKey } from '#kernel/crypto/master-key.ts'
import { ensureDatabase } from '#kernel/database/embedded.ts'
import type { Config } from '../config.ts'
import { openPlatform } from '../open.ts'
import { terminalProgress, type Progress } from '../progress.ts'
import { rooms } from '../rooms.ts'
import { version } from '../version.ts'
import { exit, flagText, Usage, type Verb } from './verb.ts'

/** Fills an empty database from a backup, compares every table with it, and walks every chain. */
export const restoreVerb: Verb = {
  name: 'restore',
  usage: 'restore --from DIR [--data DIR]',
  summary: '从备份恢复到空的数据库，逐表核对，并校验全链',
  flags: { from: 'value' },
  run: async (args) => {
    const from = flagText(args, 'from')
    if (from === undefined) throw new Usage('缺少 --from：从哪个备份目录恢复。')
    const progress = terminalProgress(process.stderr)
    await fill(args.config, resolve(from), progress)
    const sentences = await verified(args.config, progress)
    progress.end()
    const whole = sentences.every(({ ok }) => ok)
    if (args.json) console.log(JSON.stringify({ restored: true, chains: sentences }))
    else for (const { court, sentence } of sentences) console.log(`${court} ${sentence}`)
    return whole ? exit.done : exit.verificationFailed
  },
}

async function fill(config: Config, from: string, progress: Progress): Promise<void> {
  progress.step('启动数据库')
  const database = config.databaseUrl === null ? await ensureDatabase(config.dataDir, { version }) : null
  try {
    progress.step('恢复')
    await restore(
      from,
      {
        url: database?.url ?? config.databaseUrl ?? '',
        dataDir: config.dataDir,
        rooms,
        masterKey: () => masterKey(config.dataDir, process.env),
      },
      (_table, done, of) => progress.at(done, of, '张表'),
    )
  } finally {
    await database?.stop()
  }
}

async function verified(config: Config, progress: Progress) {
  const opened = await openPlatform(config)
  try {
    progress.step('校验全链')
    const reports = []
    for (const { court } of await courtsIn(opened.platform.pool)) {
      const { ok, sentence } = await verifyCourt(opened.platform, court)
      reports.push({ court, ok, sentence })
    }
    return reports
  } finally {
    await opened.close()
  }
}
