import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test, type TestContext } from 'node:test'
import { openClient } from '#kernel/database/connect.ts'
import { afterwards } from '#kernel/testing/afterwards.ts'
import { configOf } from '../../src/app/config.ts'
import { openPlatform } from '../../src/app/open.ts'
import { reasons } from '../../src/app/verbs/import-report.ts'
import { importVerb } from '../../src/app/verbs/import.ts'
import { exit } from '../../src/app/verbs/verb.ts'

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'duixian-verb-'))
  afterwards(t, () => rmSync(path, { recursive: true, force: true }))
  return path
}

async function run(t: TestContext, data: string, words: readonly string[], json = false) {
  const printed: string[] = []
  t.mock.method(console, 'log', (line: string) => void printed.push(line))
  t.mock.method(console, 'error', () => {})
  try {
    return { code: await importVerb.run({ words, flags: {}, config: configOf({}, { data }), json }), printed }
  } finally {
    t.mock.restoreAll()
  }
}

const sample = (name: string) => fileURLToPath(new URL(`../samples/2024/${name}`, import.meta.url))
const heads = '案号,立案日期,案由,申请执行人,被执行人,申请执行标的额,承办人'

test('a folder is planned, taken in by kind, and told of with reasons; the operator did it', async (t) => {
  const [data, ledgers] = [folder(t), folder(t)]
  mkdirSync(join(ledgers, '恢复'))
  copyFileSync(sample('02-恢复执行案件台账.xlsx'), join(ledgers, '恢复', '02.xlsx'))
  const row = (number: string, on: string) => `${number},${on},合同纠纷,汀安,渚柏,100,绮国紫`
  const rows = [
    row('（2024）川1123执1号', '2024-03-05'),
    row('（2024）川1123执2号', '2024-13-05'),
    row('无号', '2024-03-06'),
  ]
  writeFileSync(join(ledgers, 'z首次执行2024.csv'), [heads, ...rows].join('\n'))
  writeFileSync(join(ledgers, 'a菜单.csv'), '星期,早餐,午餐\n一,粥,面\n')
  writeFileSync(join(ledgers, '照片.jpg'), 'x')
  const { code, printed } = await run(t, data, [ledgers])
  assert.equal(code, exit.done)
  const said = printed.join('\n')
  assert.match(said, /导入安排（3 个文件）/)
  assert.match(said, /1\. z首次执行2024\.csv {2}首次执行案件台账，4 行/)
  assert.match(said, /z首次执行2024\.csv · z首次执行2024 {2}首次执行案件台账 {2}读 4 行 = 入库 1 \+ 待改 2 \+ 略过 1/)
  assert.match(said, /2\. 02\.xlsx/)
  assert.match(said, /3\. a菜单\.csv {2}不导入（未识别/)
  assert.match(said, /1 处【立案日期】E_DATE_INVALID，首见第 3 行：/)
  assert.match(said, /a菜单\.csv · a菜单 {2}未识别[^\n]*\n {4}工作表“a菜单”的前30行里找不到表头，没有导入/)
  assert.match(said, /合计 3 个文件 {2}读 \d+ 行 = 入库 122 \+ 待改 2 \+ 略过 \d+/)
  assert.match(said, /不是台账文件，没有动：照片\.jpg/)
  const opened = await openPlatform(configOf({}, { data }))
  try {
    const owner = await openClient(opened.platform.url)
    const { rows: batches } = await owner.query('select distinct imported_by from ledgers_batch')
    await owner.end()
    assert.deepEqual(batches, [{ imported_by: 'operator' }])
  } finally {
    await opened.close()
  }
})

test('reasons are said once each, the most frequent first, the rest counted', () => {
  const problem = (row: number, code: string, column = '立案日期') =>
    ({ row, column, code, severity: 'error', message: `${code}的说明` }) as const
  const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((code, i) => problem(10 + i, `E_${code}`))
  const lines = reasons({ problems: [problem(3, 'E_X', '案号'), ...many, problem(30, 'E_G')] })
  assert.equal(lines[0]?.trim(), '2 处【立案日期】E_G，首见第 16 行：E_G的说明')
  assert.equal(lines.length, 6)
  assert.match(lines[5] ?? '', /另有 3 种原因/)
})
