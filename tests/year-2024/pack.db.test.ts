import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { prepareCourt } from '#capabilities/operations'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import { asked, bring, bureau, court, given, printedFigures, type Rows } from '../registers/court.ts'
import { stateOf } from '../import/court.ts'

/** Every ledger of the bureau, as its folder holds them. */
const pack = [
  '01-首次执行案件台账.xlsx',
  '02-恢复执行案件台账.xlsx',
  '02-财产保全执行台账.xlsx',
  '02-执行异议案件台账.xlsx',
  '04-强制措施台账.xlsx',
  '05-执行110登记.xlsx',
  '06-执行悬赏台账.xlsx',
  '07-网格协助反馈.xlsx',
  '08-联动共治.xlsx',
  '09-联席会议成员单位.xlsx',
  '10-终本清仓.xlsx',
  '11-执前督促.xlsx',
  '12-执转破.xlsx',
  '13-全市对比指标.xlsx',
]
const published = JSON.parse(
  readFileSync(new URL('../../src/capabilities/report/data/published-2024.json', import.meta.url), 'utf8'),
) as { readonly figures: Readonly<Record<string, string>> }

let year: TestPlatform
let empty: ReadonlyMap<string, readonly string[]>
let batches: readonly string[]
before(async (t) => {
  year = await bureau(t as never)
  await prepareCourt(year, court)
  empty = await stateOf({ platform: year })
  const sheets = await bring(year, ...pack)
  assert.deepEqual(
    sheets.filter(({ kind, setAside }) => kind === null || setAside > 0).map(({ sheet }) => sheet),
    [],
  )
  batches = sheets.flatMap(({ batchId }) => batchId ?? [])
})

test('every figure of the year’s report comes out of the ledgers as it was printed', async () => {
  const printed = await printedFigures(year)
  const ids = Object.keys(published.figures).filter((id) => id <= 'F34')
  assert.deepEqual(
    Object.fromEntries(ids.map((id) => [id, printed.get(id) ?? null])),
    // 19 of 38 is 50.00 %: the report printed 51, and says so beside it.
    { ...published.figures, F23: '50.00%' },
  )
})

test('persons, person-times, cases, batches and items are never mixed', async () => {
  const printed = await printedFigures(year)
  const units = ['F09', 'F11', 'F12', 'F14', 'F24', 'F25'].map((id) => printed.get(id)?.replaceAll(/[\d余]/g, ''))
  assert.deepEqual(units, ['人', '批', '件', '条', '人次', '人'])
})

test('the whole folder again changes nothing', async () => {
  for (const { sheet, counts } of await bring(year, ...pack)) assert.equal(counts.created + counts.changed, 0, sheet)
})

test('one timeline tells what all rooms know of a case', async () => {
  const { rows } = await asked<Rows<{ readonly caseId: string }>>(year, 'cases.register', {
    text: '（2023）川1123执1140号',
  })
  const { entries } = await asked<{ readonly entries: readonly { readonly room: string }[] }>(year, 'cases.timeline', {
    caseId: rows[0]?.caseId,
  })
  const told = new Set(entries.map(({ room }) => room))
  for (const room of ['cases', 'measures', 'crime']) assert.ok(told.has(room), room)
})

test('taken back batch by batch, nothing of the year is left', async () => {
  for (const batchId of batches.toReversed()) {
    assert.equal((await given(year, 'ledgers.undo-batch', { batchId })).problem, null)
  }
  assert.deepEqual(await stateOf({ platform: year }), empty)
})
