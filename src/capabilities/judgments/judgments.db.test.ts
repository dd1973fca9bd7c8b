import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import {
  asked,
  bring,
  bureau,
  caseOf,
  given,
  printedIndicator,
  type Rows,
  staff,
} from '../../../tests/registers/court.ts'

type Value = {
  readonly id: string
  readonly variant: string
  readonly printed: string
  readonly remark: { readonly zh: string } | null
}
const first = '01-首次执行案件台账.xlsx'
const openCase = '（2024）川1123执1147号'
const clerk = staff('11111111-1111-4111-8111-111111111111', ['judgments.read', 'judgments.record', 'desk.use'], 'court')

const head =
  '民事案号,民事立案日期,民事案由,审判庭,原告,被告,金钱给付,采取保全,生效日期,有履行义务,履行期限届满日,实际履行日期,履行方式,执行案号'
/** Six civil cases filed in 2024: four of first instance with a duty, a mediation confirmed, a divorce without one. */
const sheet = (enforced: string) => ({
  fileName: '民事生效裁判台账.csv',
  bytes: new TextEncoder().encode(
    [
      head,
      '（2024）川1123民初9001号,2024-01-05,买卖合同纠纷,民二庭,甲,乙,是,是,2024-03-01,是,2024-03-31,2024-03-20,履行完毕,',
      '（2024）川1123民初9002号,2024-01-08,民间借贷纠纷,民一庭,丙,丁,是,,2024-03-05,是,2024-04-04,2024-05-04,自动履行,',
      '（2024）川1123民初9003号,2024-02-01,民间借贷纠纷,民一庭,戊,己,是,,2024-04-01,是,2024-05-01,2024-05-01,分期履行,',
      `（2024）川1123民初9004号,2024-02-02,追索劳动报酬纠纷,民一庭,庚,辛,是,是,2024-04-02,是,2024-05-02,,未履行,${enforced}`,
      '（2024）川1123民特9005号,2024-02-03,申请司法确认,立案庭,壬,癸,是,,2024-02-10,是,2024-03-10,2024-03-09,当庭履行,',
      '（2024）川1123民初9006号,2024-02-04,离婚纠纷,民一庭,子,丑,否,,2024-06-01,否,,,,',
    ].join('\n'),
  ),
})

const remarks = async (platform: TestPlatform) => {
  const { rows } = await asked<Rows<Value>>(platform, 'indicators.values', { from: '2024-01-01', to: '2024-12-31' })
  const own = rows.filter(({ id, variant }) => ['K24', 'K26', 'K27'].includes(id) && variant === 'printed')
  return own.map(({ id, printed, remark }) => [id, printed, remark?.zh ?? null])
}

