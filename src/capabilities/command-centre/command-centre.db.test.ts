import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { z } from 'zod'
import { prepareCourt } from '#capabilities/operations'
import { systemActor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import { asked, bring, bureau, caseOf, court, given, staff, type Rows } from '../../../tests/registers/court.ts'
import type { Wall, WallCore } from './contract.ts'

type Seen = z.input<typeof Wall>
const openCase = '（2024）川1123执1147号'
const today = '2025-01-07'
let year: TestPlatform
before(async (t) => {
  year = await bureau(t as never)
  await bring(year, '01-首次执行案件台账.xlsx', '04-强制措施台账.xlsx', '05-执行110登记.xlsx', '06-执行悬赏台账.xlsx')
})
const see = () => asked<Seen>(year, 'command-centre.wall', {})
const typeOf = async (command: string, input: object) => (await given(year, command, input)).problem?.type ?? null

test('a work order gets its number, the post that owns it and its due day from the matter', async () => {
  const { entryId, problem } = await given(year, 'command-centre.record-work-order', {
    matter: 'W07 线下调查',
    requestedOn: '2025-01-06',
    caseNumber: openCase,
    content: '查不动产',
  })
  assert.equal(problem, null)
  const { rows } = await asked<Rows>(year, 'command-centre.work-orders', { entryId })
  assert.partialDeepStrictEqual(rows, [{ number: 'GD-20250106-001', post: 'P05', dueOn: '2025-01-20' }])
})

test('an order runs from acceptance to its outcome, and finished late it is marked', async () => {
  const { entryId } = await given(year, 'command-centre.record-work-order', {
    matter: 'W23 终本核查',
    requestedOn: '2025-01-02',
    caseNumber: openCase,
  })
  assert.equal(await typeOf('command-centre.accept-work-order', { entryId, acceptedOn: '2025-01-03' }), null)
  const finish = { entryId, finishedOn: today }
  assert.equal(await typeOf('command-centre.finish-work-order', finish), '/problems/registers/unlawful-entry')
  assert.equal(await typeOf('command-centre.finish-work-order', { ...finish, outcome: '已完成' }), null)
  const { rows } = await asked<Rows>(year, 'command-centre.work-orders', { entryId })
  assert.ok(JSON.stringify(rows[0]?.['marks']).includes('W_FINISHED_LATE'))
})

test('a court’s own list of orders is known by other headings', async () => {
  const csv = [
    '单号,办理事项,执行案号,发起人,派单日期,办结时限,办理岗位,接单日期,完成日期,完成情况,要求,楼层',
    `G9,外调,${openCase},某甲,2024.12.2,2024.12.16,外勤组,2024.12.3,2024.12.10,办结,查车,3`,
  ].join('\n')
  const [sheet] = await bring(year, { fileName: '集约事项流转台账.csv', bytes: new TextEncoder().encode(csv) })
  assert.deepEqual([sheet?.kind, sheet?.accepted], ['work-order', 1])
  const { rows } = await asked<Rows>(year, 'command-centre.work-orders', { from: '2024-12-02', to: '2024-12-02' })
  assert.partialDeepStrictEqual(rows, [{ matter: 'W07 线下调查', dueOn: '2024-12-16', outcome: '已完成' }])
})

test('a shift is one per day, and is handed over with a note', async () => {
  const shift = { onDay: today, shift: '全天', leader: '王某', bailiffs: '某甲、某乙' }
  const { entryId, problem } = await given(year, 'command-centre.record-shift', shift)
  assert.equal(problem, null)
  assert.equal(await typeOf('command-centre.record-shift', shift), '/problems/registers/same-entry')
  const handOver = { entryId, handedOverOn: today, handedOverAt: '08:20', takenOverBy: '某丙' }
  assert.equal(await typeOf('command-centre.hand-over-shift', handOver), '/problems/registers/unlawful-entry')
  assert.equal(await typeOf('command-centre.hand-over-shift', { ...handOver, note: '无' }), null)
})

test('the wall tells who leads today and on which days of the week nobody does', async () => {
  const { duty, at, today: shown } = await see()
  assert.deepEqual([duty.leader, duty.shifts, duty.bailiffs, duty.handedOver, shown], ['王某', 1, 2, 1, today])
  assert.equal(duty.uncovered.length, 6)
  assert.equal(at, '2025-01-07T02:00:00Z')
})

test('in custody is who was delivered and not released, with the days left', async () => {
  const { caseId, debtors } = await caseOf(year, openCase)
  const inside = (await see()).custody.inside.count
  const decided = { caseId, partyId: debtors[0]?.partyId, decidedOn: '2025-01-06', days: 10, ground: '妨碍执行' }
  const { entryId } = await given(year, 'measures.record-detention', decided)
  assert.equal((await see()).custody.inside.count, inside)
  await given(year, 'measures.deliver-detention', { entryId, deliveredOn: '2025-01-06' })
  const { custody } = await see()
  assert.equal(custody.inside.count, inside + 1)
  assert.partialDeepStrictEqual(
    custody.cases.find(({ caseNumber }) => caseNumber === openCase),
    { lastDay: '2025-01-16', daysLeft: 9 },
  )
  await given(year, 'measures.release-detention', { entryId, releasedOn: today, release: '履行义务提前解除' })
  assert.equal((await see()).custody.inside.count, inside)
})

test('the calls of today are counted, and one without an outcome stands with its minutes', async () => {
  const call = { calledOn: today, calledAt: '09:20', channel: '值班电话', report: '被执行人在家' }
  const { entryId } = await given(year, 'hotline.record-call', call)
  await given(year, 'hotline.dispatch-call', { entryId, dispatch: '法院出警', unit: '法警大队' })
  const { calls } = await see()
  assert.deepEqual([calls.received.count, calls.dispatched.count, calls.resolved.count], [1, 1, 0])
  assert.partialDeepStrictEqual(calls.open, [{ number: 'ZX110-20250107-001', state: '已派警', minutes: 40 }])
})

test('what the wall counts is what the list behind it counts', async () => {
  const { clocks, orders, custody, calls } = await see()
  const total = async (query: string, href: string) => {
    const input = Object.fromEntries(new URL(href, 'http://x').searchParams)
    const { view: _view, ...narrowing } = input
    return (await asked<Rows>(year, query, narrowing)).total
  }
  const running = async (narrowing: object) => (await asked<Rows>(year, 'cases.clocks', narrowing)).total
  assert.match(clocks.overdue.href, /view=overdue/)
  assert.equal(await running({ state: 'overdue' }), clocks.overdue.count)
  assert.match(clocks.week.href, /view=week/)
  assert.equal(await running({ dueFrom: '2025-01-07', dueTo: '2025-01-12' }), clocks.week.count)
  assert.equal(await total('command-centre.work-orders', orders.open.href), orders.open.count)
  assert.equal(await total('command-centre.work-orders', orders.overdue.href), orders.overdue.count)
  assert.equal(await total('hotline.calls', calls.dispatched.href), calls.dispatched.count)
  const inside = await asked<Rows>(year, 'measures.detentions', { has: 'deliveredOn', lacks: 'releasedOn' })
  assert.equal(inside.total, custody.inside.count)
})

test('3+1 stands on the wall with its band, the day it reaches to and when it was reckoned', async () => {
  const core = await asked<z.input<typeof WallCore>>(year, 'command-centre.wall-core', {})
  assert.deepEqual([core.at, core.until], [year.clock().toString(), '2024-12-31'])
  assert.deepEqual(
    core.members.map(({ id, printed, remark, inside }) => [id, printed ?? remark?.zh, inside]),
    [
      ['K12', '尚无记录', null],
      ['K10', '尚无记录', null],
      ['K18', '尚无记录', null],
      ['K01', '99.74%', true],
    ],
  )
  assert.match(core.members[3]?.band ?? '', /^≥80/)
})

test('no debtor, caller or phone stands on the wall', async () => {
  const text = JSON.stringify(await see())
  const { debtors } = await caseOf(year, openCase)
  for (const { name } of debtors) assert.ok(!text.includes(name))
  assert.doesNotMatch(text, /169\d{8}|\d{17}[\dX]/)
})

test('load is told by court and team, never by person', async () => {
  type Value = { readonly id: string; readonly variant: string; readonly dimension: string; readonly printed: string }
  const { rows } = await asked<Rows<Value>>(year, 'indicators.values', {
    from: '2024-01-01',
    to: '2024-12-31',
    by: ['court', 'handler'],
  })
  const own = rows.filter(({ id }) => id === 'K45')
  assert.ok(own.length > 0 && own.every(({ dimension }) => dimension === 'court'))
  const list = await asked<Rows>(year, 'command-centre.indicator-records', {
    from: '2024-01-01',
    to: '2024-12-31',
    id: 'K45',
    variant: 'printed',
    side: 'numerator',
  })
  assert.equal(list.sums?.['weight'], '1188')
})

test('the roster is for those who may draw it up, and who sees no case sees no order of it', async () => {
  const clerk = staff('11111111-1111-4111-8111-111111111111', ['command-centre.read', 'command-centre.record'])
  assert.equal((await asked<Rows>(year, 'command-centre.work-orders', {}, clerk)).total, 0)
  const { problem } = await given(year, 'command-centre.record-shift', { onDay: '2025-01-08', shift: '全天' }, clerk)
  assert.equal(problem?.status, 403)
  await assert.rejects(asked(year, 'command-centre.wall', {}, clerk), /not-permitted/)
})

test('whom the court knows is put on duty for a day on which they hold a post', async () => {
  await prepareCourt(year, court)
  const operator = systemActor(court, 'operator', '运行维护', ['identity.manage-people', 'identity.manage-rights'])
  const done = async (command: string, input: object) => {
    const reply = await execute(year, { ...operator, provedAt: year.clock() }, { command, input })
    assert.ok(!isRefusal(reply), isRefusal(reply) ? JSON.stringify(reply.problem) : '')
    return reply.answer ?? {}
  }
  const { staffId } = await done('identity.create-person', { name: '穆小洲' })
  await done('identity.give-post', { staffId, postId: 'judge', fromOn: '2025-01-10', untilOn: '2025-01-12' })
  const shift = (onDay: string) => ({ onDay, shift: '夜班', leader: '王某', bailiffs: '某甲', judge: '穆小洲' })
  for (const onDay of ['2025-01-09', '2025-01-13']) {
    const { problem } = await given(year, 'command-centre.record-shift', shift(onDay))
    assert.equal(problem?.type, '/problems/command-centre/not-on-post')
    assert.match(problem?.detail.zh ?? '', /^穆小洲2025/)
  }
  for (const onDay of ['2025-01-10', '2025-01-12'])
    assert.equal((await given(year, 'command-centre.record-shift', shift(onDay))).problem, null)
})
