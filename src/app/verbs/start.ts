import { startServer } from '../start.ts'
import { exit, type Verb } from './verb.ts'

export const startVerb: Verb = {
  name: 'start',
  usage: 'start',
  summary: '启动：数据库、页面与后台任务；Ctrl-C 停止',
  run: async ({ config }) => {
    const server = await startServer(config)
    await server.stopped
    return exit.done
  },
}
