import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { ask, type Page, type Question } from '#kernel/pipeline/ask.ts'
import { isRefusal } from '#kernel/problem.ts'
import type { Platform } from '#kernel/platform.ts'
import { listSheet } from '#kernel/sheets/list-sheet.ts'
import { asOwner, opened, person, refused, trialCourts } from './court.ts'

const page = async (platform: Platform, question: Partial<Question> = {}): Promise<Page> => {
  const found = await ask(platform, person(), { query: 'trial.claims', input: {}, ...question })
  if (isRefusal(found)) throw new Error(JSON.stringify(found.problem))
  return found as Page
}

/** All pages one after another. */
async function walk(platform: Platform, question: Partial<Question>): Promise<readonly Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  let after: string | undefined
  for (let turn = 0; turn < 200; turn++) {
    const found = await page(platform, { ...question, ...(after !== undefined && { after }) })
    rows.push(...found.rows)
    if (found.next === null) return rows
    after = found.next
  }
  throw new Error('the list does not end')
}

/** Many rows with many equal keys, so that every step of a mixed order matters. */
async function manyClaims(platform: Platform): Promise<void> {
  await asOwner(
    platform,
    `insert into trial_claim (claim_id, number, title, amount_fen, filed_on, handler_id)
     select gen_random_uuid(), n % 7, 'row ' || n, 100 + n % 5, date '2025-01-01' + n % 3, 'anna' from generate_series(1, 100) n`,
  )
}

const keyOf = (row: Record<string, unknown>) =>
  [String(row['filedOn']), -Number(row['amountFen']), String(row['claimId'])] as const

test('pages by key give every row once and in order, up and down, whatever the size of the page', async (t) => {
  const platform = await trialCourts(t)
  await manyClaims(platform)
  const all = (await page(platform, { limit: 1000 })).rows
  const sorted = all.toSorted((a, b) => {
    const [ka, kb] = [keyOf(a), keyOf(b)]
    return ka[0].localeCompare(kb[0]) || ka[1] - kb[1] || (ka[2] < kb[2] ? -1 : 1)
  })
  assert.deepEqual(all, sorted)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 120 }), async (limit) => {
      assert.deepEqual(await walk(platform, { limit }), all)
      assert.deepEqual(await walk(platform, { limit, sort: '-filedOn' }), all.toReversed())
    }),
    { numRuns: 12 },
  )
  const byNumber = await walk(platform, { limit: 9, sort: '-number' })
  assert.equal(new Set(byNumber.map(({ claimId }) => claimId)).size, 100)
  assert.deepEqual(
    byNumber.map(({ number }) => number),
    byNumber.map(({ number }) => number).toSorted((a, b) => Number(b) - Number(a)),
  )
})

test('a row that comes in while somebody pages neither shifts nor repeats the others', async (t) => {
  const platform = await trialCourts(t)
  await manyClaims(platform)
  const first = await page(platform, { limit: 40 })
  const before = (await page(platform, { limit: 1000 })).rows.slice(40)
  await opened(platform, { title: '最前', filedOn: '2024-01-01' })
  assert.deepEqual((await page(platform, { limit: 1000, after: first.next ?? '' })).rows, before)
})

