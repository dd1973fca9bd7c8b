import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, bring, bureau, caseOf, given, type Rows, staff } from '../../../tests/registers/court.ts'

const openCase = '（2024）川1123执1147号'
type Row = Readonly<Record<string, unknown>>

test('supervision', async (t) => {
  const platform = await bureau(t)
  await bring(platform, '01-首次执行案件台账.xlsx')
  const complaints = (input: object, actor?: Parameters<typeof asked>[3]) =>
    asked<Rows>(platform, 'supervision.complaints', input, actor)
  const instructions = (input: object, actor?: Parameters<typeof asked>[3]) =>
    asked<Rows>(platform, 'supervision.instructions', input, actor)
  const { rows } = await asked<Rows>(platform, 'cases.register', { text: openCase })
  const { caseId } = await caseOf(platform, openCase)
  const [handlerId, handlerName] = [String(rows[0]?.['handlerId']), String(rows[0]?.['handlerName'])]
  const onDesk = async (actor: NonNullable<Parameters<typeof asked>[3]>, id: string) => {
    const today = await asked<{ readonly rows: readonly Row[] }>(platform, 'desk.today', {}, actor)
    return today.rows.find((row) => row['id'] === id)
  }
  const complain = (more: object) =>
    given(platform, 'supervision.record-complaint', {
      category: '消极执行',
      petitioner: '某甲',
      caseNumber: openCase,
      ...more,
    })

  await t.test('a complaint is due sixty days after receipt, earlier when the superior says so', async () => {
    const plain = await complain({ receivedOn: '2025-01-02' })
    const urged = await complain({ receivedOn: '2025-01-02', superiorDueOn: '2025-01-20' })
    assert.equal((await complaints({ entryId: plain.entryId })).rows[0]?.['dueOn'], '2025-03-03')
    assert.equal((await complaints({ entryId: urged.entryId })).rows[0]?.['dueOn'], '2025-01-20')
    assert.match(String((await complaints({ entryId: plain.entryId })).rows[0]?.['complaintNumber']), /^XF-/)
  })

  await t.test('it is extended by thirty days at most', async () => {
    const { entryId } = await complain({ receivedOn: '2025-01-01' })
    const extend = (extendedTo: string) =>
      given(platform, 'supervision.extend-complaint', { entryId, extendedOn: '2025-01-07', extendedTo })
    assert.equal((await extend('2025-04-02')).problem?.type, '/problems/supervision/extended-too-far')
    assert.equal((await extend('2025-04-01')).problem, null)
    assert.equal((await complaints({ entryId })).rows[0]?.['dueOn'], '2025-04-01')
  })

  await t.test('the handler of a case does not answer a complaint about it; somebody else does', async () => {
    const { entryId } = await complain({ receivedOn: '2024-11-09' })
    const handler = staff(handlerId, ['supervision.read', 'supervision.report', 'desk.use'])
    const answer = { entryId, answeredOn: '2025-01-07', outcome: '解释疏导' }
    const own = await given(platform, 'supervision.answer-complaint', answer, handler)
    assert.match(own.problem?.detail.zh ?? '', /不能答复对自己案件的信访/)
    assert.equal(await onDesk(handler, `complaint:${entryId}`), undefined)
    const inspector = staff(
      '019b0000-0000-7000-8000-000000000002',
      ['supervision.record', 'supervision.report', 'desk.use'],
      'court',
    )
    assert.equal((await onDesk(inspector, `complaint:${entryId}`))?.['state'], 'urgent')
    assert.equal((await given(platform, 'supervision.answer-complaint', answer, inspector)).problem, null)
    assert.equal(await onDesk(inspector, `complaint:${entryId}`), undefined)
  })

  await t.test('settled is what was answered in time and accepted by the superior', async () => {
    const late = await complain({ receivedOn: '2024-10-01' })
    await given(platform, 'supervision.answer-complaint', {
      entryId: late.entryId,
      answeredOn: '2025-01-07',
      outcome: '不成立',
    })
    assert.match(JSON.stringify((await complaints({ entryId: late.entryId })).rows[0]?.['marks']), /W_ANSWERED_LATE/)
    const good = await complain({ receivedOn: '2024-10-20' })
    const closing = { entryId: good.entryId, answeredOn: '2024-12-01', outcome: '实质化解' }
    await given(platform, 'supervision.answer-complaint', closing)
    await given(platform, 'supervision.accept-complaint', { entryId: good.entryId, acceptedOn: '2024-12-10' })
    const values = await asked<Rows<{ readonly id: string; readonly variant: string; readonly printed: string }>>(
      platform,
      'indicators.values',
      { from: '2024-01-01', to: '2024-12-31', by: ['court'] },
    )
    const printed = new Map(values.rows.filter(({ id }) => id === 'K18').map((row) => [row.variant, row.printed]))
    assert.deepEqual([printed.get('printed'), printed.get('due')], ['50.00%', '2件'])
  })

  await t.test(
    'an instruction is a task of whom it names: on the desk, in the list, and reported on by nobody else',
    async () => {
      const { entryId } = await given(platform, 'supervision.record-instruction', {
        instructedOn: '2025-01-06',
        leader: '院长',
        text: '不明款月底清零',
        owner: handlerName,
        dueOn: '2025-01-10',
      })
      const owner = staff(handlerId, ['supervision.read', 'supervision.report', 'desk.use'])
      const other = staff('019b0000-0000-7000-8000-000000000003', [
        'supervision.read',
        'supervision.report',
        'desk.use',
      ])
      assert.equal((await onDesk(owner, `instruction:${entryId}`))?.['dueOn'], '2025-01-10')
      assert.equal((await instructions({}, owner)).total, 1)
      assert.equal((await instructions({}, other)).total, 0)
      const report = { entryId, reportedOn: '2025-01-07', report: '剩2笔' }
      assert.equal((await given(platform, 'supervision.report-instruction', report, other)).problem?.status, 403)
      assert.equal((await given(platform, 'supervision.report-instruction', report, owner)).problem, null)
      assert.equal(
        (await given(platform, 'supervision.close-instruction', { entryId, closedOn: '2025-01-07' }, owner)).problem
          ?.status,
        403,
      )
      assert.equal(
        (await given(platform, 'supervision.close-instruction', { entryId, closedOn: '2025-01-07', verdict: '已落实' }))
          .problem,
        null,
      )
    },
  )

  await t.test('a case taken over stands on its timeline and in the head of the leaders desk', async () => {
    const taken = { caseId, leader: '院长', takenOn: '2025-01-06', reason: '信访' }
    assert.equal((await given(platform, 'supervision.record-takeover', taken)).problem, null)
    const leader = staff('019b0000-0000-7000-8000-000000000004', ['supervision.instruct', 'desk.use'], 'court')
    const counts = await asked<readonly Row[]>(platform, 'desk.counts', {}, leader)
    assert.equal(counts.find(({ id }) => id === 'supervision.takeovers')?.['count'], 1)
    assert.match(JSON.stringify(await asked(platform, 'cases.timeline', { caseId })), /领导包案/)
  })

  await t.test('a ledger of complaints is known by its own words', async () => {
    const csv = [
      '登记日期,来访编号,反映人,涉案案号,问题类型,信访渠道,初重信访,信访办结日期,处理结果,上级核销日期,接待地点',
      '2024-03-01,访1,某乙,（2020）川1123执9号,拖延执行,来信,初信,2024-04-01,已化解,2024-04-10,大厅',
    ].join('\n')
    const file = { fileName: '信访台账.csv', bytes: new TextEncoder().encode(csv) }
    const [sheet] = await bring(platform, file)
    assert.deepEqual([sheet?.kind, sheet?.accepted, sheet?.problems], ['complaint', 1, []])
    const [again] = await bring(platform, file)
    assert.deepEqual([again?.counts.created, again?.counts.changed], [0, 0])
    assert.equal((await given(platform, 'ledgers.undo-batch', { batchId: sheet?.batchId })).problem, null)
    assert.equal((await complaints({ text: '某乙' })).total, 0)
  })
})
