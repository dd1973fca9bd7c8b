import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  asked,
  bring,
  bureau,
  caseOf,
  given,
  printedIndicator,
  type Rows,
  staff,
  truth,
} from '../../../tests/registers/court.ts'

const expected = (truth.figures as unknown as { bankruptcy: { transferred: number; accepted: number } }).bankruptcy
const first = '01-首次执行案件台账.xlsx'
const ledger = '12-执转破.xlsx'
const list = 'bankruptcy.bankruptcy-transfers'
type Marked = {
  readonly marks: readonly { readonly code: string }[]
  readonly entryId: string
  readonly person: string
}

test('transfers to bankruptcy of the year', async (t) => {
  const platform = await bureau(t)
  const [, sheet] = await bring(platform, first, ledger)

  await t.test('the sheet comes in whole, and a second time changes nothing', async () => {
    assert.deepEqual([sheet?.kind, sheet?.accepted], ['bankruptcy-transfer', expected.transferred])
    const [again] = await bring(platform, ledger)
    assert.deepEqual([again?.counts.created, again?.counts.same], [0, expected.transferred])
  })

  await t.test('each stage is counted on its own day', async () => {
    const printed = await printedIndicator(platform, 'K43')
    assert.equal(printed.get('printed'), `${expected.transferred}件`)
    assert.equal(printed.get('accepted'), `${expected.accepted}件`)
    assert.equal(printed.get('returned'), '0件')
  })

  await t.test(
    'an answer that has not come in the days of the law is marked, and lies on the president’s desk',
    async () => {
      const waiting = await asked<Rows<Marked>>(platform, list, { has: 'sentOn', lacks: 'acceptedOn,returnedOn' })
      assert.equal(waiting.total, expected.transferred - expected.accepted)
      assert.ok(waiting.rows.every(({ marks }) => marks.some(({ code }) => code === 'W_RULING_LATE')))
      const president = staff('00000000-0000-7000-8000-000000000002', ['bankruptcy.decide', 'desk.use'], 'court')
      const today = await asked<Rows<{ readonly id: string; readonly dueOn: string; readonly state: string }>>(
        platform,
        'desk.today',
        {},
        president,
      )
      const due = today.rows.filter(({ id }) => id.startsWith('bankruptcy-transfer:'))
      assert.deepEqual(
        due.map(({ dueOn, state }) => [dueOn, state]),
        [
          ['2024-02-07', 'overdue'],
          ['2024-08-07', 'overdue'],
        ],
      )
    },
  )

  await t.test('a transfer is taken back once, with its reason', async () => {
    const { rows } = await asked<Rows<Marked>>(platform, list, { lacks: 'acceptedOn' })
    const entryId = rows[0]?.entryId ?? ''
    const back = { entryId, returnedOn: '2024-12-30', returnReason: '未达破产界限' }
    assert.equal((await given(platform, 'bankruptcy.return-bankruptcy-transfer', back)).problem, null)
    assert.equal((await printedIndicator(platform, 'K43')).get('returned'), '1件')
  })

  await t.test('who handles none of the cases sees no transfer', async () => {
    const nobody = staff('00000000-0000-7000-8000-000000000001', ['bankruptcy.read'])
    assert.equal((await asked<Rows>(platform, list, {}, nobody)).total, 0)
  })

  await t.test('a sheet on which somebody has built is not taken back', async () => {
    const { problem } = await given(platform, 'ledgers.undo-batch', { batchId: sheet?.batchId ?? '' })
    assert.equal(problem?.status, 409)
    assert.equal((await asked<Rows>(platform, list, {})).total, expected.transferred)
  })
})

const step = (platform: Parameters<typeof given>[0], act: string, entryId: string, filled: object) =>
  given(platform, `bankruptcy.${act}-bankruptcy-transfer`, { entryId, ...filled })

