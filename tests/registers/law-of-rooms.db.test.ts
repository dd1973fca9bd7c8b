import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import { asked, bureau, given, staff, type Rows } from './court.ts'
import { filedCase, type Filed } from './filed-case.ts'

let court: TestPlatform
let filed: Filed
before(async (t) => {
  court = await bureau(t as never)
  filed = await filedCase(court, [
    { name: '周远岚' },
    { name: '某劳务有限公司', kind: 'legal' },
    { name: '某合伙事务所', kind: 'unincorporated' },
  ])
})

type Row = { readonly marks: readonly { readonly code: string }[] } & Readonly<Record<string, unknown>>
const against = (name: string, of = filed) => ({
  caseId: of.caseId,
  partyId: of.debtors.find((debtor) => debtor.name === name)?.partyId,
})
const refused = async (command: string, input: object, actor?: Parameters<typeof given>[3]) =>
  (await given(court, command, input, actor)).problem
async function accepted(command: string, input: object): Promise<string> {
  const { entryId, problem } = await given(court, command, input)
  assert.equal(problem, null)
  return entryId
}
const entry = async (list: string, entryId: string) => (await asked<Rows<Row>>(court, list, { entryId })).rows[0]
const marks = async (list: string, entryId: string) => (await entry(list, entryId))?.marks.map(({ code }) => code)

test('what the president stated is not changed by a correction of whoever may only record', async () => {
  const posting = { ...against('周远岚'), issue: 1, publishedOn: '2025-01-02', appliedOn: '2024-12-30', rate: '10' }
  await accepted('bounty.record-posting', posting)
  const found = {
    caseNumber: filed.caseNumber,
    person: '周远岚',
    kind: '财产',
    content: '某处有车',
    receivedOn: '2025-01-03',
  }
  const entryId = await accepted('bounty.record-tip', found)
  await accepted('bounty.check-tip', { entryId, checkedOn: '2025-01-04', conclusion: '属实已控制' })
  await accepted('bounty.reward-tip', { entryId, rewardedOn: '2025-01-05', recovered: '1000000' })
  assert.equal((await entry('bounty.tips', entryId))?.['reward'], '100000')

  const judge = staff(
    '00000000-0000-7000-8000-000000000005',
    ['bounty.read', 'bounty.read-tips', 'bounty.record'],
    'court',
  )
  const more = { entryId, recovered: '9000000', reason: '多写一些' }
  assert.equal((await refused('bounty.correct-tip', more, judge))?.type, '/problems/registers/stated-by-others')
  assert.equal(await refused('bounty.correct-tip', { entryId, content: '某处有一辆车', reason: '写清楚' }, judge), null)
  assert.equal(await refused('bounty.correct-tip', { ...more, recovered: '2000000' }), null)
  assert.equal((await entry('bounty.tips', entryId))?.['reward'], '200000')
})

test('a bounty is published after it was granted, and one that nobody asked for in writing is marked', async () => {
  const posting = { ...against('某劳务有限公司'), issue: 1, publishedOn: '2025-01-02', rate: '10' }
  const early = await refused('bounty.record-posting', { ...posting, appliedOn: '2025-01-02', grantedOn: '2025-01-03' })
  assert.equal(early?.rule, 'bounty.publish')
  const entryId = await accepted('bounty.record-posting', posting)
  assert.deepEqual(await marks('bounty.postings', entryId), ['W_BOUNTY_WITHOUT_REQUEST'])
})

test('only a company goes to bankruptcy, after the panel found it fit, and no step before its turn', async () => {
  const other = await refused('bankruptcy.record-bankruptcy-transfer', against('某合伙事务所'))
  assert.equal(other?.rule, 'bankrupt.conditions')
  const entryId = await accepted('bankruptcy.record-bankruptcy-transfer', against('某劳务有限公司'))
  const step = (act: string, filled: object) => refused(`bankruptcy.${act}-bankruptcy-transfer`, { entryId, ...filled })
  assert.equal(await step('consent', { consentedOn: '2024-12-20', consentBy: '被执行人' }), null)
  assert.match((await step('decide', { decidedOn: '2024-12-25' }))?.detail.zh ?? '', /前没有合议审查/)
  assert.equal(await step('review', { reviewedOn: '2024-12-24', review: '不符合移送条件' }), null)
  assert.match((await step('decide', { decidedOn: '2024-12-25' }))?.detail.zh ?? '', /不符合移送条件/)
  assert.equal(await step('correct', { review: '符合移送条件', reason: '重新合议' }), null)
  assert.match((await step('serve', { servedOn: '2024-12-26' }))?.detail.zh ?? '', /前没有移送决定日期/)
  assert.equal(await step('decide', { decidedOn: '2024-12-25', destination: '某中级人民法院' }), null)
  assert.match((await step('declare', { declaredOn: '2024-12-30' }))?.detail.zh ?? '', /前没有受理日期/)
})

test('the police answer after the file was handed over, and a person convicted has no other end', async () => {
  const entryId = await accepted('crime.record-refusal-file', { ...against('周远岚'), clueOn: '2024-12-10' })
  const step = (act: string, filled: object) => refused(`crime.${act}-refusal-file`, { entryId, ...filled })
  const ground = '以暴力、威胁等方法阻碍执行'
  assert.equal(await step('transfer', { transferredOn: '2024-12-20', ground }), null)
  assert.equal((await step('note-refusal', { declinedOn: '2024-12-19' }))?.rule, 'crime.referral')
  assert.equal(await step('note-filing', { policeFiledOn: '2024-12-22' }), null)
  assert.equal(await step('note-judgment', { judgedOn: '2025-01-06', criminalNumber: '（2025）川1123刑初1号' }), null)
  assert.match(
    (await step('end', { endedOn: '2025-01-06', ended: '不起诉' }))?.detail.zh ?? '',
    /已于2025-01-06判决有罪/,
  )
})

test('what was not terminated in this round is not cleared', async () => {
  const open = { caseNumber: filed.caseNumber, terminatedOn: '2024-12-20' }
  assert.match((await refused('campaigns.record-clearing-case', open))?.detail.zh ?? '', /不在终本库/)
  const elsewhere = { caseNumber: '（2018）川1123执77号', terminatedOn: '2019-01-20' }
  assert.equal(await refused('campaigns.record-clearing-case', elsewhere), null)
})

test('after a case has ended nothing more is seized in it', async () => {
  const ended = await filedCase(court, [{ name: '闻小溪' }])
  const seizure = { assetKind: '不动产', asset: '某小区1号房', measure: '查封', rank: '首封' }
  const seize = (startsOn: string) => ({ ...against('闻小溪', ended), ...seizure, startsOn })
  assert.equal(await refused('property.record-seizure', seize('2024-12-20')), null)
  const closing = { caseId: ended.caseId, manner: 'terminated', occurredOn: '2024-12-30', reason: '申请人撤销申请' }
  assert.equal(await refused('cases.close-case', closing), null)
  const late = await refused('property.record-seizure', seize('2025-01-02'))
  assert.equal(late?.rule, 'terminate.continue')
  assert.equal(await refused('property.record-seizure', { ...seize('2024-12-23'), asset: '某小区2号房' }), null)
})
