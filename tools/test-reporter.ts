import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect, styleText } from 'node:util'

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

type Failure = Extract<TestEvent, { type: 'test:fail' }>['data']

/** Where the counts of this run go; the person reads the rest. */
const countsFile = process.env['DUIXIAN_TEST_COUNTS']

/** Silent while all is well: prints each failure with its place and cause, and what a test file printed itself. */
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    if (event.type === 'test:fail' && !isOnlyAParent(event.data)) yield failureText(event.data)
    if (event.type === 'test:stderr' || event.type === 'test:stdout') yield event.data.message
    if (event.type === 'test:pass' && event.data.skip) yield skippedText(event.data)
    if (event.type === 'test:summary' && event.data.file === undefined) keep(event.data.counts)
  }
}

function keep({ tests, passed, skipped, todo }: Extract<TestEvent, { type: 'test:summary' }>['data']['counts']): void {
  const counts: Counts = { passed, failed: tests - passed - skipped - todo, skipped: skipped + todo }
  if (countsFile) writeFileSync(countsFile, JSON.stringify(counts))
}

const isOnlyAParent = ({ details }: Failure): boolean =>
  'failureType' in details.error && details.error.failureType === 'subtestsFailed'

function failureText({ name, file, line, details }: Failure): string {
  const place = file ? `${relative(process.cwd(), file)}:${line ?? 1}` : ''
  const cause = inspect(details.error.cause ?? details.error, { depth: 6 })
  return `\n${styleText('red', `✖ ${name}`)}  ${place}\n${cause.replaceAll(/^/gm, '    ')}\n`
}

function skippedText({ name, skip, file }: Extract<TestEvent, { type: 'test:pass' }>['data']): string {
  const reason = typeof skip === 'string' && skip ? skip : '未说明'
  return `  ${styleText('yellow', '跳过')} ${name}（${reason}）${file ? ` ${relative(process.cwd(), file)}` : ''}\n`
}