test('a transfer goes its way step by step', async (t) => {
  const platform = await bureau(t)
  await bring(platform, first)
  const { caseId, debtors } = await caseOf(platform, '（2024）川1123执551号')
  const company = debtors.find(({ name }) => name.includes('公司'))?.partyId ?? ''
  const start = { caseId, partyId: company, signs: '无财产可供执行，被执行案件二十余件' }

  await t.test('a natural person is not transferred, nor a company without consent', async () => {
    const person = await caseOf(platform, '（2024）川1123执1147号')
    const alone = {
      caseId: person.caseId,
      partyId: person.debtors.find(({ name }) => !name.includes('公司'))?.partyId,
      signs: '多案在执',
    }
    const { problem } = await given(platform, 'bankruptcy.record-bankruptcy-transfer', alone)
    assert.equal(problem?.rule, 'bankrupt.conditions')
    const { entryId } = await given(platform, 'bankruptcy.record-bankruptcy-transfer', start)
    const decided = await step(platform, 'decide', entryId, { decidedOn: '2025-01-06' })
    assert.equal(decided.problem?.rule, 'bankrupt.conditions')
    assert.equal(
      (await step(platform, 'consent', entryId, { consentedOn: '2024-12-20', consentBy: '申请执行人' })).problem,
      null,
    )
    assert.equal(
      (await step(platform, 'review', entryId, { reviewedOn: '2024-12-10', review: '符合移送条件' })).problem,
      null,
    )
    const sent = await step(platform, 'send', entryId, { sentOn: '2024-12-30' })
    assert.match(sent.problem?.detail.zh ?? '', /前没有移送决定/)
  })

  await t.test('only whoever may decide decides, and the rest follows in order', async () => {
    const { rows } = await asked<Rows<Marked>>(platform, list, {})
    const entryId = rows[0]?.entryId ?? ''
    const clerk = staff('00000000-0000-7000-8000-000000000001', ['bankruptcy.read', 'bankruptcy.record'], 'court')
    const decision = { entryId, decidedOn: '2024-12-25', destination: '乐山市中级人民法院' }
    const refused = await given(platform, 'bankruptcy.decide-bankruptcy-transfer', decision, clerk)
    assert.equal(refused.problem?.status, 403)
    assert.equal((await given(platform, 'bankruptcy.decide-bankruptcy-transfer', decision)).problem, null)
    for (const [act, filled] of [
      ['serve', { servedOn: '2025-01-06' }],
      ['send', { sentOn: '2024-12-27' }],
      ['accept', { acceptedOn: '2025-01-03', bankruptcyNumber: '（2025）川11破1号', result: '裁定受理' }],
    ] as const)
      assert.equal((await step(platform, act, entryId, filled)).problem, null, act)
    const [done] = (await asked<Rows<Marked>>(platform, list, { entryId })).rows
    // Served twelve days after the decision instead of five.
    assert.deepEqual(
      done?.marks.map(({ code }) => code),
      ['W_DECISION_SERVED_LATE'],
    )
  })
})

test('another court’s ledger is known, and what was done against the law is marked and kept', async (t) => {
  const platform = await bureau(t)
  await bring(platform, first)
  const csv = [
    '移送破产审查案件登记',
    '企业名称,征询同意日期,决定移送日期,卷宗移送日期,裁定受理日期,破产案件案号,裁定结果,执行案号,承办团队,附注',
    '虚岭县苍梧广告传媒有限责任公司,,2024.7.24,2024.7.29,2024.8.14,（2024）川1123破1号,裁定受理,（2024）川1123执551号,甲,',
  ].join('\n')
  const [sheet] = await bring(platform, { fileName: '破产.csv', bytes: Buffer.from(csv) })
  assert.deepEqual([sheet?.kind, sheet?.accepted, sheet?.setAside], ['bankruptcy-transfer', 1, 0])
  const { rows } = await asked<Rows<Marked>>(platform, list, {})
  assert.deepEqual(
    rows[0]?.marks.map(({ code }) => code),
    ['W_DECIDED_WITHOUT_CONSENT'],
  )
  const undone = await given(platform, 'ledgers.undo-batch', { batchId: sheet?.batchId ?? '' })
  assert.equal(undone.problem, null)
  assert.equal((await asked<Rows>(platform, list, {})).total, 0)
})
