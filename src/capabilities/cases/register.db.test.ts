import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { caseOf, person } from './testing/case-of.ts'
import { staff, testCourt } from './testing/court.ts'

const today = '2024-03-12'

type Row = { caseNumber: string; nextStep: string | null; nextDue: string | null; dueState: string | null }
type Page = { rows: Row[]; total: number; sums: Record<string, string> }

/** 执1 filed today, 执2 late with its notice, 执3 another judge's, 执4 unassigned, 执5 closed. */
async function courtWithCases(t: TestContext) {
  const court = await testCourt(t, today)
  const [judge = '', otherJudge = '', president = ''] = await court.people('薰', '茗', '濯')
  const sides = [person('applicant', '黛一舟'), person('debtor', '周远岚')]
  const ids = await court.record([
    caseOf({ serial: 1, handlerId: judge, filedOn: today, claimFen: 100n, parties: sides, flags: ['涉稳'] }),
    caseOf({ serial: 2, handlerId: judge, filedOn: '2024-02-01', claimFen: 200n, recoveredFen: 50n, parties: sides }),
    caseOf({ serial: 3, handlerId: otherJudge, filedOn: '2024-02-01', claimFen: 400n, parties: sides }),
    caseOf({ serial: 4, filedOn: today, claimFen: 800n, parties: sides }),
    caseOf({
      serial: 5,
      handlerId: judge,
      filedOn: '2024-01-02',
      closedOn: '2024-02-02',
      manner: 'performed',
      parties: sides,
    }),
  ])
  const may = ['cases.read', 'desk.use', 'cases.handle', 'cases.close', 'cases.take']
  return {
    ...court,
    ids,
    president,
    judge: staff(judge, 'own', may),
    director: staff(otherJudge, 'court', [...may, 'cases.assign']),
  }
}

type Court = Awaited<ReturnType<typeof courtWithCases>>
const numbers = async (court: Court, who: Court['judge'], filter: object) => {
  const { rows, total } = await court.answer<Page>(who, 'cases.register', filter)
  assert.equal(total, rows.length)
  return rows.map(({ caseNumber }) => Number(/执(\d+)号/.exec(caseNumber)?.[1])).toSorted((a, b) => a - b)
}

test('a line names what its nearest clock asks for and until when', async (t) => {
  const court = await courtWithCases(t)
  const { rows } = await court.answer<Page>(court.judge, 'cases.register', { text: '执2' })
  assert.deepEqual([rows[0]?.nextStep, rows[0]?.dueState], ['首次网络查控', 'overdue'])
  const closed = await court.answer<Page>(court.judge, 'cases.register', { text: '执5' })
  assert.deepEqual([closed.rows[0]?.nextStep, closed.rows[0]?.nextDue], [null, null])
})

test('a sheet of the list prints words, not codes', async (t) => {
  const court = await courtWithCases(t)
  const { rows } = await court.answer<{ rows: { stageWord: string; mannerWord: string | null }[] }>(
    court.judge,
    'cases.register',
    { text: '执5' },
  )
  assert.deepEqual([rows[0]?.stageWord, rows[0]?.mannerWord], ['已结案', '执行完毕'])
})

test('each saved view of the list holds just its cases', async (t) => {
  const court = await courtWithCases(t)
  const of = (filter: object) => numbers(court, court.director, filter)
  assert.deepEqual(await of({ open: true }), [1, 2, 3, 4])
  assert.deepEqual(await of({ mine: true, open: true }), [3])
  assert.deepEqual(await of({ due: 'overdue' }), [2, 3])
  assert.deepEqual(await of({ unassigned: true }), [4])
  assert.deepEqual(await of({ quietSince: '2024-02-11' }), [2, 3])
  assert.deepEqual(await of({ quietDays: 30 }), [2, 3])
  assert.deepEqual(await of({ closedMonthsAgo: 1 }), [5])
  assert.deepEqual(await of({ closedMonthsAgo: 2 }), [])
  assert.deepEqual(await of({ flag: '涉稳' }), [1])
  assert.deepEqual(await of({ handlerName: '茗' }), [3])
  assert.deepEqual(await of({ claimAtLeastFen: '200', claimAtMostFen: '400' }), [2, 3])
  assert.deepEqual(await of({ text: '周远' }), [1, 2, 3, 4, 5])
})

test('a judge’s list holds the judge’s cases, whatever is asked for', async (t) => {
  const court = await courtWithCases(t)
  assert.deepEqual(await numbers(court, court.judge, {}), [1, 2, 5])
  assert.deepEqual(await numbers(court, court.judge, { unassigned: true }), [])
  assert.deepEqual(await numbers(court, court.judge, { due: 'overdue' }), [2])
})

test('the list can be ordered by what ends first, and cases without a clock come last', async (t) => {
  const court = await courtWithCases(t)
  const { ask } = await import('#kernel/pipeline/ask.ts')
  const page = (await ask(court.platform, court.judge, { query: 'cases.register', input: {}, sort: 'dueOn' })) as Page
  assert.deepEqual(
    page.rows.map(({ caseNumber }) => caseNumber.at(-2)),
    ['2', '1', '5'],
  )
})

type Counts = { id: string; count: number; href: string }[]

