import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { testPlatform, type TestPlatform } from '#kernel/testing/platform.ts'
import { rooms } from '../../src/app/rooms.ts'
import { visits } from '../../docs/guides/visits/capability.ts'
import { asked, bring, caseOf, court, given, type Rows } from './court.ts'

let platform: TestPlatform
before(async (t) => {
  platform = await testPlatform(t as never, [...rooms, visits], { court, now: '2025-01-07T02:00:00Z' })
  await bring(platform, '01-首次执行案件台账.xlsx')
})
const openCase = '（2024）川1123执1147号'
const indicator = async () => {
  const { rows } = await asked<{
    readonly rows: readonly { readonly id: string; readonly variant: string; readonly printed: string }[]
  }>(platform, 'indicators.values', { from: '2024-01-01', to: '2025-12-31' })
  return rows.filter(({ id }) => id === 'K90').map(({ variant, printed }) => `${variant} ${printed}`)
}

test('the room of the guide costs at most 250 lines', () => {
  const files = ['visit.ts', 'capability.ts', 'migrations/0001-visits.sql', 'ui/index.ts']
  const lines = files.map(
    (file) => readFileSync(new URL(`../../docs/guides/visits/${file}`, import.meta.url), 'utf8').split('\n').length,
  )
  assert.ok(lines.reduce((a, b) => a + b, 0) <= 250)
})

test('its sheet is recognised, goes in once, and gives list and figure', async () => {
  const { debtors } = await caseOf(platform, openCase)
  const csv = `案号,被执行人,入户日期,走访情况,用时\n${openCase},${debtors[0]?.name},2025-01-05,家中无人,25\n`
  const file = { fileName: '上门走访.csv', bytes: new TextEncoder().encode(csv) }
  const [sheet] = await bring(platform, file)
  assert.deepEqual([sheet?.kind, sheet?.accepted], ['visit', 1])
  const [again] = await bring(platform, file)
  assert.equal(again?.counts.created, 0)
  const { rows } = await asked<Rows>(platform, 'visits.visits', {})
  assert.deepEqual(
    rows.map(({ finding, minutes }) => [finding, minutes]),
    [['无人在家', 25]],
  )
  assert.deepEqual(await indicator(), ['printed 1条', 'kept 0条'])
})

test('its command makes an entry of the case, and its step counts on its day', async () => {
  const { caseId, debtors } = await caseOf(platform, openCase)
  const { entryId, problem } = await given(platform, 'visits.record-visit', {
    caseId,
    partyId: debtors[0]?.partyId,
    visitedOn: '2025-01-06',
    finding: '见到本人',
    promised: '100000',
  })
  assert.equal(problem, null)
  assert.equal((await given(platform, 'visits.keep-visit', { entryId, keptOn: '2025-01-07' })).problem, null)
  assert.deepEqual(await indicator(), ['printed 2条', 'kept 1条'])
})