test('civil judgments', async (t) => {
  const platform = await bureau(t)
  await bring(platform, first)

  await t.test('with nothing on record the rates read 尚无记录 and never 0', async () => {
    assert.deepEqual(await remarks(platform), [
      ['K24', '—', '尚无记录'],
      ['K26', '—', '尚无记录'],
      ['K27', '—', '尚无记录'],
    ])
  })

  await t.test('the sheet is known by its words and gives the three rates of the catalogue', async () => {
    const [found] = await bring(platform, sheet(openCase))
    assert.deepEqual([found?.kind, found?.accepted, found?.setAside], ['judgment', 6, 0])
    // Two of five of first instance were preserved, two of the four about money.
    const k24 = await printedIndicator(platform, 'K24')
    assert.deepEqual([k24.get('printed'), k24.get('money')], ['40.00%', '50.00%'])
    // Five deadlines passed; three were performed in full, one of them late; one keeps its instalments.
    const k26 = await printedIndicator(platform, 'K26')
    assert.deepEqual([k26.get('printed'), k26.get('in-full'), k26.get('in-time')], ['80.00%', '60.00%', '40.00%'])
    const k27 = await printedIndicator(platform, 'K27')
    assert.deepEqual([k27.get('printed'), k27.get('expired')], ['20.00%', '20.00%'])
    const side = { from: '2024-01-01', to: '2024-12-31', id: 'K26', variant: 'printed' }
    const list = await asked<Rows>(platform, 'judgments.indicator-records', { ...side, side: 'rest' })
    assert.deepEqual(
      list.rows.map(({ title, detail }) => [title, detail]),
      [['（2024）川1123民初9004号', '民一庭']],
    )
    const [again] = await bring(platform, sheet(openCase))
    assert.deepEqual([again?.counts.created, again?.counts.changed], [0, 0])
  })

  await t.test('the document stands on the timeline of the enforcement case that it names', async () => {
    const { caseId } = await caseOf(platform, openCase)
    const { entries } = await asked<{ readonly entries: readonly { readonly room: string; readonly on: string }[] }>(
      platform,
      'cases.timeline',
      { caseId },
    )
    assert.deepEqual(
      entries
        .filter(({ room }) => room === 'judgments')
        .map(({ on }) => on)
        .toSorted(),
      ['2024-02-02', '2024-04-02'],
    )
  })

  await t.test(
    'a document that names no case is found by the case that rests on it, and is in no performed share',
    async () => {
      const { rows } = await asked<Rows<{ readonly caseId: string; readonly basisNumber: string | null }>>(
        platform,
        'cases.register',
        { text: '（2024）川1123执13号' },
      )
      const { basisNumber } = await asked<{ readonly basisNumber: string }>(platform, 'cases.cockpit', {
        caseId: rows[0]?.caseId,
      })
      const csv = [
        head,
        `${basisNumber},2023-10-08,买卖合同纠纷,民二庭,甲,乙,是,,2023-11-01,是,2024-01-02,2024-01-20,自动履行,`,
      ]
      const before = await printedIndicator(platform, 'K27')
      await bring(platform, { fileName: '民事生效裁判二.csv', bytes: new TextEncoder().encode(csv.join('\n')) })
      assert.deepEqual(
        [before.get('expired'), (await printedIndicator(platform, 'K27')).get('expired')],
        ['20.00%', '33.33%'],
      )
      assert.equal((await printedIndicator(platform, 'K26')).get('printed'), '66.66%')
      const { entries } = await asked<{
        readonly entries: readonly { readonly room: string; readonly title: string }[]
      }>(platform, 'cases.timeline', { caseId: rows[0]?.caseId })
      assert.deepEqual(
        entries
          .filter(({ room }) => room === 'judgments')
          .map(({ title }) => title)
          .toSorted(),
        ['履行期限届满', '民事立案', '裁判生效'],
      )
    },
  )

  await t.test('a duty lies with the filing clerk before its deadline, until it is performed', async () => {
    const desk = async () =>
      (
        await asked<{ readonly rows: readonly { readonly group: string; readonly dueOn: string }[] }>(
          platform,
          'desk.today',
          {},
          clerk,
        )
      ).rows
        .filter(({ group }) => group === 'judgments.judgment')
        .map(({ dueOn }) => dueOn)
    // The five of last spring stand in the list alone.
    assert.deepEqual(await desk(), [])
    const { entryId, problem } = await given(platform, 'judgments.record-judgment', {
      documentNumber: '(2024)川1123民初9100号',
      filedOn: '2024-10-08',
      moneyClaim: true,
    })
    assert.equal(problem, null)
    const effect = { entryId, effectiveOn: '2024-12-10', hasDuty: true, performBy: '2025-01-10', amount: '100000' }
    assert.equal((await given(platform, 'judgments.take-effect-judgment', effect)).problem, null)
    assert.deepEqual(await desk(), ['2025-01-10'])
    const done = { entryId, performedOn: '2025-01-06', performance: '自动履行完毕' }
    assert.equal((await given(platform, 'judgments.perform-judgment', done)).problem, null)
    assert.deepEqual(await desk(), [])
  })

  await t.test('what does not agree is marked, not refused', async () => {
    const { entryId } = await given(platform, 'judgments.record-judgment', {
      documentNumber: '（2024）川1123民初9101号',
      filedOn: '2024-10-09',
    })
    await given(platform, 'judgments.take-effect-judgment', { entryId, effectiveOn: '2024-12-10', hasDuty: true })
    await given(platform, 'judgments.perform-judgment', { entryId, performedOn: '2024-12-20' })
    const { rows } = await asked<Rows<{ readonly marks: readonly { readonly code: string }[] }>>(
      platform,
      'judgments.judgments',
      { entryId },
    )
    assert.deepEqual(
      rows[0]?.marks.map(({ code }) => code),
      ['W_DUTY_WITHOUT_DEADLINE', 'W_PERFORMED_WITHOUT_HOW'],
    )
    const early = await given(platform, 'judgments.take-effect-judgment', { entryId, effectiveOn: '2024-10-01' })
    assert.equal(early.problem?.type, '/problems/registers/step-taken')
  })
})
