import { openDemoCourt } from '../demo/demo.ts'
import { openPlatform } from '../open.ts'
import { silentProgress, terminalProgress } from '../progress.ts'
import { exit, Usage, type Verb } from './verb.ts'

/** Makes the demo court in a data folder of its own. Never in a database that was named from outside. */
export const seedVerb: Verb = {
  name: 'seed',
  usage: 'seed [--data DIR]',
  summary: '在自带数据库里建立演示法院（人物与案件均为虚构）',
  run: async ({ config, json }) => {
    if (config.databaseUrl !== null)
      throw new Usage('演示数据只进自带的数据库。请去掉 DATABASE_URL，或用 --data 另指目录。')
    const progress = json ? silentProgress : terminalProgress(process.stderr)
    const opened = await openPlatform(config, { progress })
    try {
      const logins = await openDemoCourt(opened.platform, progress)
      progress.end()
      if (logins === null) throw new Usage('这个目录里已有法院，不能再建演示法院。请用 --data 另指目录。')
      if (json) console.log(JSON.stringify(logins))
      else
        for (const { role, loginName, password } of logins) console.log(`${loginName.padEnd(12)} ${password}   ${role}`)
      return exit.done
    } finally {
      await opened.close()
    }
  },
}
