import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Values, Years } from '../../src/capabilities/indicators/contract.ts'
import { writeSettings } from '#capabilities/operations'
import { reactTo } from '#kernel/pipeline/execute.ts'
import { newId } from '#kernel/values/ids.ts'
import { answer, caseOf, emptyCourt, inCourt, record } from './court.ts'
import { rooms } from './rooms.ts'

const platform = await emptyCourt(undefined, rooms)
const [from, to] = ['2024-01-01', '2024-12-31']

const happened = (caseId: string, events: readonly (readonly [kind: string, on: string])[]) =>
  inCourt(platform, async (tx, occasion) => {
    for (const [kind, on] of events) {
      await tx.client.query(
        `insert into cases_event (event_id, case_id, kind, occurred_on, note, recorded_by, recorded_at, batch_id)
         values ($1, $2, $3, $4, null, 'test', now(), null)`,
        [newId(), caseId, kind, on],
      )
    }
    await reactTo(tx, [{ type: 'cases.event-recorded', caseId } as { type: string }], occasion)
  })

const ended = { manner: '执行完毕', filingDate: '2024-01-02' }
const ids = await inCourt(platform, (tx, occasion) =>
  record(
    tx,
    [
      caseOf({ ...ended, no: '（2024）川1123执1号', closedDate: '2024-07-02', town: '玉津镇', cause: '民间借贷纠纷' }),
      caseOf({ ...ended, no: '（2024）川1123执2号', closedDate: '2024-07-03', town: '玉津镇', cause: '买卖合同纠纷' }),
      caseOf({ ...ended, no: '（2024）川1123执3号', closedDate: '2024-07-03', town: '清溪镇', cause: '买卖合同纠纷' }),
      caseOf({ ...ended, no: '（2024）川1123执4号', closedDate: '2024-05-02', town: '', cause: '非诉行政执行' }),
    ],
    occasion,
  ),
)
const suspended = ids[2] ?? ''

const figures = async (by?: string) =>
  (await answer<Values>(platform, 'indicators.values', { from, to, ...(by && { by: [by] }) })).rows
const sides = async (id: string, variant: string) => {
  const row = (await figures()).find((one) => one.id === id && one.variant === variant)
  return [Number(row?.numerator.count), Number(row?.denominator?.count)]
}

test('a case is late on the day after its six months', async () => {
  assert.deepEqual(await sides('K11', 'printed'), [2, 4])
  assert.deepEqual(await sides('K11', 'without-deductions'), [2, 4])
})

test('an administrative decision has three months of its own, told beside the printed figure', async () => {
  assert.deepEqual(await sides('K11', 'own-limit'), [1, 4])
})

test('a day of suspension does not use up the limit; the gross figure stays beside the net one', async () => {
  await happened(suspended, [
    ['suspended', '2024-03-01'],
    ['suspension-lifted', '2024-03-02'],
  ])
  assert.deepEqual(await sides('K11', 'printed'), [3, 4])
  assert.deepEqual(await sides('K11', 'without-deductions'), [2, 4])
  const [gross = 0] = await sides('K13', 'printed')
  assert.deepEqual(await sides('K13', 'net'), [gross - 1, 4])
})

test('a suspension after the limit has run out does not help', async () => {
  await happened(ids[1] ?? '', [
    ['suspended', '2024-07-03'],
    ['suspension-lifted', '2024-07-20'],
  ])
  assert.deepEqual(await sides('K11', 'printed'), [3, 4])
})

for (const [by, names, input] of [
  ['town', { 玉津镇: 2, 清溪镇: 1, '': 1 }, 'town'],
  ['cause', { 民间借贷纠纷: 1, 买卖合同纠纷: 2, 非诉行政执行: 1 }, 'cause'],
] as const) {
  test(`by ${by} the parts add up to the court, and each opens its cases`, async () => {
    const parts = (await figures(by)).filter(({ id, variant }) => id === 'K01' && variant === 'printed')
    assert.deepEqual(Object.fromEntries(parts.map(({ key, numerator }) => [key ?? '', Number(numerator.count)])), names)
    for (const { key, numerator } of parts) {
      if (key === null) continue
      const list = await answer<{ total: number }>(
        platform,
        'indicators.records',
        { from, to, id: 'K01', side: 'numerator', [input]: key },
        { total: true },
      )
      assert.equal(list.total, Number(numerator.count), key)
    }
  })
}

test('a court may count its years from December to November', async () => {
  const years = () => answer<Years>(platform, 'indicators.years', {})
  assert.deepEqual((await years()).last, { from: '2024-01-01', to: '2024-12-31' })
  await inCourt(platform, (tx, { now }) =>
    writeSettings(tx, [{ key: 'indicators.year-starts-in', value: 12 }], 'test', now),
  )
  assert.deepEqual(await years(), {
    startsIn: 12,
    last: { from: '2023-12-01', to: '2024-11-30' },
    current: { from: '2024-12-01', to: '2025-11-30' },
  })
})
