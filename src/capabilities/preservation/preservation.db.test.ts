import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, bring, bureau, caseOf, given, type Rows, staff, truth } from '../../../tests/registers/court.ts'

const { preservation } = truth.figures as unknown as {
  readonly preservation: {
    readonly linkedToEnforcement: number
    readonly preservedFen: number
    readonly expiringWithin60Days: number
  }
}
const ledger = '02-财产保全执行台账.xlsx'
const first = '01-首次执行案件台账.xlsx'
const year = { from: '2024-01-01', to: '2024-12-31' }
const one = '（2024）川1123执保1号'
const marksIn = (row: Readonly<Record<string, unknown>> | undefined) =>
  ((row?.['marks'] ?? []) as readonly { readonly code: string }[]).map(({ code }) => code)

test('preservation of the year', async (t) => {
  const platform = await bureau(t)
  await bring(platform, ledger)
  const assets = (input: object, actor?: Parameters<typeof asked>[3]) =>
    asked<Rows>(platform, 'preservation.assets', input, actor)

  await t.test('each asset of the case ledger is on record without a second import', async () => {
    const { sums } = await assets({})
    assert.equal(sums?.['amount'], String(preservation.preservedFen))
    const ending = await assets({ day: 'endsOn', from: '2025-01-01', to: '2025-03-01', lacks: 'releasedOn' })
    assert.equal(ending.total, preservation.expiringWithin60Days)
    assert.equal((await assets({ marked: true })).total, 0)
    assert.equal((await assets({ text: one })).rows[0]?.['endsOn'], '2025-01-04')
  })

  await t.test('when the enforcement cases come, the asset belongs to them with its end untouched', async () => {
    const before = await assets({})
    await bring(platform, first)
    const after = await assets({})
    assert.equal(after.total, before.total)
    // Eight of the 71 linked cases found nothing to preserve.
    assert.equal((await assets({ has: 'carriedOn' })).total, preservation.linkedToEnforcement - 8)
    const [row] = (await assets({ text: '（2024）川1123执295号' })).rows
    assert.deepEqual([row?.['preservationNumber'], row?.['endsOn']], [one, '2025-01-04'])
  })

  await t.test('who handles the case sees it, others do not', async () => {
    const [row] = (await assets({ text: '（2024）川1123执295号' })).rows
    const handler = staff(String(row?.['handlerId']), ['preservation.read'])
    const stranger = staff('019b0000-0000-7000-8000-000000000001', ['preservation.read'])
    assert.ok((await assets({}, handler)).total > 0)
    assert.equal((await assets({}, stranger)).total, 0)
  })

  await t.test('what ends within the warning lies on the desk of the handler, the most pressing first', async () => {
    const [row] = (await assets({ text: '（2024）川1123执332号' })).rows
    const handler = staff(String(row?.['handlerId']), ['preservation.read', 'preservation.record', 'desk.use'])
    const items = await deskOf(platform, handler)
    assert.ok(items.every(({ dueOn }) => dueOn !== null && dueOn <= '2025-03-08'))
  })

  await t.test('a renewal moves the end and may be made again; after the end it is refused', async () => {
    const [row] = (await assets({ day: 'endsOn', from: '2025-01-20', to: '2025-03-01' })).rows
    const entryId = String(row?.['entryId'])
    const renew = (renewedOn: string, endsOn: string) =>
      given(platform, 'preservation.renew-preserved-asset', { entryId, renewedOn, endsOn })
    assert.equal((await renew('2025-01-06', '2026-01-05')).problem, null)
    assert.equal((await renew('2025-01-07', '2026-01-07')).problem, null)
    const [renewed] = (await assets({ entryId })).rows
    assert.deepEqual([renewed?.['renewedOn'], renewed?.['endsOn']], ['2025-01-07', '2026-01-07'])
    const [lapsed] = (await assets({ day: 'endsOn', to: '2025-01-06' })).rows
    const late = await given(platform, 'preservation.renew-preserved-asset', {
      entryId: lapsed?.['entryId'],
      renewedOn: '2025-01-07',
      endsOn: '2026-01-06',
    })
    assert.equal(late.problem?.rule, 'freeze.renewal')
    assert.match(late.problem?.citation ?? '', /485/)
  })

  await t.test('what a person typed stays when the ledger comes again', async () => {
    const typed = await assets({ has: 'renewedOn' })
    const [sheet] = await bring(platform, ledger)
    assert.deepEqual([sheet?.counts.created, sheet?.counts.changed], [0, 0])
    assert.deepEqual((await assets({ has: 'renewedOn' })).rows, typed.rows)
  })

  await t.test('a deposit is not frozen for more than a year', async () => {
    const { caseId } = await caseOf(platform, '（2024）川1123执1147号')
    const asset = { caseId, assetKind: '银行存款', asset: '尾号0001账户', startsOn: '2025-01-02', amount: '100000' }
    const { problem } = await given(platform, 'preservation.record-preserved-asset', { ...asset, endsOn: '2026-01-03' })
    assert.equal(problem?.rule, 'freeze.deposit.max')
    const { entryId } = await given(platform, 'preservation.record-preserved-asset', asset)
    const [row] = (await assets({ entryId })).rows
    // Without an end stated it ends by law.
    assert.equal(row?.['endsOn'], '2026-01-01')
  })

  await t.test('the same in a ledger is recorded, because it happened, and bears a mark', async () => {
    const csv = [
      '执保案号,被保全人姓名,财产类型,财产描述,冻结金额,冻结起始日期,冻结到期日,首封轮候,协助单位',
      '（2024）川1123执保2号,某甲,存款,某行账户,100.00,2024-01-05,2025-06-01,首封,某银行',
    ].join('\n')
    const [sheet] = await bring(platform, { fileName: '保全财产登记.csv', bytes: new TextEncoder().encode(csv) })
    assert.deepEqual([sheet?.kind, sheet?.accepted], ['preserved-asset', 1])
    const [row] = (await assets({ marked: true })).rows
    assert.deepEqual(marksIn(row), ['W_TERM_TOO_LONG'])
  })

  await t.test(
    'the share of first enforcement is no K24, and K25 never more than what was secured or came in',
    async () => {
      const { rows } = await asked<Rows<{ readonly id: string; readonly variant: string; readonly printed: string }>>(
        platform,
        'indicators.values',
        { ...year, by: ['court'] },
      )
      const printed = new Map(rows.map(({ id, variant, printed: text }) => [`${id} ${variant}`, text]))
      // Of 1154 newly filed.
      assert.equal(printed.get('K25 cases'), `${preservation.linkedToEnforcement}件`)
      assert.equal(printed.get('K25 share'), '6.15%')
      assert.match(printed.get('K25 printed') ?? '', /^\d+\.\d\d%$/)
      const { sums } = await asked<Rows>(platform, 'preservation.indicator-records', {
        ...year,
        id: 'K25',
        variant: 'money',
        side: 'numerator',
      })
      assert.ok(BigInt(sums?.['weight'] ?? 0) <= BigInt(preservation.preservedFen))
    },
  )
})

test('a batch of cases taken back leaves the assets of the other as they were, and takes its own', async (t) => {
  const platform = await bureau(t)
  const [own] = await bring(platform, ledger)
  const assets = async () => (await asked<Rows>(platform, 'preservation.assets', {})).rows
  const before = await assets()
  const [cases] = await bring(platform, first)
  assert.equal((await given(platform, 'ledgers.undo-batch', { batchId: cases?.batchId })).problem, null)
  assert.deepEqual(await assets(), before)
  assert.equal((await given(platform, 'ledgers.undo-batch', { batchId: own?.batchId })).problem, null)
  assert.deepEqual(await assets(), [])
})

async function deskOf(platform: Parameters<typeof asked>[0], actor: NonNullable<Parameters<typeof asked>[3]>) {
  const today = await asked<{ readonly rows: readonly { readonly group: string; readonly dueOn: string | null }[] }>(
    platform,
    'desk.today',
    {},
    actor,
  )
  return today.rows.filter(({ group }) => group === 'preservation.preserved-asset')
}
