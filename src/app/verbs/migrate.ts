import { openPlatform } from '../open.ts'
import { terminalProgress } from '../progress.ts'
import { exit, type Verb } from './verb.ts'

export const migrateVerb: Verb = {
  name: 'migrate',
  usage: 'migrate',
  summary: '把数据库更新到本版本的表结构',
  run: async ({ config, json }) => {
    const progress = terminalProgress(process.stderr)
    const opened = await openPlatform(config, { progress })
    progress.end()
    await opened.close()
    if (json) console.log(JSON.stringify({ migrated: true }))
    return exit.done
  },
}