test('a cursor that was made up is refused and never breaks anything', async (t) => {
  const platform = await trialCourts(t)
  await manyClaims(platform)
  const made = (values: unknown): string => Buffer.from(JSON.stringify(values)).toString('base64url')
  const cursors = [
    '',
    'x',
    'null',
    made(null),
    made([]),
    made(['2025-01-01']),
    made(['2025-01-01', '100', 'no-uuid']),
    made(['no day', '100', '00000000-0000-0000-0000-000000000000']),
    made(['2025-01-01', "1'; drop table trial_claim; --", '00000000-0000-0000-0000-000000000000']),
    made(['2025-01-01', { a: 1 }, '00000000-0000-0000-0000-000000000000']),
    made(['2025-01-01', '9'.repeat(40), '00000000-0000-0000-0000-000000000000']),
    made(['2025-01-01 c-35ba-10df', '1', '00000000-0000-0000-0000-000000000000']),
    made(['2025-01-01\u0000', '1', '00000000-0000-0000-0000-000000000000']),
  ]
  for (const after of cursors) {
    const found = await ask(platform, person(), { query: 'trial.claims', input: {}, after })
    assert.equal(refused(found).type, '/problems/kernel/bad-cursor', after)
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.string(), fc.double(), fc.boolean()), { minLength: 3, maxLength: 3 }),
      async (values) => {
        const found = await ask(platform, person(), { query: 'trial.claims', input: {}, after: made(values) })
        assert.ok(isRefusal(found) || Array.isArray((found as Page).rows))
      },
    ),
    { numRuns: 60 },
  )
  const unknown = await ask(platform, person(), { query: 'trial.claims', input: {}, sort: 'handlerId' })
  assert.equal(refused(unknown).type, '/problems/kernel/bad-cursor')
})

test('number and sum are over all rows of the question, not over the page', async (t) => {
  const platform = await trialCourts(t)
  await manyClaims(platform)
  const found = await page(platform, { limit: 3, total: true })
  assert.equal(found.rows.length, 3)
  assert.equal(found.total, 100)
  assert.equal(found.sums?.['amountFen'], String(100 * 100 + 20 * (0 + 1 + 2 + 3 + 4)))
  const narrowed = await page(platform, { input: { titleHas: 'row 9' }, total: true })
  assert.equal(narrowed.total, 11)
  const none = await page(platform, { input: { titleHas: 'nobody' }, total: true })
  assert.deepEqual([none.total, none.sums, none.rows], [0, { amountFen: '0' }, []])
})

test('a page is never larger than a thousand rows and never smaller than one', async (t) => {
  const platform = await trialCourts(t)
  await asOwner(
    platform,
    `insert into trial_claim (claim_id, number, title, amount_fen, filed_on, handler_id)
     select gen_random_uuid(), n, 'row ' || n, 1, date '2025-01-01', 'anna' from generate_series(1, 1100) n`,
  )
  assert.equal((await page(platform, { limit: 1_000_000 })).rows.length, 1000)
  assert.equal((await page(platform, { limit: -5 })).rows.length, 1)
  assert.equal((await page(platform)).rows.length, 200)
})

test('a list goes out as a sheet with all its pages, its heads, yuan, and no formula', async (t) => {
  const platform = await trialCourts(t)
  await asOwner(
    platform,
    `insert into trial_claim (claim_id, number, title, amount_fen, filed_on, handler_id)
     select gen_random_uuid(), n, 'row ' || n, 123456789, date '2025-01-01', 'anna' from generate_series(1, 1100) n`,
  )
  for (const [i, title] of ['=1+1', '+cmd|x', '-2+3', '@sum(a1)', '-12.5'].entries()) {
    await opened(platform, { title, filedOn: `2024-01-0${i + 1}` })
  }
  const file = await listSheet(platform, person(), { query: 'trial.claims', input: {} })
  assert.ok(!isRefusal(file))
  assert.equal(file.fileName, '事项.xlsx')
  const book = await readXlsx(file.bytes)
  const rows = book.sheets[0]?.rows ?? []
  assert.equal(rows.length, 1 + 1105)
  assert.deepEqual(rows[0], ['序号', '名称', '金额', '立案日期'])
  assert.deepEqual(
    rows.slice(1, 6).map((row) => row[1]),
    ["'=1+1", "'+cmd|x", "'-2+3", "'@sum(a1)", '-12.5'],
  )
  assert.equal(rows[6]?.[2], 1_234_567.89)
  const helpless = await listSheet(platform, person({ grants: [] }), { query: 'trial.claims', input: {} })
  assert.equal(refused(helpless).status, 403)
  const reading = await listSheet(platform, person(), { query: 'trial.count', input: {} })
  assert.equal(refused(reading).status, 404)
})
