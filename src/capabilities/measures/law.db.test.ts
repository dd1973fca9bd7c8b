import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import { asked, bring, bureau, given, staff, type Rows } from '../../../tests/registers/court.ts'
import { filedCase, type Filed } from '../../../tests/registers/filed-case.ts'

let court: TestPlatform
let filed: Filed
before(async (t) => {
  court = await bureau(t as never)
  filed = await filedCase(court, [
    { name: '周远岚', bornOn: '1980-05-01' },
    { name: '某劳务有限公司', kind: 'legal' },
    { name: '柏小舟', bornOn: '2007-01-05' },
  ])
})

type Problem = {
  readonly rule?: string | null
  readonly citation?: string | null
  readonly detail: { readonly zh: string }
}
const against = (name: string) => ({
  caseId: filed.caseId,
  partyId: filed.debtors.find((debtor) => debtor.name === name)?.partyId,
})
const person = () => against('周远岚')
const record = async (kind: string, entry: object): Promise<Problem | null> =>
  (await given(court, `measures.record-${kind}`, entry)).problem

/** What is refused, by which rule. */
async function refuses(kind: string, entry: object, rule: string, says: RegExp): Promise<void> {
  const problem = await record(kind, entry)
  assert.equal(problem?.rule, rule)
  assert.match(problem?.detail.zh ?? '', says)
  assert.match(problem?.citation ?? '', /《.+》第/)
}

/** The marks of an entry that was just accepted. */
async function marksOf(kind: string, plural: string, entry: object): Promise<readonly string[]> {
  const { entryId, problem } = await given(court, `measures.record-${kind}`, entry)
  assert.equal(problem, null)
  const { rows } = await asked<Rows<{ readonly marks: readonly { readonly code: string }[] }>>(
    court,
    `measures.${plural}`,
    { entryId },
  )
  return rows[0]?.marks.map(({ code }) => code) ?? []
}

test('a listing on a ground with a term has one, of two years or up to three more', async () => {
  const listing = { ...person(), ground: '违反财产报告制度' }
  await refuses(
    'dishonest-listing',
    { ...listing, listedOn: '2025-01-02', term: '无固定期限' },
    'dishonest.term',
    /二年/,
  )
  assert.deepEqual(
    await marksOf('dishonest-listing', 'dishonest-listings', { ...listing, listedOn: '2025-01-02', term: '二年' }),
    [],
  )
  const violent = { ...listing, ground: '以伪造证据、暴力、威胁等方法妨碍、抗拒执行' }
  assert.deepEqual(
    await marksOf('dishonest-listing', 'dishonest-listings', { ...violent, listedOn: '2025-01-03', term: '五年' }),
    [],
  )
  assert.deepEqual(
    await marksOf('dishonest-listing', 'dishonest-listings', { ...listing, listedOn: '2025-01-04', term: '三年' }),
    ['W_TERM_EXTENDED'],
  )
})

test('whoever is not eighteen on that day is not listed, and is from the birthday on', async () => {
  const listing = { ...against('柏小舟'), ground: '有履行能力而拒不履行生效法律文书确定义务', term: '无固定期限' }
  await refuses('dishonest-listing', { ...listing, listedOn: '2025-01-04' }, 'dishonest.minor', /未满十八周岁/)
  assert.equal(await record('dishonest-listing', { ...listing, listedOn: '2025-01-05' }), null)
})

test('a sheet that says that a minor was listed is recorded, and marked', async () => {
  const csv = [
    '案号,被执行人,纳入日期,失信情形,期限',
    `${filed.caseNumber},柏小舟,2024-12-20,有履行能力而拒不履行,无固定期限`,
  ]
  const [sheet] = await bring(court, { fileName: '某院失信名单.csv', bytes: Buffer.from(csv.join('\n')) })
  assert.equal(sheet?.accepted, 1)
  const { rows } = await asked<Rows<{ readonly on: string; readonly marks: readonly { readonly code: string }[] }>>(
    court,
    'measures.dishonest-listings',
    { marked: true },
  )
  assert.deepEqual(
    rows.find(({ on }) => on === '2024-12-20')?.marks.map(({ code }) => code),
    ['W_LISTED_MINOR'],
  )
})

test('listed again within six months of a deletion that the applicant wanted is marked, for the rule is yet to be read', async () => {
  const listing = {
    ...against('某劳务有限公司'),
    ground: '有履行能力而拒不履行生效法律文书确定义务',
    term: '无固定期限',
  }
  const { entryId } = await given(court, 'measures.record-dishonest-listing', { ...listing, listedOn: '2024-12-05' })
  await given(court, 'measures.remove-dishonest-listing', {
    entryId,
    removedOn: '2024-12-20',
    removeReason: '申请人同意',
  })
  assert.deepEqual(await marksOf('dishonest-listing', 'dishonest-listings', { ...listing, listedOn: '2025-01-06' }), [
    'W_LISTED_AGAIN_TOO_SOON',
  ])
})

