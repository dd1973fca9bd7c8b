import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { writeSettings } from '#capabilities/operations'
import { moneyCourt, officer, people, type MoneyCourt } from './court.ts'

const claimer = officer('c', 'court', 'claim')
type Line = {
  readonly bankLineId: string
  readonly band: string | null
  readonly claimBy: string | null
  readonly next: string | null
  readonly owner: string | null
  readonly tries: number
}

let money: MoneyCourt
before(async (t) => {
  // Monday 3 March 2025.
  money = await moneyCourt(t as never)
})
const linesOf = async (input: Readonly<Record<string, unknown>>) =>
  (await money.asked<{ rows: readonly Line[] }>(claimer, 'lines', input)).rows
const lineOf = async (bankLineId: string) => (await linesOf({ bankLineId }))[0]

test('unknown money has an age band, a last day to claim it, a next act and a post that owns it', async () => {
  for (const [on, band, claimBy, next, owner] of [
    ['2025-02-26', 'fresh', '2025-03-03', '核对附言和付款人，认领', '案款专员'],
    ['2025-02-25', 'to-month-end', '2025-02-28', '联系付款人和承办人，月底前认领', '案款专员'],
    ['2025-02-03', 'to-month-end', '2025-02-07', '联系付款人和承办人，月底前认领', '案款专员'],
    ['2025-02-02', 'over-month', '2025-02-07', '报告局长', '局长'],
    ['2024-09-03', 'over-month', '2024-09-06', '报告局长', '局长'],
    ['2024-09-02', 'over-half-year', '2024-09-05', '查询付款银行，发认领公告', '案款专员'],
    ['2023-03-03', 'over-half-year', '2023-03-08', '查询付款银行，发认领公告', '案款专员'],
    ['2023-03-02', 'over-two-years', '2023-03-07', '商财务是否上缴国库', '局长'],
  ] as const) {
    const line = await lineOf(await money.line(100n, on))
    assert.deepEqual([line?.band, line?.claimBy, line?.next, line?.owner], [band, claimBy, next, owner], on)
  }
  const out = await lineOf(await money.line(-100n, '2024-01-05'))
  assert.deepEqual([out?.band, out?.claimBy, out?.next, out?.owner], [null, null, null, null])
  const unknown = await linesOf({ unknown: true })
  assert.equal(unknown.length, 7, 'within the time to claim nothing is unknown yet')
  assert.equal((await linesOf({ band: 'over-half-year' })).length, 2)
})

test('a court that sets another time to claim has other last days', async () => {
  const set = (days: number) =>
    money.inside((tx, { now }) => writeSettings(tx, [{ key: 'funds.claim-days', value: days }], '试验', now))
  const bankLineId = await money.line(100n, '2025-02-25')
  await set(5)
  const { band, claimBy } = (await lineOf(bankLineId)) ?? {}
  await set(3)
  assert.deepEqual([band, claimBy], ['fresh', '2025-03-04'])
})

test('what was tried is on record; a public notice has a last day and a text that names nobody', async () => {
  const bankLineId = await money.line(123_400n, '2024-08-01')
  await money.inside(({ client }) =>
    client.query("update funds_bank_line set peer_name = '生某人', memo = '还款' where bank_line_id = $1", [
      bankLineId,
    ]),
  )
  const record = (more: Readonly<Record<string, unknown>>) => money.give(claimer, 'record-try', { bankLineId, ...more })
  const typeOf = async (more: Readonly<Record<string, unknown>>) => (await record(more)).problem?.type
  assert.equal(await typeOf({ how: 'call' }), '/problems/funds/try-without-words')
  assert.equal(await typeOf({ how: 'notice' }), '/problems/funds/notice-day')
  assert.equal(await typeOf({ how: 'notice', untilOn: '2025-03-03' }), '/problems/funds/notice-day')
  assert.equal(await typeOf({ how: 'call', said: '无人接听', untilOn: '2025-04-03' }), '/problems/funds/notice-day')
  assert.equal(
    (await money.give(people.handler, 'record-try', { bankLineId, how: 'call', said: '问过' })).problem?.status,
    403,
  )
  const claimed = await money.line(-50n, '2024-08-01')
  assert.equal(
    (await money.give(claimer, 'record-try', { bankLineId: claimed, how: 'call', said: '问过' })).problem?.type,
    '/problems/funds/nothing-unknown',
  )
  await money.done(claimer, 'record-try', { bankLineId, how: 'call', said: '无人接听', nextOn: '2025-03-05' })
  await money.done(claimer, 'record-try', { bankLineId, how: 'notice', untilOn: '2025-05-06' })
  const { tries } = await money.asked<{
    tries: readonly { how: string; said: string; nextOn: string | null; untilOn: string | null; triedOn: string }[]
  }>(claimer, 'line-tries', { bankLineId })
  assert.deepEqual(
    tries.map(({ how, nextOn, untilOn, triedOn }) => [how, nextOn, untilOn, triedOn]),
    [
      ['notice', null, '2025-05-06', '2025-03-03'],
      ['call', '2025-03-05', null, '2025-03-03'],
    ],
  )
  const [notice] = tries
  assert.match(notice?.said ?? '', /2024-08-01 收到一笔款项 1,234\.00 元.*2025-05-06/)
  assert.doesNotMatch(notice?.said ?? '', /生某人|还款/)
  assert.equal((await lineOf(bankLineId))?.tries, 2)
  assert.equal((await money.balance('unknown')) > 0n, true, 'trying moves no money')
})
