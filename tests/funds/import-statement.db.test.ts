import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import { keepFile } from '#kernel/files/store.ts'
import { systemActor } from '#kernel/occasion.ts'
import { execute, type Reply } from '#kernel/pipeline/execute.ts'
import { isRefusal, type Problem } from '#kernel/problem.ts'
import { testPlatform, type TestPlatform } from '#kernel/testing/platform.ts'
import { rooms } from '../../src/app/rooms.ts'

const court = '川9901'
const officer = systemActor(court, 'officer', '案款专员', ['funds.import', 'funds.read'])
let platform: TestPlatform

before(async (t) => {
  platform = await testPlatform(t as never, rooms, { court, now: '2025-01-07T02:00:00Z' })
})

async function given(command: string, input: object): Promise<Reply> {
  const reply = await execute(platform, officer, { command, input })
  return isRefusal(reply) ? assert.fail(JSON.stringify(reply.problem)) : reply
}
async function refused(command: string, input: object): Promise<Problem> {
  const reply = await execute(platform, officer, { command, input })
  return isRefusal(reply) ? reply.problem : assert.fail('not refused')
}
const kept = (text: string) =>
  inTransaction(platform, officer, (tx) => keepFile(tx, Buffer.from(text), 'application/octet-stream'))
const lines = () =>
  inTransaction(platform, officer, async ({ client }) => {
    const { rows } = await client.query<{ serial: string }>(
      'select serial from funds_bank_line order by happened_on, serial',
    )
    return rows.map(({ serial }) => serial)
  })

const strange =
  '时点,进,出,剩,谁,号\n2024-03-01,1000.00,,1500.00,张三,B202403010001\n2024-03-02,,200.50,1299.50,某店,B202403020002\n'

test('a layout nobody knows is refused, taught for the account, and then taken by itself', async () => {
  const fileId = await kept(strange)
  assert.equal(
    (await refused('funds.import-statement', { fileId, fileName: 'a.csv' })).parameters?.['code'],
    'STATEMENT_LAYOUT',
  )
  const { answer } = await given('funds.open-bank-account', {
    bank: '某银行',
    title: '案款专户',
    accountNumber: '2306000018',
  })
  const bankAccountId = answer?.['bankAccountId']
  const headings = ['时点', '进', '出', '剩', '谁', '号']
  const fields = { day: '时点', incoming: '进', outgoing: '出', balance: '剩', peerName: '谁', serial: '号' }
  const lacking = await refused('funds.teach-layout', {
    bankAccountId,
    headings,
    fields: { day: '时点', incoming: '进' },
  })
  assert.equal(lacking.type, '/problems/funds/layout-incomplete')
  await given('funds.teach-layout', { bankAccountId, headings, fields })
  await given('funds.import-statement', { fileId, fileName: 'a.csv', bankAccountId })
  assert.deepEqual(await lines(), ['B202403010001', 'B202403020002'])
})

test('the same lines in another format, without the bank’s numbers, add nothing', async () => {
  const text =
    ':20:A1\n:25:2306000018\n:28C:1/1\n:60F:C240301CNY500,00\n:61:2403010301C1000,00NTRFNONREF\n:86:转账\n:61:2403020302D200,5NTRFNONREF\n:86:转账\n:62F:C240302CNY1299,50\n-\n'
  await given('funds.import-statement', { fileId: await kept(text), fileName: 'a.sta' })
  assert.equal((await lines()).length, 2)
})

test('a file with one bad line leaves nothing', async () => {
  const bad =
    '账号：2306000018\n交易日期,收入,支出,余额,对方户名,流水号\n2024-03-03,1.00,,1300.50,甲,B202403030001\n2024-02-30,1.00,,1301.50,乙,B202403030002\n'
  const problem = await refused('funds.import-statement', { fileId: await kept(bad), fileName: 'b.csv' })
  assert.match(problem.detail.zh, /第 4 行.*2024-02-30/)
  assert.equal((await lines()).length, 2)
})

test('a number that is on record with another amount is refused as a contradiction', async () => {
  const other =
    '账号：2306000018\n交易日期,收入,支出,余额,对方户名,流水号\n2024-03-01,1100.00,,1600.00,张三,B202403010001\n'
  const problem = await refused('funds.import-statement', { fileId: await kept(other), fileName: 'c.csv' })
  assert.equal(problem.parameters?.['code'], 'STATEMENT_SERIAL')
})

test('money of another currency does not enter the books', async () => {
  const euro =
    ':20:A1\n:25:2306000018\n:60F:C240401EUR500,00\n:61:2404010401C10,00NTRFNONREF\n:62F:C240401EUR510,00\n-\n'
  const problem = await refused('funds.import-statement', { fileId: await kept(euro), fileName: 'd.sta' })
  assert.equal(problem.parameters?.['code'], 'STATEMENT_CURRENCY')
})
