import { staffActor } from '#capabilities/identity'
import { courtsIn } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import type { Actor } from '#kernel/occasion.ts'
import { systemActor } from '#kernel/occasion.ts'
import type { Opened } from './open.ts'
import { Usage } from './verbs/verb.ts'

/** The court a verb works in: the one named, else the only one there is. */
export async function courtFor({ platform, config }: Opened): Promise<string> {
  const owner = await openClient(platform.url)
  const courts = await courtsIn(owner).finally(() => owner.end())
  if (config.court !== null) {
    if (courts.some(({ court }) => court === config.court)) return config.court
    throw new Usage(`没有代码为“${config.court}”的法院。`)
  }
  const [only, another] = courts
  if (only && !another) return only.court
  throw new Usage(
    only ? `有 ${courts.length} 个法院，请用 --court 指明。` : '还没有法院。请先导入台账，或用 duixian user 建立。',
  )
}

/** Business acts are done in the name of a person; maintenance in the name of `operator`, who has no business rights. */
export async function actorForCli(opened: Opened, login: string | undefined): Promise<Actor> {
  const court = await courtFor(opened)
  if (login === undefined) return systemActor(court, 'operator', '运行维护', [])
  const actor = await staffActor(opened.platform, court, login)
  if (!actor) throw new Usage(`没有登录名“${login}”，或已停用。`)
  return actor
}
