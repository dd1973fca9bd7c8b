import { readFileSync } from 'node:fs'
import { isRefusal } from '#kernel/problem.ts'
import { problemDocument } from '#kernel/http/problem-document.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { actorForCli } from '../actor.ts'
import { openPlatform } from '../open.ts'
import { exit, flagText, Usage, type Arguments, type Verb } from './verb.ts'

export const callVerb: Verb = {
  name: 'call',
  usage: 'ROOM.NAME [--input FILE] [--user LOGIN]',
  summary: '按名称执行任一命令或查询；输入为 JSON（标准输入或 --input）',
  flags: { key: 'value', version: 'value', after: 'value', limit: 'value', total: 'switch' },
  run: async (args) => {
    const [name] = args.words
    if (name === undefined) throw new Usage('缺少命令或查询的名称。')
    const opened = await openPlatform(args.config)
    try {
      const login = flagText(args, 'user')
      if (login === undefined) throw new Usage('业务命令和查询要用 --user 登录名 指明是谁。')
      const actor = await actorForCli(opened, login)
      const input = inputOf(args)
      const outcome = opened.platform.registry.commands.has(name)
        ? await execute(opened.platform, actor, { command: name, input, ...keyOf(args) })
        : await ask(opened.platform, actor, { query: name, input, ...pageOf(args) })
      return print(outcome)
    } finally {
      await opened.close()
    }
  },
}

function print(outcome: unknown): number {
  if (isRefusal(outcome)) {
    console.log(JSON.stringify(problemDocument(outcome.problem, 'zh', 'cli')))
    return exit.refused
  }
  console.log(JSON.stringify(outcome, null, process.stdout.isTTY ? 2 : 0))
  return exit.done
}

function inputOf(args: Arguments): unknown {
  const file = flagText(args, 'input')
  if (file === undefined && process.stdin.isTTY) return {}
  const text = readFileSync(file ?? 0, 'utf8').trim()
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw new Usage('输入不是有效的 JSON。')
  }
}

function keyOf(args: Arguments) {
  const [key, version] = [flagText(args, 'key'), flagText(args, 'version')]
  return {
    ...(key !== undefined && { idempotencyKey: key }),
    ...(version !== undefined && { expectedVersion: Number(version) }),
  }
}

function pageOf(args: Arguments) {
  const [after, limit] = [flagText(args, 'after'), flagText(args, 'limit')]
  return {
    ...(after !== undefined && { after }),
    ...(limit !== undefined && { limit: Number(limit) }),
    total: args.flags['total'] === true,
  }
}
