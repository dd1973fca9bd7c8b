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
import type { MatrixRow, SheetRow } from './contract.ts'

const { joint, members } = truth.figures as unknown as {
  readonly joint: { readonly batches: number; readonly casesResolved: number; readonly rows: number }
  readonly members: { readonly active: number; readonly rows: number }
}
const first = '01-首次执行案件台账.xlsx'

test('joint matters and member units of the year', async (t) => {
  const platform = await bureau(t)
  const [, matters, units] = await bring(platform, first, '08-联动共治.xlsx', '09-联席会议成员单位.xlsx')

  await t.test('both sheets come in whole, and a second time change nothing', async () => {
    assert.deepEqual([matters?.kind, matters?.accepted, matters?.setAside], ['joint-matter', joint.rows, 0])
    assert.deepEqual([units?.kind, units?.accepted, units?.setAside], ['member-unit', members.rows, 0])
    const again = await bring(platform, '08-联动共治.xlsx', '09-联席会议成员单位.xlsx')
    assert.deepEqual(
      again.map(({ counts }) => [counts.created, counts.changed, counts.same]),
      [
        [0, 0, joint.rows],
        [0, 0, members.rows],
      ],
    )
  })

  await t.test('batches and cases are counted apart, an open batch not at all; units that left are none', async () => {
    const figures = await printedFigures(platform)
    assert.equal(figures.get('F11'), `${joint.batches}批`)
    assert.equal(figures.get('F12'), `${joint.casesResolved}件`)
    assert.equal(figures.get('F13'), '30余家')
    const inForce = await asked<Rows>(platform, 'partners.member-units', { lacks: 'leftOn' })
    assert.equal(inForce.total, members.active)
    const resolved = await asked<Rows>(platform, 'partners.joint-matters', {
      resolved: true,
      day: 'resolvedOn',
      from: '2024-01-01',
      to: '2024-12-31',
    })
    assert.equal(resolved.total, joint.casesResolved)
    assert.deepEqual(resolved.apart, { batch: joint.batches })
  })

  await t.test(
    'whoever records the day of a resolution has resolved it, and the batch counts with its last case',
    async () => {
      const { rows } = await asked<Rows<{ readonly entryId: string }>>(platform, 'partners.joint-matters', {
        resolved: false,
      })
      assert.equal(rows.length, joint.rows - joint.casesResolved)
      for (const { entryId } of rows.slice(1))
        await given(platform, 'partners.resolve-joint-matter', { entryId, resolvedOn: '2024-12-30' })
      assert.equal((await printedFigures(platform)).get('F11'), `${joint.batches}批`)
      await given(platform, 'partners.resolve-joint-matter', { entryId: rows[0]?.entryId, resolvedOn: '2024-12-31' })
      const figures = await printedFigures(platform)
      assert.equal(figures.get('F11'), `${joint.batches + 1}批`)
      assert.equal(figures.get('F12'), `${joint.rows}件`)
    },
  )

  await t.test('a case that was resolved before the units met is refused', async () => {
    const { caseId } = await caseOf(platform, '（2024）川1123执1147号')
    const matter = { caseId, batch: '10', metOn: '2025-01-06', kind: '涉众', lead: '县委政法委' }
    const { entryId } = await given(platform, 'partners.record-joint-matter', matter)
    const { problem } = await given(platform, 'partners.resolve-joint-matter', { entryId, resolvedOn: '2025-01-03' })
    assert.match(problem?.detail.zh ?? '', /早于会商日期/)
  })

  await t.test('who handles none of the cases sees no joint matter, and everyone the conference', async () => {
    const nobody = staff('00000000-0000-7000-8000-000000000001', ['partners.read'])
    assert.equal((await asked<Rows>(platform, 'partners.joint-matters', {}, nobody)).total, 0)
    const anybody = staff('00000000-0000-7000-8000-000000000001', ['partners.members'], 'court')
    assert.equal((await asked<Rows>(platform, 'partners.member-units', {}, anybody)).total, members.rows)
  })

  await t.test('a sheet taken back leaves no unit', async () => {
    await given(platform, 'ledgers.undo-batch', { batchId: units?.batchId ?? '' })
    assert.equal((await asked<Rows>(platform, 'partners.member-units', {})).total, 0)
    assert.equal((await printedFigures(platform)).get('F13'), null)
  })
})

