import { verifyCourt, type CourtReport } from '#capabilities/audit'
import { courtsIn } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import { openPlatform } from '../open.ts'
import { exit, Usage, type Verb } from './verb.ts'

/** Walks each court's whole chain as the owner of the database; says where it breaks. */
export const verifyVerb: Verb = {
  name: 'verify',
  usage: 'verify [--court CODE]',
  summary: '校验全链与每日摘要：无缺号、首尾相连、内容未改、签名相符',
  run: async ({ config, json }) => {
    const opened = await openPlatform(config)
    const owner = await openClient(opened.platform.url)
    try {
      const courts = (await courtsIn(owner)).filter(({ court }) => config.court === null || court === config.court)
      if (courts.length === 0) throw new Usage('没有可校验的法院。请核对 --court。')
      const reports: CourtReport[] = []
      for (const { court } of courts) reports.push(await verifyCourt(opened.platform, court))
      if (json) console.log(JSON.stringify(reports))
      else for (const { court, sentence } of reports) console.log(`${court} ${sentence}`)
      return reports.every(({ ok }) => ok) ? exit.done : exit.verificationFailed
    } finally {
      await owner.end()
      await opened.close()
    }
  },
}
