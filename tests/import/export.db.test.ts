import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { systemActor } from '#kernel/occasion.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import type { Download } from '#kernel/query.ts'
import { answer, court, emptyCourt, importNow, importSample, rowsOf, stateOf } from './court.ts'

const kinds = [
  ['01-首次执行案件台账.xlsx', 'first-enforcement', 1191],
  ['02-恢复执行案件台账.xlsx', 'resumed-enforcement', 121],
  ['02-财产保全执行台账.xlsx', 'preservation', 163],
  ['02-执行异议案件台账.xlsx', 'objection', 26],
] as const

test('a ledger written from the records and read again changes nothing', async (t) => {
  const desk = await emptyCourt(t)
  for (const [name] of kinds) await importSample(desk, name)
  const before = await stateOf(desk)
  for (const [, kind, count] of kinds) {
    const file = await answer<Download>(desk, 'ledgers.export', { kind })
    const [again] = await importNow(desk, file)
    assert.equal(again?.kind, kind)
    assert.deepEqual(
      [
        again?.counts.accepted,
        again?.counts.setAside,
        again?.counts.created,
        again?.counts.changed,
        again?.counts.same,
      ],
      [count, 0, 0, 0, count],
      kind,
    )
  }
  assert.deepEqual(await stateOf(desk), before)
})

test('an export holds the cases that its reader may see and no others', async (t) => {
  const desk = await emptyCourt(t)
  await importSample(desk, '02-恢复执行案件台账.xlsx')
  const [judge] = await rowsOf<{ handler_id: string; count: number }>(
    desk,
    'select handler_id, count(*)::int as count from cases_case group by handler_id order by count desc limit 1',
  )
  const own = (permission: string) => ({ permission, scope: 'own' as const })
  const actor = {
    ...systemActor(court, judge?.handler_id ?? '', '法官', []),
    kind: 'staff' as const,
    grants: [own('ledgers.export'), own('cases.read')],
  }
  const file = (await ask(desk.platform, actor, {
    query: 'ledgers.export',
    input: { kind: 'resumed-enforcement' },
  })) as Download
  const [again] = await importNow(desk, file)
  assert.equal(again?.counts.accepted, judge?.count)
})

test('text that a spreadsheet would run as a formula leaves the court harmless and comes back as it was', async (t) => {
  const desk = await emptyCourt(t)
  const ledger =
    '案号,立案日期,案由,申请执行人,被执行人,申请执行标的额,承办人,备注\n（2024）川1123执1号,2024-03-05,合同纠纷,汀安,渚柏,100,绮国紫,"=1+1"\n'
  await importNow(desk, { fileName: '首次执行2024.csv', bytes: Buffer.from(ledger) })
  const [kept] = await rowsOf<{ remark: string }>(desk, 'select remark from cases_case')
  assert.equal(kept?.remark, '=1+1')
  const file = await answer<Download>(desk, 'ledgers.export', { kind: 'first-enforcement' })
  const [again] = await importNow(desk, file)
  assert.deepEqual([again?.counts.same, again?.counts.changed], [1, 0])
})

test('columns of the court’s own invention come out again at the end, under their names', async (t) => {
  const desk = await emptyCourt(t)
  const csv = [
    '案号,立案日期,案由,申请执行人,被执行人,申请执行标的额,承办人,是否涉军,档案柜号',
    '（2024）川1123执1号,2024-03-05,合同纠纷,汀安,渚柏,100,绮国紫,否,A-12',
    '（2024）川1123执2号,2024-03-06,合同纠纷,汀安,渚柏,100,绮国紫,,B-7',
  ].join('\n')
  await importNow(desk, { fileName: '首次执行2024.csv', bytes: Buffer.from(csv) })
  const before = await stateOf(desk)
  const file = await answer<Download>(desk, 'ledgers.export', { kind: 'first-enforcement' })
  const book = await readXlsx(file.bytes)
  const [heads = [], first = [], second = []] = book.sheets[0]?.rows ?? []
  assert.deepEqual(heads.slice(-2), ['是否涉军', '档案柜号'])
  assert.deepEqual([first.slice(-2), second.slice(-1)], [['否', 'A-12'], ['B-7']])
  const [again] = await importNow(desk, file)
  assert.equal(again?.counts.same, 2)
  assert.deepEqual(await stateOf(desk), before)
})
