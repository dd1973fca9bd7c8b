import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Values } from '../../src/capabilities/indicators/contract.ts'
import type { ReportContent } from '../../src/capabilities/report/contract.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { newId } from '#kernel/values/ids.ts'
import { bailiff } from './bailiff-room/capability.ts'
import { director, emptyCourt, inCourt } from './court.ts'
import { rooms } from './rooms.ts'

const platform = await emptyCourt(undefined, [...rooms, bailiff])
const reader = director(['indicators.read', 'report.read', 'bailiff.read'])
const get = async <T>(query: string, input: object) =>
  (await ask(platform, reader, { query, input, total: true, limit: 1000 })) as T
type Listed = {
  readonly rows: readonly Record<string, string>[]
  readonly total: number
  readonly sums: Record<string, string>
}

const [from, to] = ['2024-01-01', '2024-12-31']
const preview = async () => (await get<ReportContent>('report.preview', { from, to })).figures
type Act = { kind: string; person: string; on: string; delivered?: string; ended?: string; fen?: number }

const record = (acts: readonly Act[]) =>
  inCourt(platform, async ({ client }) => {
    for (const { kind, person, on, delivered, ended, fen } of acts) {
      await client.query(
        `insert into bailiff_act (act_id, kind, case_number, person, decided_on, delivered_on, ended_on, amount_fen)
         values ($1, $2, '（2024）川1123执1号', $3, $4, $5, $6, $7)`,
        [newId(), kind, person, on, delivered ?? null, ended ?? null, fen ?? 0],
      )
    }
  })
const times = (n: number, act: (i: number) => Act) => Array.from({ length: n }, (_, i) => act(i))

test('a room without a single record claims nothing, not even 0', async () => {
  const figures = await preview()
  for (const id of ['F13', 'F20', 'F22', 'F23', 'F24', 'F25', 'F31']) {
    assert.equal(figures.find((one) => one.id === id)?.printed, null, id)
  }
  const { rows } = await get<Values>('indicators.values', { from, to })
  const own = rows.filter(({ id }) => id === 'K36')
  assert.deepEqual(
    own.map(({ printed }) => printed),
    ['—', '—', '—'],
  )
})

test('figures that a room declares', async (t) => {
  await record([
    ...times(117, (i) => ({ kind: 'summons', person: `某${i % 40}`, on: '2024-05-06' })),
    { kind: 'summons', person: '某', on: '2025-01-02' },
    ...times(10, (i) => ({ kind: 'fine', person: `某${i % 9}`, on: '2024-12-31', fen: 100_000_50 })),
    ...times(87, (i) => ({
      kind: 'detention',
      person: `某${i}`,
      on: '2024-03-01',
      ...(i < 75 && { delivered: '2024-03-02' }),
    })),
    ...times(33, (i) => ({ kind: i % 2 ? 'member' : 'guest', person: `单位${i}`, on: '2020-01-01' })),
    { kind: 'member', person: '退出单位', on: '2020-01-01', ended: '2024-12-31' },
    ...times(38, (i) => ({
      kind: 'bounty',
      person: `某${i}`,
      on: '2023-11-10',
      fen: 6_090_953,
      ...(i < 19 && { delivered: '2024-02-01' }),
    })),
    { kind: 'bounty', person: '办法之前', on: '2023-11-09' },
  ])
  const figures = await preview()
  const of = (id: string) => figures.find((one) => one.id === id)

  await t.test('persons, person-times and money are printed in the form of the catalogue, 余 as a floor', () => {
    const printed = ['F24', 'F25', 'F26', 'F27', 'F13', 'F20', 'F21', 'F22', 'F17'].map((id) => of(id)?.printed)
    assert.deepEqual(printed, [
      '100余人次',
      '9人',
      '87人',
      '75人',
      '30余家',
      '38人',
      '19名',
      '231万余元',
      '2023年11月10日',
    ])
    assert.equal(of('F31')?.printed, null)
    for (const id of ['F13', 'F17', 'F20', 'F21', 'F22', 'F24', 'F25', 'F26', 'F27'])
      assert.equal(of(id)?.printed, of(id)?.published, id)
  })

  await t.test('a figure has its own days, and says them', () => {
    assert.equal(of('F20')?.periodText, '2023-11-10 至 2024-12-31')
    assert.equal(of('F24')?.periodText, '2024-01-01 至 2024-12-31')
    assert.match(of('F25')?.formula ?? '', /10条记录，同一人只计一次， = 9人/)
  })

  await t.test('a share is reckoned from the two counts, and opens both', () => {
    assert.equal(of('F23')?.printed, '50.00%')
    assert.deepEqual(
      of('F23')?.parts.map(({ text }) => text),
      ['19人', '38人'],
    )
  })

  await t.test('a number opens the rows that were counted', async () => {
    for (const [id, rows, each] of [
      ['F24', 117, 117],
      ['F25', 10, 9],
      ['F27', 75, 75],
      ['F22', 38, 38],
    ] as const) {
      const [part] = of(id)?.parts ?? []
      const search = new URLSearchParams(part?.href?.split('?')[1])
      const list = await get<Listed>('bailiff.acts', Object.fromEntries(search))
      assert.equal(list.total, rows, id)
      if (id !== 'F24') assert.equal(new Set(list.rows.map(({ person }) => person)).size, each, id)
    }
  })
})

test('indicators that a room declares: rates, persons counted once, money; each opens what it counts', async () => {
  const { rows } = await get<Values>('indicators.values', { from, to, by: ['court', 'type', 'handler', 'town'] })
  const own = rows.filter(({ id, dimension }) => id === 'K36' && dimension === 'court')
  assert.deepEqual(
    own
      .map(({ variant, printed, denominator }) => [variant, printed, denominator?.count ?? null])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    [
      ['decided', '87人', null],
      ['fines', '3314567.14元', null],
      ['printed', '86.20%', '87'],
    ],
  )
  assert.ok(rows.some(({ id, dimension, key }) => id === 'K36' && dimension === 'type' && key === 'detention'))
  assert.ok(!rows.some(({ id, dimension }) => id === 'K36' && dimension === 'town'))
  for (const { variant, numerator, drill } of own) {
    const { sums } = await get<Listed>(drill, { from, to, id: 'K36', variant, side: 'numerator' })
    assert.equal(sums['weight'], numerator.count, variant)
  }
})
