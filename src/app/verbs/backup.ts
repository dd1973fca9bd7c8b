import { resolve } from 'node:path'
import { backup } from '#kernel/backup/backup.ts'
import { masterKey } from '#kernel/crypto/master-key.ts'
import { openPlatform } from '../open.ts'
import { terminalProgress } from '../progress.ts'
import { version } from '../version.ts'
import { exit, flagText, Usage, type Verb } from './verb.ts'

/** Everything a court would need again, from one moment, while people work on. */
export const backupVerb: Verb = {
  name: 'backup',
  usage: 'backup --out DIR [--with-keys]',
  summary: '备份：所有表、文件与清单，可恢复到任何机器；主密钥须另存，或加 --with-keys',
  flags: { out: 'value', 'with-keys': 'switch' },
  run: async (args) => {
    const out = flagText(args, 'out')
    if (out === undefined) throw new Usage('缺少 --out：备份写到哪个目录。')
    const progress = terminalProgress(process.stderr)
    const opened = await openPlatform(args.config, { progress })
    try {
      const { url, dataDir, clock } = opened.platform
      progress.step('备份')
      const manifest = await backup(
        { url, dataDir, masterKey: masterKey(dataDir, process.env), program: version, now: clock() },
        resolve(out),
        { withKeys: args.flags['with-keys'] === true, progress: (_table, done, of) => progress.at(done, of, '张表') },
      )
      progress.end()
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      if (args.json)
        console.log(
          JSON.stringify({ out: resolve(out), tables: manifest.tables.length, rows, files: manifest.files.length }),
        )
      else {
        console.log(
          `已备份 ${manifest.tables.length} 张表 ${rows} 行、${manifest.files.length} 个文件到 ${resolve(out)}`,
        )
        if (!manifest.withKeys)
          console.log(
            `主密钥不在备份里（指纹 ${manifest.keyFingerprint}）：请另行妥善保存 ${dataDir}/keys。没有它，加密内容不能恢复。`,
          )
      }
      return exit.done
    } finally {
      await opened.close()
    }
  },
}
