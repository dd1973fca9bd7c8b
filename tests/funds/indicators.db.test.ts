import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { prepareCourt } from '#capabilities/operations'
import { day } from '#kernel/values/dates.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { asked, bring, bureau, court, type Rows } from '../registers/court.ts'

const { bank } = JSON.parse(readFileSync(new URL('../samples/2024/truth.json', import.meta.url), 'utf8')) as {
  readonly bank: {
    readonly unknownAtEnd: { readonly count: number; readonly amountFen: number }
    readonly unpaidAtEnd: { readonly count: number; readonly amountFen: number }
    readonly overdue: {
      readonly stillUnpaid: number
      readonly items: readonly {
        readonly receiptId: string
        readonly paidOn: string | null
        readonly amountFen: number
      }[]
    }
    readonly deferred: { readonly items: readonly { readonly paidOn: string | null }[] }
  }
}

test('the money of the sample year: what is late, deferred, unknown and held on its last day', async (t) => {
  const platform = await bureau(t)
  await prepareCourt(platform, court)
  await bring(
    platform,
    '01-首次执行案件台账.xlsx',
    '02-恢复执行案件台账.xlsx',
    '02-财产保全执行台账.xlsx',
    '03-银行流水-2024.csv',
    '03-案款台账.xlsx',
  )
  const late = bank.overdue.items.filter(({ paidOn }) => paidOn === null)
  const lateFen = late.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)
  const { rows } = await asked<Rows<{ readonly id: string; readonly variant: string; readonly printed: string }>>(
    platform,
    'indicators.values',
    { from: '2024-01-01', to: '2024-12-31', by: ['court'] },
  )
  const printed = (id: string, key = 'printed') => rows.find((row) => row.id === id && row.variant === key)?.printed
  const yuan = (fen: bigint) => `${formatYuan(fen).replaceAll(',', '')}元`
  assert.equal(printed('K19'), `${bank.overdue.stillUnpaid}笔`)
  assert.equal(printed('K19', 'amount'), yuan(lateFen))
  assert.equal(printed('K22'), `${bank.unknownAtEnd.count}笔`)
  assert.equal(printed('K22', 'amount'), yuan(BigInt(bank.unknownAtEnd.amountFen)))
  for (const id of ['K06', 'K20', 'K21', 'K23', 'K46']) assert.match(printed(id) ?? '', /\d/)
  const due = (show: string) => asked<Rows>(platform, 'funds.payouts-due', { asOf: '2024-12-31', show })
  const all = await due('all')
  assert.deepEqual([all.total, all.sums?.['leftFen']], [bank.unpaidAtEnd.count, `${bank.unpaidAtEnd.amountFen}`])
  assert.equal((await due('lawful')).total, bank.overdue.stillUnpaid)
  const deferred = bank.deferred.items.filter(({ paidOn }) => paidOn === null)
  const listed = (await due('deferred')).rows.filter(
    ({ knownOn }) => day(String(knownOn)).until(day('2024-12-31')).days > 30,
  )
  assert.equal(listed.length, deferred.length, 'it stays on the list')
})
