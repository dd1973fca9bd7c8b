import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import { asked, bring, bureau, given, printedFigures, staff, truth, type Rows } from '../../../tests/registers/court.ts'
import { inTransaction } from '#kernel/database/transaction.ts'

const expected = truth.figures['hotline'] as unknown as {
  readonly calls: number
  readonly byChannel: Readonly<Record<string, number>>
  readonly policeDispatches: number
  readonly courtDispatches: number
  readonly casesResolved: number
}
const ledger = '05-执行110登记.xlsx'
const period = { from: '2024-01-01', to: '2024-12-31' }
const someCase = '（2024）川1123执1147号'
let year: TestPlatform
before(async (t) => {
  year = await bureau(t as never)
  await bring(year, '01-首次执行案件台账.xlsx', '02-恢复执行案件台账.xlsx', ledger)
})
const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))

test('the sheet of calls gives the dispatches of the police as a floor and the cases resolved through them', async () => {
  const printed = await printedFigures(year)
  assert.deepEqual([printed.get('F15'), printed.get('F16')], ['20余次', `${expected.casesResolved}件`])
  const went = (dispatch: string) => asked<Rows>(year, 'hotline.calls', { dispatch, ...period })
  assert.equal((await went('公安出警|联合出警')).total, expected.policeDispatches)
  assert.equal((await went('法院出警')).total, expected.courtDispatches)
  for (const [channel, count] of Object.entries(expected.byChannel))
    assert.equal((await asked<Rows>(year, 'hotline.calls', { channel })).total, count, channel)
})

test('calls, dispatches and cases resolved are counted apart, and a call nobody sorted is in no rate', async () => {
  type Value = { readonly id: string; readonly variant: string; readonly printed: string }
  const { rows } = await asked<Rows<Value>>(year, 'indicators.values', { ...period, by: ['court'] })
  const of = new Map(rows.filter(({ id }) => id === 'K38').map(({ variant, printed }) => [variant, printed]))
  assert.equal(of.get('printed'), `${expected.calls}起`)
  assert.equal(of.get('dispatched'), `${expected.policeDispatches + expected.courtDispatches}次`)
  assert.equal(of.get('police'), `${expected.policeDispatches}次`)
  assert.equal(of.get('dispatch-rate'), '—')
})

test('the same sheet again changes nothing', async () => {
  for (const { sheet, counts } of await bring(year, ledger))
    assert.deepEqual([counts.created, counts.changed, counts.setAside], [0, 0, 0], sheet)
})

test('of another court’s sheet the call comes in and the caller does not', async () => {
  const [sheet] = await bring(year, {
    fileName: '110联动警情登记.csv',
    bytes: bytes([
      '举报人,联系电话,接警单号,接警日期,接警时间,来电渠道,简要警情,涉案案号,被举报人,派警情况,处警单位,处警结果,是否促成化解,天气,备注',
      `汀安,16912345678,K2024-9,2024.11.5,9:05,110转警,被执行人现身家中,${someCase},某甲,派出所出警,清溪派出所,和解,是,晴,无`,
    ]),
  })
  assert.deepEqual([sheet?.kind, sheet?.accepted], ['call', 1])
  const { rows } = await asked<Rows>(year, 'hotline.calls', { text: someCase })
  assert.partialDeepStrictEqual(rows, [{ dispatch: '公安出警', channel: '公安110转接', resolved: true }])
  const stored = await inTransaction(year, staff('x', []), ({ client }) =>
    client.query<{ row: string }>('select to_jsonb(c)::text as row from hotline_call c'),
  )
  for (const { row } of stored.rows) assert.doesNotMatch(row, /汀安|16912345678/)
  assert.ok(stored.rows.some(({ row }) => row.includes('天气')))
})

test('a call runs from the desk to its outcome; the number is the next of the day', async () => {
  const report = { calledOn: '2025-01-06', calledAt: '23:40', channel: '公安110转接', report: '被执行人在家' }
  const one = await given(year, 'hotline.record-call', report)
  const two = await given(year, 'hotline.record-call', { ...report, caseNumber: someCase })
  assert.deepEqual([one.problem, two.problem], [null, null])
  const numbers = (await asked<Rows>(year, 'hotline.calls', { from: '2025-01-06' })).rows.map(
    (row) => `${row['callNumber']}`,
  )
  assert.deepEqual(numbers.toSorted(), ['ZX110-20250106-001', 'ZX110-20250106-002'])
  const { entryId } = two
  const take = async (act: string, said: object) =>
    (await given(year, `hotline.${act}-call`, { entryId, ...said })).problem?.type ?? null
  assert.equal(await take('sort', { sort: '警情', answeredBy: '公安机关' }), null)
  assert.equal(await take('dispatch', { dispatch: '公安出警', unit: '清溪派出所', dispatchedAt: '23:45' }), null)
  assert.equal(await take('arrive', { arrivedAt: '00:07' }), null)
  assert.equal(await take('control', { control: '已控制被执行人', controlledAt: '00:10' }), null)
  assert.equal(
    await take('close', { closedOn: '2025-01-07', result: '当场履行完毕', resolved: true, money: '500000' }),
    null,
  )
  assert.equal(await take('dispatch', { dispatch: '法院出警' }), '/problems/registers/step-taken')
  const { rows } = await asked<Rows>(year, 'hotline.calls', { entryId })
  assert.equal(rows[0]?.['minutes'], 22)
})

