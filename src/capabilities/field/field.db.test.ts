import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  asked,
  bring,
  bureau,
  caseOf,
  given,
  printedFigures,
  printedIndicator,
  type Rows,
  staff,
  truth,
} from '../../../tests/registers/court.ts'

const { grid } = truth.figures as unknown as {
  readonly grid: { readonly items: number; readonly byVerdict: Readonly<Record<string, number>> }
}
const first = '01-首次执行案件台账.xlsx'
const ledger = '07-网格协助反馈.xlsx'
const year = { from: '2024-01-01', to: '2024-12-31' }

test('feedback of the year', async (t) => {
  const platform = await bureau(t)
  const [, sheet] = await bring(platform, first, ledger)

  await t.test('every item of the sheet comes in, and the second time changes nothing', async () => {
    assert.deepEqual([sheet?.kind, sheet?.accepted, sheet?.setAside], ['feedback', grid.items, 0])
    const [again] = await bring(platform, ledger)
    assert.deepEqual([again?.counts.created, again?.counts.changed, again?.counts.same], [0, 0, grid.items])
  })

  await t.test('the report counts items, not tasks, as a floor', async () => {
    assert.equal((await printedFigures(platform)).get('F14'), '400余条')
  })

  await t.test('stages are counted apart, and the list behind each adds up to it', async () => {
    const values = await printedIndicator(platform, 'K39')
    assert.equal(values.get('printed'), `${grid.items}条`)
    const valid = (grid.byVerdict['有效'] ?? 0) + (grid.byVerdict['部分有效'] ?? 0)
    assert.equal(values.get('valid'), `${valid}条`)
    assert.equal(values.get('valid-share'), '78.03%')
    assert.equal(values.get('answered-share'), '—')
    const { sums, rows } = await asked<Rows<{ readonly href: string }>>(platform, 'field.indicator-records', {
      ...year,
      id: 'K39',
      variant: 'valid',
      side: 'numerator',
    })
    assert.equal(sums?.['weight'], String(valid))
    assert.match(rows[0]?.href ?? '', /^\/field\/feedbacks\?open=[0-9a-f-]{36}$/)
  })

  const { caseId, debtors } = await caseOf(platform, '（2024）川1123执1147号')
  const partyId = debtors[0]?.partyId ?? ''
  const item = { caseId, partyId, fedBackOn: '2025-01-06', source: '网格员', category: '财产', content: '有门面出租' }

  await t.test('two items about one person on one day are two', async () => {
    const one = await given(platform, 'field.record-feedback', item)
    const other = await given(platform, 'field.record-feedback', { ...item, content: '有小型货车' })
    assert.deepEqual([one.problem, other.problem], [null, null])
    const listed = await asked<Rows>(platform, 'field.feedbacks', { caseId, from: '2025-01-06' })
    assert.equal(listed.total, 2)
  })

  await t.test('an item is checked once, and what came of it counts cases', async () => {
    const { entryId } = await given(platform, 'field.record-feedback', { ...item, content: '近期返乡' })
    const wrong = await given(platform, 'field.check-feedback', { entryId, verdict: '有效', checkedOn: '2025-01-05' })
    assert.match(wrong.problem?.detail.zh ?? '', /早于反馈日期/)
    assert.equal((await given(platform, 'field.check-feedback', { entryId, verdict: '有效' })).problem, null)
    const twice = await given(platform, 'field.check-feedback', { entryId, verdict: '无效' })
    assert.equal(twice.problem?.type, '/problems/registers/step-taken')
    const effect = { entryId, effectOn: '2025-01-07', effect: '促成执结' }
    assert.equal((await given(platform, 'field.credit-feedback', effect)).problem, null)
  })

  await t.test(
    'a task that is due before it was sent is refused; one that is overdue lies with the dispatcher until it is answered',
    async () => {
      const task = { caseId, partyId, sentOn: '2025-01-06', kind: '下落核查', toward: '网格员', unit: '清溪镇' }
      const early = await given(platform, 'field.record-grid-task', {
        ...task,
        questions: '是否居住',
        dueOn: '2025-01-03',
      })
      assert.match(early.problem?.detail.zh ?? '', /早于派发日期/)
      const sent = await given(platform, 'field.record-grid-task', {
        ...task,
        questions: '是否居住',
        dueOn: '2025-01-15',
      })
      assert.equal(sent.problem, null)
      const lately = { ...task, sentOn: '2025-01-02', questions: '是否返乡', dueOn: '2025-01-06' }
      const late = await given(platform, 'field.record-grid-task', lately)
      const dispatcher = staff('00000000-0000-7000-8000-000000000002', ['field.record', 'desk.use'], 'court')
      const due = async () => {
        const today = await asked<Rows<{ readonly id: string }>>(platform, 'desk.today', {}, dispatcher)
        return today.rows.filter(({ id }) => id === `grid-task:${late.entryId}`).length
      }
      assert.equal(await due(), 1)
      await given(platform, 'field.answer-grid-task', {
        entryId: late.entryId,
        answeredOn: '2025-01-07',
        outcome: '查无情况',
      })
      assert.equal(await due(), 0)
      const answer = { entryId: sent.entryId, answeredOn: '2025-01-07', outcome: '已反馈' }
      assert.equal((await given(platform, 'field.answer-grid-task', answer)).problem, null)
    },
  )

  await t.test('news of somebody who does not owe in the case is refused', async () => {
    const stranger = (await caseOf(platform, '（2024）川1123执13号')).debtors[0]?.partyId
    const { problem } = await given(platform, 'field.record-feedback', { ...item, partyId: stranger })
    assert.equal(problem?.type, '/problems/registers/not-a-party')
  })

  await t.test('a sheet taken back leaves what was entered by hand', async () => {
    const undone = await given(platform, 'ledgers.undo-batch', { batchId: sheet?.batchId ?? '' })
    assert.equal(undone.problem, null)
    assert.equal((await asked<Rows>(platform, 'field.feedbacks', {})).total, 3)
  })

  await t.test('who handles none of the cases sees no item', async () => {
    const nobody = staff('00000000-0000-7000-8000-000000000001', ['field.read'])
    assert.equal((await asked<Rows>(platform, 'field.feedbacks', {}, nobody)).total, 0)
  })
})

test('the ledger of another court with other headings in another order is known as the same', async (t) => {
  const platform = await bureau(t)
  const csv = [
    '2024年基层网格及职能部门信息反馈情况统计表',
    '行号,执行案号,被执行人姓名,线索类别,线索内容,信息来源,提供单位,提供人,收到反馈日期,核实结果,天气,登记人',
    '1,（2024）川1123执13号,甲一,财产线索,有门面,网格,石溪镇,乙一,2024.3.5,属实,晴,丙',
    '2,（2024）川1123执14号,甲二,家庭状况,已离异,职能部门,县民政局,乙二,2024年3月6日,查无实据,雨,丙',
    '合计,2,,,,,,,,,,',
  ].join('\n')
  const [sheet] = await bring(platform, { fileName: '反馈统计.csv', bytes: Buffer.from(csv) })
  assert.deepEqual([sheet?.kind, sheet?.accepted, sheet?.setAside], ['feedback', 2, 0])
  const { rows } = await asked<Rows>(platform, 'field.feedbacks', {})
  assert.deepEqual(
    rows.map(({ fedBackOn, category, source, verdict }) => [fedBackOn, category, source, verdict]),
    [
      ['2024-03-06', '家庭情况', '行政机关', '无效'],
      ['2024-03-05', '财产', '网格员', '有效'],
    ],
  )
})