test('a figure of the desk equals the total of the list it opens', async (t) => {
  const court = await courtWithCases(t)
  for (const [who, filters] of [
    [court.judge, { overdue: { mine: true, due: 'overdue' }, open: { mine: true, open: true } }],
    [court.director, { overdue: { due: 'overdue' }, open: { open: true }, unassigned: { unassigned: true } }],
  ] as const) {
    const counts = await court.answer<Counts>(who, 'desk.counts')
    for (const [id, filter] of Object.entries(filters)) {
      const figure = counts.find((count) => count.id === id)?.count
      assert.equal(figure, (await numbers(court, who, filter)).length, id)
    }
  }
  assert.ok(!(await court.answer<Counts>(court.judge, 'desk.counts')).some(({ id }) => id === 'unassigned'))
})

type Today = { rows: { id: string; caseNumber: string; state: string; group: string }[]; putOff: number }

test('a row leaves the desk when the fact exists', async (t) => {
  const court = await courtWithCases(t)
  const rows = async () => (await court.answer<Today>(court.judge, 'desk.today')).rows
  const before = await rows()
  const notice = before.find(({ group, caseNumber }) => group === 'T04' && caseNumber.includes('执2号'))
  assert.equal(notice?.state, 'overdue')
  assert.equal(before[0]?.state, 'overdue')
  await court.give(court.judge, 'cases.record-event', {
    caseId: court.ids[1],
    kind: 'notice-served',
    occurredOn: today,
  })
  assert.ok(!(await rows()).some(({ id }) => id === notice?.id))
})

test('what is due today cannot be put off, and nothing past its limit', async (t) => {
  const court = await courtWithCases(t)
  const { rows } = await court.answer<Today>(court.judge, 'desk.today')
  const late = rows.find(({ state }) => state === 'overdue')
  const due = rows.find(({ caseNumber, group }) => caseNumber.includes('执1号') && group === 'T07')
  const until = (itemId: string | undefined, day: string) =>
    court.refusal(court.judge, 'desk.put-off', { itemId, until: day })
  assert.equal((await until(late?.id, '2024-03-13'))?.type, '/problems/desk/due-today')
  assert.equal((await until(due?.id, '2024-04-30'))?.type, '/problems/desk/past-the-limit')
  assert.equal((await until(due?.id, today))?.type, '/problems/desk/not-later')
  assert.equal((await until('clock:none', '2024-03-13'))?.type, '/problems/desk/no-such-item')
  assert.equal(await until(due?.id, '2024-03-13'), undefined)
  const after = await court.answer<Today>(court.judge, 'desk.today')
  assert.equal(after.putOff, 1)
  assert.ok(!after.rows.some(({ id }) => id === due?.id))
})

type Notices = { rows: { text: string; by: string | null; unread: boolean }[]; unread: number }

test('messages tell what others did in one’s cases since yesterday, until they are read', async (t) => {
  const court = await courtWithCases(t)
  court.forward({ minutes: 5 })
  await court.give(court.director, 'cases.record-event', {
    caseId: court.ids[1],
    kind: 'notice-served',
    occurredOn: today,
  })
  await court.give(court.judge, 'cases.record-event', { caseId: court.ids[1], kind: 'note', occurredOn: today })
  court.forward({ minutes: 5 })
  const told = await court.answer<Notices>(court.judge, 'desk.notices')
  assert.deepEqual(
    told.rows.map(({ text, by }) => [text, by]),
    [['（2024）川1123执2号 执行通知书送达', '茗']],
  )
  assert.equal(told.unread, 1)
  await court.give(court.judge, 'desk.mark-read', {})
  assert.equal((await court.answer<Notices>(court.judge, 'desk.notices')).unread, 0)
})

type Menu = { must: { command: string; ruleId: string; state: string; input: object }[]; items: { command: string }[] }

test('what a running clock asks for stands first in the lawful-action menu, with what is known', async (t) => {
  const court = await courtWithCases(t)
  const menu = await court.answer<Menu>(court.judge, 'cases.menu', { caseId: court.ids[1] })
  assert.deepEqual(
    menu.must.map(({ ruleId, state }) => [ruleId, state]),
    [
      ['T07', 'overdue'],
      ['T04', 'overdue'],
      ['T05', 'overdue'],
    ],
  )
  assert.deepEqual(menu.must[1]?.input, { kind: 'notice-served' })
})

type Checks = { checks: { id: string; state: string; proof: { on: string } | null; remedy: { kind: string } | null }[] }

test('the check list of a round names what is missing in the words of the refusal', async (t) => {
  const court = await courtWithCases(t)
  const { checks } = await court.answer<Checks>(court.judge, 'cases.termination-checks', { caseId: court.ids[1] })
  const refused = await court.refusal(court.judge, 'cases.terminate-round', {
    caseId: court.ids[1],
    occurredOn: today,
    reason: '查无财产',
  })
  assert.deepEqual(
    refused?.pointers?.map(({ pointer }) => pointer.split('/').at(-1)),
    checks.filter(({ state }) => state === 'missing').map(({ id }) => id),
  )
  assert.equal(
    (await court.barred(court.judge, 'cases.termination-checks', { caseId: court.ids[2] }))?.type,
    '/problems/kernel/outside-scope',
  )
})

test('only the president records the president’s approval', async (t) => {
  const court = await courtWithCases(t)
  const approval = { caseId: court.ids[1], kind: 'president-approved', occurredOn: today }
  const refused = await court.refusal(court.judge, 'cases.record-event', approval)
  assert.equal(refused?.type, '/problems/cases/decision-of-another-post')
  const president = staff(court.president, 'court', ['cases.handle', 'cases.approve-termination'])
  await court.give(president, 'cases.record-event', approval)
})
