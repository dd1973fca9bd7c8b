import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import { asked, bring, bureau, caseOf, court, given, type Rows } from './court.ts'
import { madeSheet, type MadeLine } from './made-sheet.ts'

const cases = '01-首次执行案件台账.xlsx'
const numbers = ['（2024）川1123执1147号', '（2024）川1123执551号']

type Line = { readonly on: string; readonly marks: readonly { readonly code: string }[] } & Readonly<
  Record<string, unknown>
>
type Marks = Readonly<Record<string, readonly string[]>>

/** What stands against the entries of every register, each entry by day and person. */
async function marksIn(platform: TestPlatform): Promise<Marks> {
  const found: Record<string, readonly string[]> = {}
  for (const { register } of platform.registry.gather('registers')) {
    const { rows } = await asked<Rows<Line>>(platform, `${register.room}.${register.plural}`, {})
    const told = ({ on, marks, ...row }: Line) =>
      [on, row['caseNumber'], row['person'], ...marks.map(({ code }) => code)].join(' ')
    found[register.name] = rows.map(told).toSorted()
  }
  return found
}

async function fill(platform: TestPlatform, lines: readonly MadeLine[]): Promise<void> {
  for (const { register } of platform.registry.gather('registers')) {
    const [sheet] = await bring(platform, madeSheet(register, lines, { open: true }))
    assert.ok((sheet?.accepted ?? 0) > 0, register.name)
  }
}

/** A debtor twice on different days, somebody who owes in neither case, and the debtor of another one that is closed. */
async function linesOf(platform: TestPlatform): Promise<readonly MadeLine[]> {
  const [open, closed] = [await caseOf(platform, numbers[0] ?? ''), await caseOf(platform, numbers[1] ?? '')]
  const debtors = [open.debtors[0]?.name, open.debtors[0]?.name, '某无关人', closed.debtors[0]?.name]
  return debtors.map((person = '', at) => ({ caseNumber: numbers[at === 3 ? 1 : 0] ?? '', person, staff: '甲', at }))
}

const courtWith = async (t: TestContext) => bureau(t)

test('whichever ledger comes first, the same stands against every entry of every register', async (t) => {
  const casesFirst = await courtWith(t)
  await bring(casesFirst, cases)
  const lines = await linesOf(casesFirst)
  await fill(casesFirst, lines)
  const expected = await marksIn(casesFirst)

  const casesLast = await courtWith(t)
  await fill(casesLast, lines)
  const before = await marksIn(casesLast)
  const [batch] = await bring(casesLast, cases)
  const after = await marksIn(casesLast)
  assert.deepEqual(after, expected)
  assert.notDeepEqual(after, before)
  for (const code of ['W_NOT_A_DEBTOR', 'W_AFTER_CLOSING', 'W_DETAINED_TWICE'])
    assert.ok(JSON.stringify(after).includes(code), code)

  await t.test('and when the cases are taken back it is as if they had never come', async () => {
    const { problem } = await given(casesLast, 'ledgers.undo-batch', { batchId: batch?.batchId })
    assert.equal(problem, null)
    assert.deepEqual(await marksIn(casesLast), before)
  })

  await t.test('a night in which nothing changed writes nothing', async () => {
    assert.equal(await reckon(casesFirst), '重算台账提示：新增0条，消除0条')
    assert.deepEqual(await marksIn(casesFirst), expected)
  })
})

const reckon = (platform: TestPlatform): Promise<string> => {
  const job = platform.registry.gather('jobs').find(({ kind }) => kind === 'registers.reckon-marks')
  assert.ok(job)
  return job.run(platform, court, {})
}
type Reckoned = {
  readonly fact: { readonly entries: readonly { readonly came: readonly string[]; readonly went: readonly string[] }[] }
}
const reckoned = (platform: TestPlatform): Promise<readonly Reckoned[]> =>
  inTransaction(platform, { court, unit: null }, async ({ client }) => {
    const { rows } = await client.query<Reckoned>(
      `select text::jsonb -> 'fact' as fact from kernel_journal where type = 'registers.marks-reckoned' order by seq`,
    )
    return rows
  })

test('a mark comes with the day, by night, and goes when its cause has gone; the journal tells both', async (t) => {
  const platform = await courtWith(t)
  await bring(platform, cases)
  const csv = [
    '执行案号,被执行企业,破产线索,同意移送日期,同意人,移送决定日期,材料移送日期',
    `${numbers[1]},${(await caseOf(platform, numbers[1] ?? '')).debtors[0]?.name},无财产,2024-12-02,申请执行人,2024-12-10,2024-12-20`,
  ].join('\n')
  const register = platform.registry
    .gather('registers')
    .find(({ register: { name } }) => name === 'bankruptcy-transfer')
  assert.ok(register)
  await bring(platform, { fileName: '执转破台账.csv', bytes: new TextEncoder().encode(csv) })
  const codes = async () => {
    const { rows } = await asked<Rows<Line>>(platform, `bankruptcy.${register.register.plural}`, {})
    return rows.map(({ marks }) => marks.map(({ code }) => code))
  }
  const [before] = await codes()
  assert.ok(!before?.includes('W_RULING_LATE'))
  assert.equal(await reckon(platform), '重算台账提示：新增0条，消除0条')
  platform.forward({ hours: 24 * 60 })
  assert.equal(await reckon(platform), '重算台账提示：新增1条，消除0条')
  assert.ok((await codes())[0]?.includes('W_RULING_LATE'))
  assert.equal(await reckon(platform), '重算台账提示：新增0条，消除0条')
  platform.forward({ hours: -24 * 60 })
  assert.equal(await reckon(platform), '重算台账提示：新增0条，消除1条')
  assert.deepEqual(await codes(), [before])
  assert.deepEqual(
    (await reckoned(platform)).map(({ fact }) => fact.entries.map(({ came, went }) => [came, went])),
    [[[['W_RULING_LATE'], []]], [[[], ['W_RULING_LATE']]]],
  )
})

test('an earlier entry withdrawn takes the mark of the later one with it', async (t) => {
  const platform = await courtWith(t)
  await bring(platform, cases)
  const { debtors } = await caseOf(platform, numbers[0] ?? '')
  const line = (on: string) => `${numbers[0]},${debtors[0]?.name},${on},5,拒不报告财产`
  const csv = ['案号,被执行人,决定日期,拘留天数,拘留事由', line('2024-12-20'), line('2025-01-02')].join('\n')
  await bring(platform, { fileName: '拘留台账.csv', bytes: new TextEncoder().encode(csv) })
  const found = async () => {
    const { rows } = await asked<Rows<Line & { readonly entryId: string }>>(platform, 'measures.detentions', {})
    return rows.map(({ entryId, on, marks }) => ({ entryId, told: [on, ...marks.map(({ code }) => code)] }))
  }
  const [later, earlier] = await found()
  assert.deepEqual([later?.told, earlier?.told], [['2025-01-02', 'W_DETAINED_TWICE'], ['2024-12-20']])
  const withdrawn = { entryId: earlier?.entryId, reason: '登记错误' }
  assert.equal((await given(platform, 'measures.withdraw-detention', withdrawn)).problem, null)
  assert.deepEqual(
    (await found()).map(({ told }) => told),
    [['2025-01-02']],
  )
  const [{ fact } = { fact: null }] = await reckoned(platform)
  assert.deepEqual(
    fact?.entries.map(({ went }) => went),
    [['W_DETAINED_TWICE']],
  )
})