test('a person pays at most 100,000 yuan and a unit 50,000 to 1,000,000, both ends included', async () => {
  const [one, unit] = [person(), against('某劳务有限公司')]
  const fine = (who: object, decidedOn: string, amount: string) => ({ ...who, decidedOn, amount, ground: '妨碍执行' })
  await refuses('fine', fine(one, '2025-01-02', '10000001'), 'fine.person.max', /100,000\.00/)
  await refuses('fine', fine(unit, '2025-01-02', '4999999'), 'fine.unit.range', /50,000\.00/)
  await refuses('fine', fine(unit, '2025-01-02', '100000001'), 'fine.unit.range', /1,000,000\.00/)
  assert.equal(await record('fine', fine(one, '2025-01-02', '10000000')), null)
  assert.equal(await record('fine', fine(unit, '2025-01-02', '5000000')), null)
})

test('one act is fined once, and may be both fined and detained for; another act is another fine', async () => {
  const fine = { ...person(), amount: '100000' }
  await refuses('fine', { ...fine, decidedOn: '2025-01-03', ground: '妨碍执行' }, 'measure.repeat', /已于2025-01-02/)
  assert.equal(await record('fine', { ...fine, decidedOn: '2025-01-03', ground: '拒不报告财产' }), null)
  assert.equal(await record('detention', { ...person(), decidedOn: '2025-01-03', ground: '妨碍执行', days: 3 }), null)
})

test('questioning lasts eight hours and twenty-four before detention, reckoned to the minute', async () => {
  const brought = async (summonedOn: string) =>
    (await given(court, 'measures.record-summons', { ...person(), summonedOn, arrivedAt: '09:00' })).entryId
  const ended = async (entryId: string, leftAt: string, result: string) =>
    (await given(court, 'measures.end-summons', { entryId, leftAt, result })).problem
  const first = await brought('2025-01-02')
  const late = await ended(first, '17:01', '教育放行')
  assert.equal(late?.rule, 'summons.hours')
  assert.match(late?.detail.zh ?? '', /8小时1分钟/)
  assert.equal(await ended(first, '17:00', '教育放行'), null)
  assert.equal(await ended(await brought('2025-01-03'), '17:01', '转拘留'), null)
})

test('a search is made by two on a warrant; without a witness it is marked', async () => {
  const search = { ...person(), warrant: '（2024）川1123执1号搜查令', searchedOn: '2025-01-02' }
  await refuses('search', { ...search, officers: '甲', witnesses: '乙' }, 'search.warrant', /两人以上/)
  assert.deepEqual(await marksOf('search', 'searches', { ...search, officers: '甲、丙' }), ['W_SEARCHED_UNWITNESSED'])
})

test('a limit on a unit names the persons it reaches', async () => {
  const limit = against('某劳务有限公司')
  assert.deepEqual(
    await marksOf('consumption-limit', 'consumption-limits', {
      ...limit,
      limitedOn: '2025-01-02',
      target: '某劳务有限公司',
    }),
    ['W_LIMIT_WITHOUT_PERSONS'],
  )
  assert.deepEqual(
    await marksOf('consumption-limit', 'consumption-limits', {
      ...limit,
      limitedOn: '2025-01-03',
      target: '某劳务有限公司及其法定代表人甲',
    }),
    [],
  )
})

test('an exit ban does not end before it begins', async () => {
  const ban = { ...person(), decidedOn: '2025-01-03', measure: '通知边控' }
  const problem = await record('exit-ban', { ...ban, endsOn: '2025-01-02' })
  assert.match(problem?.detail.zh ?? '', /早于决定日期/)
  assert.equal(await record('exit-ban', { ...ban, endsOn: '2026-01-02' }), null)
})

test('a release on the last day is recorded by the custody, one before it by the president', async () => {
  const { entryId } = await given(court, 'measures.record-detention', {
    ...person(),
    decidedOn: '2025-01-02',
    ground: '违反限制消费令',
    days: 10,
  })
  await given(court, 'measures.deliver-detention', { entryId, deliveredOn: '2025-01-02' })
  const bailiff = staff('00000000-0000-7000-8000-000000000003', ['measures.read', 'measures.record'], 'court')
  const early = { entryId, releasedOn: '2025-01-06', release: '承认错误提前解除' }
  const barred = await given(court, 'measures.release-detention', early, bailiff)
  assert.equal(barred.problem?.rule, 'detain.early')
  assert.match(barred.problem?.detail.zh ?? '', /院长/)
  const kept = await given(court, 'measures.release-detention', { ...early, release: '期满释放' }, bailiff)
  assert.equal(kept.problem, null)
  const { rows } = await asked<Rows<{ readonly marks: readonly { readonly code: string }[] }>>(
    court,
    'measures.detentions',
    { entryId },
  )
  assert.deepEqual(
    rows[0]?.marks.map(({ code }) => code),
    ['W_RELEASED_EARLY'],
  )
})
