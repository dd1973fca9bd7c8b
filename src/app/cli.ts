import { parseArgs, styleText } from 'node:util'
import { EnvironmentFault } from '#kernel/environment-fault.ts'
import { BadConfig, configOf } from './config.ts'
import { verbs } from './verbs/verbs.ts'
import { exit, Usage, type Verb } from './verbs/verb.ts'

const shared = { data: 'value', court: 'value', user: 'value', input: 'value', json: 'switch', help: 'switch' } as const

process.exitCode = await main(process.argv.slice(2))

async function main([name = 'help', ...rest]: readonly string[]): Promise<number> {
  if (name === '--help' || name === '-h') return help('help')
  const verb = verbs.find((candidate) => candidate.name === name) ?? namedInRegistry(name)
  if (!verb) return help(name)
  try {
    const { values, positionals } = parsed(verb, rest)
    if (values['help'] === true) return help(verb.name, verb)
    const config = configOf(process.env, { data: text(values['data']), court: text(values['court']) })
    return await verb.run({ words: positionals, flags: values, config, json: values['json'] === true })
  } catch (error) {
    return said(verb, error)
  }
}

/** Every command and query is a verb under its own name. */
function namedInRegistry(name: string): Verb | undefined {
  if (!name.includes('.')) return undefined
  const call = verbs.find(({ name: known }) => known === 'call')
  return call && { ...call, name, run: (args) => call.run({ ...args, words: [name, ...args.words] }) }
}

function parsed(verb: Verb, args: readonly string[]) {
  const kinds = { ...shared, ...verb.flags }
  const options = Object.fromEntries(
    Object.entries(kinds).map(([flag, kind]) => [
      flag,
      { type: kind === 'value' ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new Usage(`选项读不懂（${error instanceof Error ? error.message : String(error)}）。`)
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function said(verb: Verb, error: unknown): number {
  const complain = (sentence: string) => console.error(`${styleText('red', '✗')} ${sentence}`)
  if (error instanceof EnvironmentFault) {
    complain(error.message)
    return exit.environment
  }
  if (error instanceof Usage || error instanceof BadConfig) {
    complain(error.message)
    console.error(`用法：npm run -s duixian -- ${verb.usage}`)
    return exit.usage
  }
  if (process.env['DEBUG'] !== undefined) throw error
  complain(`没有完成：${error instanceof Error ? error.message : String(error)}`)
  console.error('没有保存任何内容。用 DEBUG=1 再运行可看细节；也可先运行 duixian doctor。')
  return exit.failed
}

function help(name: string, verb?: Verb): number {
  if (verb) {
    console.log(`${verb.usage}\n  ${verb.summary}`)
    return exit.done
  }
  const lines = verbs.map(({ usage, summary }) => `  ${usage.padEnd(58)} ${summary}`)
  console.log(
    `兑现 Duixian\n\n${lines.join('\n')}\n\n公共选项：--data DIR --court 代码 --user 登录名 --json --input 文件`,
  )
  console.log('退出码：0 完成 · 2 用法 · 3 被拒绝 · 4 环境 · 5 校验不符')
  if (name === 'help') return exit.done
  console.error(`不认识“${name}”。`)
  return exit.usage
}
