import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { dayEnd, monthEnd, overdueOn } from '#capabilities/funds'
import { importFile } from '#capabilities/ledgers'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { systemActor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { testPlatform, type TestPlatform } from '#kernel/testing/platform.ts'
import { rooms } from '../../src/app/rooms.ts'

const court = '川1123'
const officer = systemActor(court, 'officer', '案款专员', ['ledgers.import', 'funds.close', 'funds.read'])
const samples = new URL('../samples/2024/', import.meta.url)

type Item = {
  readonly receiptId: string
  readonly caseNo: string
  readonly arrival: string
  readonly clockStart: string
  readonly claimedFromUnknown: boolean
  readonly paidOn: string | null
  readonly days: number
  readonly amountFen: number
  readonly serial: string
  readonly reason?: string
}
const { bank } = JSON.parse(readFileSync(new URL('truth.json', samples), 'utf8')) as {
  readonly bank: {
    readonly closingFen: number
    readonly closingComposition: Readonly<Record<string, number>>
    readonly dayEndFen: Readonly<Record<string, number>>
    readonly unknownAtEnd: { readonly count: number; readonly amountFen: number }
    readonly overdue: {
      readonly count: number
      readonly amountFen: number
      readonly stillUnpaid: number
      readonly items: readonly Item[]
    }
    readonly deferred: { readonly count: number; readonly items: readonly Item[] }
  }
}

const registers = [
  '02-财产保全执行台账.xlsx',
  '01-首次执行案件台账.xlsx',
  '02-恢复执行案件台账.xlsx',
  '10-终本清仓.xlsx',
]
const [ledger, year, september] = ['03-案款台账.xlsx', '03-银行流水-2024.csv', '03-银行流水-2024年9月.xlsx']
const orders = {
  'the ledger before the statement': [...registers, ledger, year],
  'the statement before everything': [year, ...registers, ledger],
  'a month of it first, then the ledger, then the year': [...registers, september, ledger, year],
}

const courts = new Map<string, TestPlatform>()
const bring = async (platform: TestPlatform, fileName: string) => {
  const outcome = await importFile(platform, officer, { fileName, bytes: readFileSync(new URL(fileName, samples)) })
  if ('code' in outcome) throw new Error(`${fileName}: ${outcome.detailZh}`)
  return outcome
}
const inCourt = <T>(platform: TestPlatform, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(platform, officer, work)

before(async (t) => {
  for (const [order, files] of Object.entries(orders)) {
    const platform = await testPlatform(t as never, rooms, { court, now: '2025-01-07T02:00:00Z' })
    for (const file of files) await bring(platform, file)
    courts.set(order, platform)
  }
})
const courtOf = (order: string): TestPlatform => courts.get(order) ?? assert.fail(order)

for (const order of Object.keys(orders)) {
  test(`${order}: the year closes with what it is made of, to the fen`, async () => {
    const end = await inCourt(courtOf(order), (tx) => dayEnd(tx, '2024-12-31'))
    assert.equal(end.bankFen, BigInt(bank.closingFen))
    assert.equal(end.differenceFen, 0n)
    assert.deepEqual(end.differences, [])
    assert.ok(end.balanced)
    assert.equal(end.accounts[0]?.statedFen, BigInt(bank.closingFen))
    for (const [name, fen] of Object.entries(bank.closingComposition)) {
      assert.equal(end.composition[name as keyof typeof end.composition], BigInt(fen), name)
    }
  })

  test(`${order}: every day ends with the bank's own balance, difference 0.00`, async () => {
    const found = new Map<string, bigint>()
    for (let month = 1; month <= 12; month++) {
      const { days } = await inCourt(courtOf(order), (tx) => monthEnd(tx, `2024-${String(month).padStart(2, '0')}`))
      for (const { day, bankFen, statedFen } of days) {
        assert.equal(statedFen, bankFen, day)
        found.set(day, bankFen)
      }
    }
    assert.deepEqual(Object.fromEntries([...found].map(([day, fen]) => [day, Number(fen)])), bank.dayEndFen)
  })

  test(`${order}: what is unknown at the end is what the register says, and is not zero`, async () => {
    const { unknown, unknownIsZero, registerDifferences } = await inCourt(courtOf(order), (tx) =>
      monthEnd(tx, '2024-12'),
    )
    assert.equal(unknown.count, bank.unknownAtEnd.count)
    assert.equal(unknown.amountFen, BigInt(bank.unknownAtEnd.amountFen))
    assert.deepEqual(registerDifferences, [])
    assert.equal(unknownIsZero, false)
  })

  test(`${order}: overdue and deferred payouts are those of the year, each with its days`, async () => {
    const { overdue, deferred } = await inCourt(courtOf(order), (tx) => overdueOn(tx, '2024-12-31', '2024-01-01'))
    const plain = (items: typeof overdue.items) =>
      items
        .map(
          ({
            receiptId,
            caseNo,
            arrival,
            clockStart,
            claimedFromUnknown,
            paidOn,
            days,
            serial,
            reason,
            amountFen,
          }) => ({
            receiptId,
            caseNo,
            arrival,
            clockStart,
            claimedFromUnknown,
            paidOn,
            days,
            serial,
            amountFen: Number(amountFen),
            ...(reason !== null && { reason }),
          }),
        )
        .toSorted((a, b) => ((a.receiptId ?? '') < (b.receiptId ?? '') ? -1 : 1))
    const sorted = (items: readonly Item[]) => items.toSorted((a, b) => (a.receiptId < b.receiptId ? -1 : 1))
    assert.deepEqual(plain(overdue.items), sorted(bank.overdue.items))
    assert.deepEqual(plain(deferred.items), sorted(bank.deferred.items))
    assert.equal(overdue.amountFen, BigInt(bank.overdue.amountFen))
    assert.equal(overdue.stillUnpaid, bank.overdue.stillUnpaid)
  })
}

test('everything a second time changes nothing', async () => {
  const platform = courtOf('the ledger before the statement')
  const standing = () =>
    inCourt(platform, async ({ client }) => {
      const { rows } = await client.query(
        `select (select count(*) from funds_entry) as entries, (select count(*) from funds_claim) as claims,
                (select count(*) from funds_payout) as payouts, (select count(*) from funds_bank_line) as lines,
                (select count(*) from funds_deferral) as deferrals, (select count(*) from funds_receipt) as receipts`,
      )
      return rows[0] as unknown
    })
  const before = await standing()
  for (const file of [year, ledger, september]) await bring(platform, file)
  assert.deepEqual(await standing(), before)
})

test('a day is closed once, and nothing is posted into it afterwards', async () => {
  const platform = courtOf('the statement before everything')
  const close = async (day: string) => {
    const reply = await execute(platform, officer, { command: 'funds.close-day', input: { day } })
    return isRefusal(reply) ? reply.problem.type : null
  }
  assert.equal(await close('2024-06-28'), null)
  assert.equal(await close('2024-06-28'), '/problems/funds/day-already-closed')
  assert.equal(await close('2024-05-31'), '/problems/funds/day-already-closed')
  assert.equal(await close('2025-02-01'), '/problems/funds/day-not-over')
  const late = `交易日期,收入,支出,余额,对方户名,流水号\n2024-06-03,10.00,,10.00,某人,20240603999999999\n`
  const outcome = await importFile(platform, officer, { fileName: '补.csv', bytes: Buffer.from(late) })
  assert.ok('code' in outcome && outcome.code === 'STATEMENT_CLOSED_DAY')
  assert.match('code' in outcome ? outcome.detailZh : '', /第 2 行.*2024-06-03/)
})

test('money that left without a payout is named, and its day closes only with an explanation', async (t) => {
  const platform = await testPlatform(t, rooms, { court, now: '2025-01-07T02:00:00Z' })
  const text = `账号：2306000018\n交易日期,收入,支出,余额,对方户名,摘要,流水号\n2024-03-01,500.00,,1500.00,甲,转账,20240301000000001\n2024-03-02,,200.00,1300.00,乙,转账,20240302000000001\n`
  await importFile(platform, officer, { fileName: '流水.csv', bytes: Buffer.from(text) })
  const end = await inCourt(platform, (tx) => dayEnd(tx, '2024-03-02'))
  assert.equal(end.differenceFen, -20_000n)
  assert.equal(end.differences.length, 1)
  assert.match(end.differences[0]?.text ?? '', /2024-03-02 支出 200.00 没有对应的发放（乙，转账）/)
  const close = (explained: readonly object[]) =>
    execute(platform, officer, { command: 'funds.close-day', input: { day: '2024-03-02', explained } })
  const refused = await close([])
  assert.ok(isRefusal(refused) && refused.problem.type === '/problems/funds/differences-open')
  const closed = await close([{ key: end.differences[0]?.key, text: '待查，已报主管副院长' }])
  assert.ok(!isRefusal(closed))
})
