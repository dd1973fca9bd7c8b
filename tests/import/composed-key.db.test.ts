import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layout } from '#capabilities/ledgers'
import { label } from '#kernel/values/labels.ts'
import { emptyCourt, give, importNow, rowsOf, stateOf, type Desk } from './court.ts'
import { visits } from './small-room/visits.ts'

const head = '案号,走访日期,走访对象,走访方式,用时分钟,走访地点'
const first = [
  '（2024）川1123执1号,2024-03-05,张某,上门,20,玉津镇',
  '（2024）川1123执1号,2024-03-05,李某,上门,20,玉津镇',
  '（2024）川1123执1号,2024-03-06,张某,电话,5,',
  '（2024）川1123执2号,2024-03-05,张某,上门,30,清溪镇',
  '（2024）川1123执2号,2024-03-05,张某,上门,15,清溪镇',
]
const file = (rows: readonly string[]) => ({
  fileName: '走访台账2024.csv',
  bytes: Buffer.from([head, ...rows].join('\n')),
})

async function take(desk: Desk, rows: readonly string[]) {
  const [outcome] = await importNow(desk, file(rows))
  if (!outcome) throw new Error('no sheet')
  const { created, changed, same, setAside } = outcome.counts
  return { created, changed, same, setAside, batchId: outcome.batchId }
}

const court = (t: Parameters<typeof emptyCourt>[0]) => emptyCourt(t, [visits])

test('rows of one case are told apart by several cells, and the same file again changes nothing', async (t) => {
  const desk = await court(t)
  const { batchId: _one, ...counts } = await take(desk, first)
  assert.deepEqual(counts, { created: 5, changed: 0, same: 0, setAside: 0 })
  const before = await stateOf(desk)
  const { batchId, ...again } = await take(desk, first)
  assert.deepEqual([batchId, again], [null, { created: 0, changed: 0, same: 5, setAside: 0 }])
  assert.deepEqual(await stateOf(desk), before)
})

test('otherwise written, in another order and with one cell changed, the same visits show one difference', async (t) => {
  const desk = await court(t)
  await take(desk, first)
  const otherwise = [
    '(2024)川1123执1号,2024.3.6,张 某,电话,8,',
    ...first.filter((row) => !row.includes('电话')).map((row) => row.replace('2024-03-05', '2024年3月5日')),
  ]
  const { batchId: _two, ...counts } = await take(desk, otherwise)
  assert.deepEqual(counts, { created: 0, changed: 1, same: 4, setAside: 0 })
  const [phone] = await rowsOf<{ minutes: number }>(desk, "select minutes from visits_visit where kind = '电话'")
  assert.equal(phone?.minutes, 8)
})

test('a repeat that waited for correction goes in as a further one, not over the one that went in before', async (t) => {
  const desk = await court(t)
  const { batchId } = await take(desk, ['（2024）川1123执2号,2024-13-05,张某,上门,45,清溪镇', ...first.slice(3)])
  await give(desk, 'ledgers.correct-rows', {
    batchId,
    corrections: [{ row: 2, fields: { heldOn: '2024-03-05' } }],
  })
  const rows = await rowsOf<{ ledger_key: string; minutes: number }>(
    desk,
    'select ledger_key, minutes from visits_visit order by ledger_key',
  )
  const name = '（2024）川1123执2号 · 2024-03-05 · 张某 · 上门'
  assert.deepEqual(
    rows.map(({ ledger_key, minutes }) => [ledger_key, minutes]),
    [
      [name, 30],
      [`${name} #2`, 15],
      [`${name} #3`, 45],
    ],
  )
})

test('no identifier may be part of a name', () => {
  assert.throws(
    () =>
      layout({
        kind: 'loose',
        title: label('松', 'Loose'),
        hints: [],
        key: ['caseNumber', 'ids'],
        columns: [
          { field: 'caseNumber', title: '案号', type: 'case-number' },
          { field: 'ids', title: '证件号码', type: 'id-list' },
        ],
      }),
    /personal data/,
  )
})
