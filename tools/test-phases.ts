import { globSync } from 'node:fs'

/** A check is one program whose success is one test. */
export type Check = { readonly title: string; readonly program: string; readonly args: readonly string[] }
/** Suites run by the test runner: in one process when they share nothing, else one process a file. */
export type Suite = {
  readonly title: string
  readonly files: readonly string[]
  readonly isolated: boolean
  readonly needsServer: boolean
  /** The browser's files, built once for all of them. */
  readonly needsPages?: boolean
}

export const checks: readonly Check[] = [
  { title: '类型', program: 'tsc', args: ['-p', '.'] },
  { title: '写法', program: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { title: '格式', program: 'oxfmt', args: ['--check', '.'] },
  { title: '死代码', program: 'knip', args: [] },
]

const architecture = /^tests\/architecture\//
const database = /\.db\.test\.ts$/
const browser = /\.browser\.test\.ts$/

/** Every test file of the repository, each in exactly one suite; `only` keeps those whose path contains it. */
export function suites(only: string): readonly Suite[] {
  const all = globSync('{src,tests,tools,bench}/**/*.test.ts')
    .filter((file) => file.includes(only))
    .toSorted()
  const pick = (belongs: (file: string) => boolean) => all.filter(belongs)
  const pure = (file: string) => !database.test(file) && !browser.test(file)
  return [
    { title: '架构', files: pick((file) => architecture.test(file)), isolated: false, needsServer: false },
    {
      title: '单元',
      files: pick((file) => pure(file) && !architecture.test(file)),
      isolated: false,
      needsServer: false,
    },
    { title: '数据库', files: pick((file) => database.test(file)), isolated: true, needsServer: true },
    {
      title: '浏览器',
      files: pick((file) => browser.test(file)),
      isolated: true,
      needsServer: true,
      needsPages: true,
    },
  ]
}
