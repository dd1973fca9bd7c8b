import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, bring, bureau, caseOf, given, staff } from '../../../tests/registers/court.ts'

type Today = {
  readonly rows: readonly { readonly what: { readonly zh: string }; readonly dueOn: string; readonly state: string }[]
}
type Counts = readonly { readonly title: { readonly zh: string }; readonly count: number; readonly href: string }[]

const bailiff = staff('00000000-0000-7000-8000-000000000003', ['measures.read', 'measures.record', 'desk.use'], 'court')
const stranger = staff('00000000-0000-7000-8000-000000000004', ['measures.read', 'measures.record', 'desk.use'])

test('whoever is inside lies on the desk of the bailiffs with the last day, until released', async (t) => {
  const year = await bureau(t)
  await bring(year, '01-首次执行案件台账.xlsx')
  const { caseId, debtors } = await caseOf(year, '（2024）川1123执1147号')
  const decided = { caseId, partyId: debtors[0]?.partyId, decidedOn: '2025-01-02', ground: '拒不报告财产', days: 5 }
  const { entryId, problem } = await given(year, 'measures.record-detention', decided)
  assert.equal(problem, null)
  const desk = async (who = bailiff) =>
    (await asked<Today>(year, 'desk.today', {}, who)).rows.map(({ what, dueOn, state }) => [what.zh, dueOn, state])
  const counts = async () =>
    (await asked<Counts>(year, 'desk.counts', {}, bailiff)).map(({ title, count }) => [title.zh, count])

  assert.deepEqual(await desk(), [['送拘', null, 'open']])
  assert.deepEqual(await counts(), [['待送拘', 1]])
  await given(year, 'measures.deliver-detention', { entryId, deliveredOn: '2025-01-02' })
  assert.deepEqual(await desk(), [['拘留期满释放', '2025-01-07', 'custody']])
  assert.deepEqual(await counts(), [['在拘', 1]])
  assert.deepEqual(await desk(stranger), [])

  await given(year, 'measures.release-detention', { entryId, releasedOn: '2025-01-07', release: '期满释放' })
  assert.deepEqual(await desk(), [])
})