test('a call resolved without a case is refused, and in a ledger it is marked', async () => {
  const { entryId } = await given(year, 'hotline.record-call', {
    calledOn: '2025-01-06',
    channel: '值班电话',
    report: '咨询',
  })
  const close = { entryId, closedOn: '2025-01-06', result: '已答复', resolved: true }
  const { problem } = await given(year, 'hotline.close-call', close)
  assert.match(problem?.detail.zh ?? '', /没有关联案号/)
  const [sheet] = await bring(year, {
    fileName: '执行110.csv',
    bytes: bytes(['登记编号,来电日期,反映内容,出警情况,是否化解', 'A-1,2024-12-30,咨询,未出警,是']),
  })
  assert.ok(sheet?.problems.some(({ code }) => code === 'W_RESOLVED_WITHOUT_CASE'))
})

test('a correction does not send anybody out', async () => {
  const { entryId } = await given(year, 'hotline.record-call', {
    calledOn: '2025-01-06',
    channel: '值班电话',
    report: '车',
  })
  const act = { entryId, dispatch: '公安出警', reason: '补记' }
  assert.equal((await given(year, 'hotline.correct-call', act)).problem?.type, '/problems/registers/step-not-taken')
})

test('a judge sees the calls of their own cases; without a case a call is the desk’s alone', async () => {
  const stranger = staff('11111111-1111-4111-8111-111111111111', ['hotline.read'])
  assert.equal((await asked<Rows>(year, 'hotline.calls', {}, stranger)).total, 0)
  assert.ok((await asked<Rows>(year, 'hotline.calls', {})).total > expected.calls)
})

test('a ledger written out has no column for the caller', async () => {
  const layout = year.registry.gather('ledgers').find((intake) => intake.layout.kind === 'call')?.layout
  assert.deepEqual(
    layout?.columns.filter(({ withheld }) => withheld).map(({ field }) => field),
    ['callerName', 'callerPhone'],
  )
})

test('a call without an outcome lies on the desk of whoever sends out', async () => {
  const { entryId } = await given(year, 'hotline.record-call', {
    calledOn: '2025-01-07',
    channel: '值班电话',
    report: '车',
  })
  const onDesk = async (permissions: readonly string[]) =>
    JSON.stringify(
      await asked(year, 'desk.today', {}, staff('22222222-2222-4222-8222-222222222222', permissions, 'court')),
    )
  const desk = ['desk.use', 'hotline.read']
  assert.ok((await onDesk([...desk, 'hotline.dispatch'])).includes(entryId))
  assert.ok(!(await onDesk(desk)).includes(entryId))
})

test('a call may have several units, each with its own times, none before the call', async () => {
  const call = { calledOn: '2025-01-06', calledAt: '21:40', report: '某处发现被执行人', caseNumber: someCase }
  const { entryId } = await given(year, 'hotline.record-call', call)
  const { rows } = await asked<Rows>(year, 'hotline.calls', { entryId })
  const sent = { callNumber: rows[0]?.['callNumber'], sentOn: '2025-01-06', sentAt: '21:45' }
  const send = (unit: object) => given(year, 'hotline.record-dispatched-unit', { ...sent, ...unit })
  assert.equal((await send({ unit: '某所', force: '公安', callNumber: 'ZX110-1' })).problem?.status, 422)
  assert.match((await send({ unit: '某所', force: '公安', sentAt: '21:30' })).problem?.detail.zh ?? '', /派警不能更早/)
  const police = await send({ unit: '某派出所', force: '公安' })
  const squad = await send({ unit: '备勤组', force: '法院', squad: '甲、乙', sentAt: '23:50' })
  assert.deepEqual([police.problem, squad.problem], [null, null])

  const step = (act: string, unit: string, filled: object) =>
    given(year, `hotline.${act}-dispatched-unit`, { entryId: unit, ...filled })
  await step('arrive', police.entryId, { arrivedAt: '22:02' })
  await step('depart', squad.entryId, { leftAt: '23:55' })
  assert.match((await step('arrive', squad.entryId, { arrivedAt: '23:40' })).problem?.detail.zh ?? '', /早于出发时间/)
  assert.equal((await step('arrive', squad.entryId, { arrivedAt: '00:10' })).problem, null)
  const units = await asked<Rows>(year, 'hotline.dispatched-units', {})
  assert.deepEqual(
    new Map(units.rows.map(({ unit, minutes }) => [unit, minutes])),
    new Map([
      ['备勤组', 20],
      ['某派出所', 17],
    ]),
  )
})