test('requests to a unit and restrictions by units', async (t) => {
  const platform = await bureau(t)
  await bring(platform, first)
  const { caseId, debtors } = await caseOf(platform, '（2024）川1123执1147号')
  const partyId = debtors[0]?.partyId ?? ''
  const unit = '县不动产登记中心'
  await given(platform, 'partners.record-member-unit', { unit, duty: '查封', joinedOn: '2023-03-01', replyDays: 3 })
  const request = { caseId, partyId, stream: '配合执行', unit, matter: '查封房屋', sentOn: '2024-12-27' }

  await t.test('a request is due after as many working days as its unit takes', async () => {
    const { entryId } = await given(platform, 'partners.record-assistance-request', request)
    const { rows } = await asked<Rows>(platform, 'partners.assistance-requests', { entryId })
    // Friday; the weekend and New Year's day are not worked.
    assert.equal(rows[0]?.['dueOn'], '2025-01-02')
    assert.match(String(rows[0]?.['number']), /^XZ20241227-001$/)
    const late = await given(platform, 'partners.record-assistance-request', { ...request, dueOn: '2024-12-20' })
    assert.match(late.problem?.detail.zh ?? '', /早于发出日期/)
  })

  await t.test('a unit may be reminded again and again, and replies once', async () => {
    const { entryId } = await given(platform, 'partners.record-assistance-request', { ...request, dueOn: '2024-12-30' })
    for (const remindedOn of ['2024-12-31', '2025-01-02'])
      assert.equal((await given(platform, 'partners.remind-assistance-request', { entryId, remindedOn })).problem, null)
    const reply = { entryId, repliedOn: '2025-01-03', reply: '已协助' }
    assert.equal((await given(platform, 'partners.reply-assistance-request', reply)).problem, null)
    const twice = await given(platform, 'partners.reply-assistance-request', reply)
    assert.equal(twice.problem?.type, '/problems/registers/step-taken')
  })

  await t.test('in time are replies by the due day, of the requests due in the period', async () => {
    const { entryId } = await given(platform, 'partners.record-assistance-request', { ...request, dueOn: '2024-12-31' })
    await given(platform, 'partners.reply-assistance-request', { entryId, repliedOn: '2024-12-31', reply: '拒绝协助' })
    const printed = await printedIndicator(platform, 'K44')
    assert.deepEqual([printed.get('printed'), printed.get('sent'), printed.get('refused')], ['50.00%', '3件', '1件'])
    const { rows } = await asked<Rows<SheetRow>>(platform, 'partners.unit-sheet', {
      from: '2024-12-01',
      to: '2025-01-31',
    })
    assert.deepEqual(rows, [{ unit, asked: 3, due: 3, inTime: 1, medianDays: '4', refused: 1, unfinished: 0 }])
  })

  await t.test('the matrix tells for each person which unit is how far', async () => {
    const push = { caseId, partyId, basis: '失信名单', pushedOn: '2024-12-30' }
    const [bank, land] = [
      await given(platform, 'partners.record-unit-restriction', { ...push, unit: '县金融办' }),
      await given(platform, 'partners.record-unit-restriction', { ...push, unit }),
    ]
    const step = (act: string, { entryId }: { readonly entryId: string }, days: object) =>
      given(platform, `partners.${act}-unit-restriction`, { entryId, ...days })
    await step('apply', bank, { appliedOn: '2024-12-30', restriction: '限制贷款' })
    await step('apply', land, { appliedOn: '2024-12-31', restriction: '限制过户' })
    for (const one of [bank, land]) await step('revoke', one, { revokedOn: '2024-12-31' })
    const early = await step('lift', bank, { liftedOn: '2024-12-30' })
    assert.match(early.problem?.detail.zh ?? '', /早于撤销推送日期/)
    assert.equal((await step('lift', bank, { liftedOn: '2025-01-07' })).problem, null)
    const { rows } = await asked<Rows<MatrixRow>>(platform, 'partners.restriction-matrix', { unlifted: true })
    const [person] = rows
    assert.deepEqual([rows.length, person?.pushed, person?.applied, person?.lifted], [1, 2, 2, 1])
    assert.deepEqual(
      person?.cells.map(({ unit: name, state }) => [name, state]),
      [
        [unit, '撤销待解除'],
        ['县金融办', '已解除'],
      ],
    )
    // Three working days from New Year's Eve on are over for both.
    const late = await asked<Rows>(platform, 'partners.unit-restrictions', { marked: true })
    assert.equal(late.total, 2)
  })
})

test('another court names batches and units in its own words', async (t) => {
  const platform = await bureau(t)
  const matters = [
    '化解结果,主责单位,案件类别,风险级别,执行案号,所属批次,研判日期,化解时间,是否已化解,人数,填报人',
    '协商,县信访局,涉众案件,高风险,（2024）川1123执13号,第一批,2024.3.1,2024年4月5日,已化解,12人,甲',
    '无,县住建局,民生,中,（2024）川1123执14号,第一批,2024.3.1,/,否,1,乙',
    '无,县住建局,民生,中,（2024）川1123执15号,第二批,2024.5.1,2024.5.9,是,1,乙',
  ].join('\n')
  const units = [
    '联席会议成员单位名册',
    '联络人,办公电话,单位全称,主要职责,入会日期,撤出日期,现状',
    '甲,0833-1,县民政局,提供婚姻信息,2023.3.1,,正常',
    '乙,0833-2,县税务局,提供涉税信息,2023.3.1,2024.1.1,退出',
  ].join('\n')
  const outcomes = await bring(
    platform,
    { fileName: '涉众涉民生案件化解.csv', bytes: Buffer.from(matters) },
    { fileName: '成员单位.csv', bytes: Buffer.from(units) },
  )
  assert.deepEqual(
    outcomes.map(({ kind, accepted }) => [kind, accepted]),
    [
      ['joint-matter', 3],
      ['member-unit', 2],
    ],
  )
  const figures = await printedFigures(platform)
  assert.deepEqual([figures.get('F11'), figures.get('F12')], ['1批', '2件'])
})
