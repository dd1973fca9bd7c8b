import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, bring, bureau, caseOf, given, type Rows, staff } from '../../../tests/registers/court.ts'

const first = '01-首次执行案件台账.xlsx'
const openCase = '（2024）川1123执1147号'

test('property of the year', async (t) => {
  const platform = await bureau(t)
  const [cases] = await bring(platform, first)
  const seizures = (input: object, actor?: Parameters<typeof asked>[3]) =>
    asked<Rows>(platform, 'property.seizures', input, actor)
  const inquiries = (input: object) => asked<Rows>(platform, 'property.inquiries', input)

  await t.test('the first look-up of each case is on record, and its case tells it once', async () => {
    const { rows } = await asked<Rows>(platform, 'cases.register', {})
    const { total } = await inquiries({ round: '首次查控' })
    const looked = await inquiries({ has: 'origin', from: '2024-01-01', to: '2024-12-31' })
    assert.ok(rows.length > 0 && total > 1_000 && looked.total > 1_000)
    const { caseId } = await caseOf(platform, '（2024）川1123执655号')
    const timeline = await asked<
      readonly { readonly room: string }[] | { readonly entries: readonly { readonly room: string }[] }
    >(platform, 'cases.timeline', { caseId })
    assert.doesNotMatch(JSON.stringify(timeline), /"room":"property"/)
  })

  const { caseId, debtors } = await caseOf(platform, openCase)
  const house = { caseId, partyId: debtors[0]?.partyId, assetKind: '不动产', asset: '某小区1号房', measure: '查封' }
  const record = (more: object) => given(platform, 'property.record-seizure', { ...house, ...more })

  await t.test(
    'a seizure of immovables ends after three years at the latest, and by itself when no end is stated',
    async () => {
      const { problem } = await record({ startsOn: '2024-12-20', endsOn: '2027-12-21' })
      assert.equal(problem?.rule, 'freeze.immovable.max')
      const { entryId } = await record({ startsOn: '2024-12-20', rank: '首封' })
      assert.equal((await seizures({ entryId })).rows[0]?.['endsOn'], '2027-12-19')
    },
  )

  await t.test('a waiting seizure has no end, and one stated is in doubt', async () => {
    const { entryId } = await record({ startsOn: '2024-12-21', rank: '轮候' })
    assert.equal((await seizures({ entryId })).rows[0]?.['endsOn'], null)
    const stated = await record({ startsOn: '2024-12-22', rank: '轮候', endsOn: '2027-12-21' })
    const [row] = (await seizures({ entryId: stated.entryId })).rows
    assert.match(JSON.stringify(row?.['marks']), /W_WAITING_HAS_TERM/)
    const effect = { entryId, tookEffectOn: '2025-01-06', endsOn: '2028-01-07' }
    const long = await given(platform, 'property.take-effect-seizure', effect)
    assert.equal(long.problem?.rule, 'freeze.immovable.max')
    const takes = { entryId, tookEffectOn: '2025-01-06' }
    assert.equal((await given(platform, 'property.take-effect-seizure', takes)).problem, null)
    const [stands] = (await seizures({ entryId })).rows
    assert.deepEqual([stands?.['rank'], stands?.['endsOn'], stands?.['marks']], ['首封', '2028-01-05', []])
  })

  await t.test('what ends soon is watched by its handler until it is renewed or released', async () => {
    const vehicle = { assetKind: '机动车', asset: '川L00001', startsOn: '2023-01-16', endsOn: '2025-01-15' }
    const { entryId } = await record(vehicle)
    const [row] = (await seizures({ entryId })).rows
    const handler = staff(String(row?.['handlerId']), ['property.read', 'property.record', 'desk.use'])
    const onDesk = async () => {
      const today = await asked<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>(
        platform,
        'desk.today',
        {},
        handler,
      )
      return today.rows.filter(({ id }) => id === `seizure:${entryId}`)
    }
    const [item] = await onDesk()
    assert.deepEqual([item?.['dueOn'], item?.['state'], item?.['daysLeft']], ['2025-01-15', 'urgent', 8])
    assert.equal((await seizures({ day: 'endsOn', within: '60', lacks: 'releasedOn' }, handler)).total, 1)
    const renewal = { entryId, renewedOn: '2025-01-07', endsOn: '2027-01-16' }
    assert.equal(
      (await given(platform, 'property.renew-seizure', { ...renewal, endsOn: '2027-01-17' })).problem?.rule,
      'freeze.movable.max',
    )
    assert.equal(
      (await given(platform, 'property.renew-seizure', { ...renewal, endsOn: '2027-01-15' }, handler)).problem,
      null,
    )
    assert.deepEqual(await onDesk(), [])
  })

  await t.test('who handles another case sees nothing of it', async () => {
    const stranger = staff('019b0000-0000-7000-8000-000000000001', ['property.read'])
    assert.equal((await seizures({}, stranger)).total, 0)
  })

  await t.test(
    'a ledger of seizures is known by its own words; what the law forbids is recorded and marked',
    async () => {
      const csv = [
        '起封日期,冻结到期日,案件编号,被执行人姓名,财产类型,查封标的物,措施种类,首封轮候,协助单位,冻结金额,经办人备注',
        `2024-03-01,2025-09-01,${openCase},${debtors[0]?.name},存款,某行尾号0001,司法冻结,首冻,某银行,"1,000.00",无`,
        `2024-03-01,2025-02-28,${openCase},${debtors[0]?.name},存款,某行尾号0002,司法冻结,首冻,某银行,"1,000.00",无`,
      ].join('\n')
      const file = { fileName: '某院查封冻结登记.csv', bytes: new TextEncoder().encode(csv) }
      const [sheet] = await bring(platform, file)
      assert.deepEqual([sheet?.kind, sheet?.accepted], ['seizure', 2])
      assert.deepEqual(
        sheet?.problems.map(({ code }) => code),
        ['W_TERM_TOO_LONG'],
      )
      const [again] = await bring(platform, file)
      assert.deepEqual([again?.counts.created, again?.counts.changed], [0, 0])
      assert.equal((await seizures({ text: openCase, assetKind: '银行存款', marked: true })).total, 1)
      assert.equal((await given(platform, 'ledgers.undo-batch', { batchId: sheet?.batchId })).problem, null)
      assert.equal((await seizures({ assetKind: '银行存款' })).total, 0)
    },
  )

  await t.test('an asset is found, and disposed of once', async () => {
    const { entryId } = await given(platform, 'property.record-asset', {
      caseId,
      partyId: debtors[0]?.partyId,
      assetKind: '机动车',
      asset: '川L00001',
      foundOn: '2025-01-05',
      source: '网络查控',
    })
    const sold = { entryId, disposedOn: '2025-01-06', disposal: '拍卖', proceeds: '500000' }
    assert.equal((await given(platform, 'property.dispose-asset', sold)).problem, null)
    const { problem } = await given(platform, 'property.dispose-asset', sold)
    assert.equal(problem?.type, '/problems/registers/step-taken')
  })

  assert.ok(cases)
})

test('first look-ups go with the cases they were in', async (t) => {
  const platform = await bureau(t)
  const [cases] = await bring(platform, first)
  assert.equal((await given(platform, 'ledgers.undo-batch', { batchId: cases?.batchId })).problem, null)
  assert.equal((await asked<Rows>(platform, 'property.inquiries', {})).total, 0)
})
