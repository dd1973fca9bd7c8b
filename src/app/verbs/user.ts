import {
  createFirstAdministrator,
  listLogins,
  resetPasswordByOperator,
  type AdministratorKind,
} from '#capabilities/identity'
import { prepareCourt } from '#capabilities/operations'
import { openCourt } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import { isRefusal } from '#kernel/problem.ts'
import { courtFor } from '../actor.ts'
import { openPlatform, type Opened } from '../open.ts'
import { exit, flagText, Usage, type Arguments, type Verb } from './verb.ts'

/** The first administrators of a court are made at the machine; from then on people come in through their pages. */
export const userVerb: Verb = {
  name: 'user',
  usage:
    'user first system|security|audit LOGIN --name 姓名 [--court CODE --court-name 名称] | user reset LOGIN | user list',
  summary: '建立首位管理员（三员各一人）、重置口令、列出用户',
  flags: { name: 'value', 'court-name': 'value' },
  run: async (args) => {
    const opened = await openPlatform(args.config)
    try {
      const outcome = await act(opened, args)
      if (isRefusal(outcome)) {
        console.error(outcome.problem.detail.zh)
        return exit.refused
      }
      const lines = Array.isArray(outcome) ? outcome : [outcome]
      console.log(
        args.json ? JSON.stringify(lines) : lines.map((line) => Object.values(line as object).join('  ')).join('\n'),
      )
      return exit.done
    } finally {
      await opened.close()
    }
  },
}

async function act(opened: Opened, args: Arguments) {
  const { platform, config } = opened
  const [what, first, second] = args.words
  if (what === 'list') return listLogins(platform, await courtFor(opened))
  if (what === 'reset' && first !== undefined) return resetPasswordByOperator(platform, await courtFor(opened), first)
  if (what !== 'first' || second === undefined) throw new Usage('请写明 first、reset 或 list，以及登录名。')
  const courtName = flagText(args, 'court-name')
  if (config.court !== null && courtName !== undefined) await foundCourt(opened, config.court, courtName)
  const name = flagText(args, 'name') ?? second
  return createFirstAdministrator(platform, await courtFor(opened), { kind: kindOf(first), loginName: second, name })
}

function kindOf(word: string | undefined): AdministratorKind {
  if (word === 'system' || word === 'security' || word === 'audit') return word
  throw new Usage('管理员是 system、security 或 audit 之一。')
}

async function foundCourt({ platform }: Opened, court: string, name: string): Promise<void> {
  const owner = await openClient(platform.url)
  await openCourt(owner, court, name).finally(() => owner.end())
  await prepareCourt(platform, court)
}
