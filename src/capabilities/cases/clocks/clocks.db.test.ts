import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type TestContext, test } from 'node:test'
import { clockState, deadlines } from '#capabilities/deadlines'
import { identity } from '#capabilities/identity'
import { importFile, ledgers } from '#capabilities/ledgers'
import { operations, prepareCourt } from '#capabilities/operations'
import { parties } from '#capabilities/parties'
import { capability, type DeskItem } from '#kernel/capability.ts'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { type Actor, type Grant, type Occasion, systemActor } from '#kernel/occasion.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { execute, reactTo } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { isRefusal } from '#kernel/problem.ts'
import { testPlatform } from '#kernel/testing/platform.ts'
import { newId } from '#kernel/values/ids.ts'
import { cases } from '../capability.ts'
import { type CaseRecord, recordCases } from '../register.ts'
import type { CaseTypeCode } from '../case-types.ts'
import { caseOf, person } from '../testing/case-of.ts'
import { caseClockReaction, caseClockRules, caseClockSource, clockDesk, clockQueries, recordLookUp } from './index.ts'

const court = '川1123'
const room = capability({
  ...cases,
  clocks: caseClockRules,
  clockSources: [caseClockSource],
  reactions: [caseClockReaction],
  queries: clockQueries,
  commands: [...new Set([...(cases.commands ?? []), recordLookUp])],
  desk: [clockDesk],
})
const rooms = [operations, identity, ledgers, deadlines, parties, room]

const [judge, clerk, otherJudge, director] = [newId(), newId(), newId(), newId()]
const staff = (id: string, ...grants: Grant[]): Actor => ({
  id,
  name: id,
  kind: 'staff',
  court,
  teams: [],
  unit: null,
  grants,
  posts: [],
  provedAt: null,
  secondFactor: false,
})
const owning = (id: string) =>
  staff(id, { permission: 'cases.read', scope: 'own' }, { permission: 'cases.handle', scope: 'own' })
const overseeing = staff(
  director,
  ...['cases.read', 'cases.handle', 'cases.assign', 'cases.close'].map((permission) => ({
    permission,
    scope: 'court' as const,
  })),
)

const happened = (type: string, caseId: string) => ({ type, caseId })

async function courtOn(t: TestContext, today: string) {
  const platform = await testPlatform(t, rooms, { court, now: `${today}T01:00:00Z` })
  await prepareCourt(platform, court)
  const inside = <T>(work: (tx: Tx, occasion: Occasion) => Promise<T>) =>
    inTransaction(platform, { court, unit: null }, async (tx) => work(tx, await occasionFor(tx, overseeing)))
  await inside(({ client }) =>
    client.query(
      "insert into identity_staff (staff_id, name, active_from) select *, date '2020-01-01' from unnest($1::uuid[], $2::text[])",
      [
        [judge, clerk, otherJudge, director],
        ['薰珊庆', '黛坚雪', '茗航勇', '濯清平'],
      ],
    ),
  )
  return {
    platform,
    inside,
    turnTo: (day: string) => platform.forward(platform.clock().until(Temporal.Instant.from(`${day}T01:00:00Z`))),
    /** Puts cases on record as an import does. */
    record: (records: readonly CaseRecord[]) =>
      inside(async (tx, occasion) => {
        const ids = await recordCases(tx, records, { batchId: null }, occasion)
        await reactTo(
          tx,
          ids.map((id) => happened('cases.case-imported', id)),
          occasion,
        )
        return ids
      }),
    give: async (actor: Actor, command: string, input: unknown) => {
      const reply = await execute(platform, actor, { command: `cases.${command}`, input })
      return isRefusal(reply) ? reply.problem.type : 'done'
    },
    clocksOf: (caseId: string) =>
      inside(async ({ client }) => {
        const { rows } = await client.query<{
          rule_id: string
          step: number
          due_on: string
          finished_on: string | null
          finished_by: string | null
        }>(
          'select rule_id, step, due_on, finished_on, finished_by from deadlines_clock where subject_id = $1 order by rule_id, step',
          [caseId],
        )
        return rows
      }),
  }
}

let serial = 0
function record(typeCode: CaseTypeCode, filedOn: string, more: Partial<CaseRecord> = {}): CaseRecord {
  serial += 1
  return caseOf({
    serial,
    typeCode,
    year: Number(filedOn.slice(0, 4)),
    filedOn,
    cause: '买卖合同纠纷',
    basisNumber: '（2023）川1123民初1号',
    claimFen: 100n,
    handlerId: judge,
    clerkId: clerk,
    parties: [person('applicant', '谢某甲'), person('debtor', '周某乙')],
    ...more,
  })
}

const ended = (filedOn: string, closedOn: string) => record('执', filedOn, { closedOn, manner: 'round-terminated' })

const filing = {
  caseId: newId(),
  typeCode: '执',
  receivedOn: '2025-01-02',
  filedOn: '2025-01-06',
  cause: '买卖合同纠纷',
  basisNumber: '（2024）川1123民初7号',
  basisIssuer: '某人民法院',
  claimItems: [{ kind: 'principal', amountFen: '1000000', quoted: '支付货款10,000.00元' }],
  parties: [
    { role: 'applicant', name: '谢某甲', kind: 'person' },
    { role: 'debtor', name: '周某乙', kind: 'person' },
  ],
}

test('filing starts allocation, notice, report order and time limit; allocation starts the first inquiry', async (t) => {
  const { give, clocksOf } = await courtOn(t, '2025-01-06')
  const filer = staff(director, { permission: 'cases.file', scope: 'court' })
  assert.equal(await give(filer, 'file-case', filing), 'done')
  const due = async () =>
    Object.fromEntries((await clocksOf(filing.caseId)).map((c) => [c.rule_id, [c.due_on, c.finished_on]]))
  assert.deepEqual(await due(), {
    T03: ['2025-01-13', null],
    // The application came in on 2 January; the 12th is a Sunday.
    T04: ['2025-01-13', null],
    T05: ['2025-01-13', null],
    T25: ['2025-07-06', null],
  })
})

test('what is recorded by hand and what is imported start the same clocks', async (t) => {
  const { record: put, give, clocksOf } = await courtOn(t, '2024-09-12')
  const served = { kind: 'notice-served' as const, occurredOn: '2024-09-10' }
  const [byHand = '', byLedger = ''] = await put([
    record('执', '2024-09-02'),
    record('执', '2024-09-02', { events: [served] }),
  ])
  assert.equal(await give(owning(judge), 'record-event', { caseId: byHand, ...served }), 'done')
  assert.deepEqual(await clocksOf(byHand), await clocksOf(byLedger))
  assert.deepEqual(
    (await clocksOf(byHand)).map((c) => [c.rule_id, c.due_on, c.finished_on]),
    [
      ['T03', '2024-09-09', '2024-09-02'],
      ['T04', '2024-09-12', '2024-09-10'],
      ['T05', '2024-09-12', null],
      ['T07', '2024-09-07', null],
      ['T25', '2025-03-02', null],
    ],
  )
})

test('the time limit follows the kind of case', async (t) => {
  const { record: put, clocksOf } = await courtOn(t, '2024-09-20')
  const ids = await put([
    record('执', '2024-01-15', { basisNumber: '（2023）川1123行审12号' }),
    record('执异', '2024-09-20', { cause: '执行行为异议' }),
    record('执异', '2024-01-15', { cause: '变更追加被执行人' }),
    record('执复', '2024-09-20'),
    record('执恢', '2024-01-15'),
    record('执保', '2024-01-15'),
  ])
  const limits = await Promise.all(
    ids.map(async (id) =>
      (await clocksOf(id)).filter((c) => c.rule_id.startsWith('T25')).map((c) => [c.rule_id, c.due_on]),
    ),
  )
  assert.deepEqual(limits, [
    [['T25.non-litigation', '2024-04-15']],
    [['T25.objection', '2024-10-05']],
    [['T25.change-party', '2024-03-15']],
    [['T25.review', '2024-10-20']],
    [['T25', '2024-07-15']],
    [],
  ])
})

test('a closed case waits for nothing more', async (t) => {
  const { record: put, clocksOf } = await courtOn(t, '2024-09-12')
  const [id = ''] = await put([record('执', '2024-01-15', { closedOn: '2024-02-20', manner: 'withdrawn' })])
  assert.deepEqual(
    (await clocksOf(id)).filter((c) => c.finished_on === null),
    [],
  )
})

test('a case whose round was ended is looked up every six months until it is taken up again', async (t) => {
  const { record: put, give, clocksOf, inside } = await courtOn(t, '2024-09-12')
  const old = ended('2023-10-01', '2024-04-16')
  const [id = ''] = await put([old])
  const lookUps = async () =>
    (await clocksOf(id)).filter((c) => c.rule_id === 'T43').map((c) => [c.step, c.due_on, c.finished_by])
  assert.equal((await lookUps()).length, 10)
  assert.deepEqual((await lookUps())[0], [1, '2024-10-16', null])
  assert.equal(
    await give(owning(judge), 'record-look-up', { caseId: id, occurredOn: '2024-09-12', found: 'nothing' }),
    'done',
  )
  assert.deepEqual((await lookUps())[0], [1, '2024-10-16', 'pool-look-up'])

  const [resumption = ''] = await put([
    record('执恢', '2024-09-12', { links: [{ number: old.number.canonical, relation: 'resumes' }] }),
  ])
  assert.deepEqual(await lookUps(), [
    [1, '2024-10-16', 'pool-look-up'],
    [2, '2025-04-16', 'resumed'],
  ])
  await inside(async (tx, occasion) => {
    for (const table of ['cases_link', 'cases_event', 'cases_party', 'cases_case']) {
      await tx.client.query(`delete from ${table} where case_id = $1`, [resumption])
    }
    await reactTo(tx, [happened('cases.case-restored', resumption)], occasion)
  })
  assert.equal((await lookUps()).length, 10, 'the resumption was undone')
  assert.deepEqual(await clocksOf(resumption), [])
})

test('look-ups due before the ledger came are not held against the court', async (t) => {
  const { record: put, clocksOf } = await courtOn(t, '2025-01-06')
  const [id = ''] = await put([ended('2023-01-10', '2023-06-01')])
  const lookUps = (await clocksOf(id)).filter((c) => c.rule_id === 'T43')
  assert.deepEqual([lookUps.length, lookUps[0]?.step, lookUps[0]?.due_on], [7, 4, '2025-06-01'])
})

test('a look-up is recorded of a case in the pool only, and after the round ended', async (t) => {
  const { record: put, give } = await courtOn(t, '2024-09-12')
  const [open = '', pooled = ''] = await put([record('执', '2024-01-15'), ended('2023-10-01', '2024-04-16')])
  const look = (caseId: string, occurredOn: string) =>
    give(owning(judge), 'record-look-up', { caseId, occurredOn, found: 'nothing' })
  assert.equal(await look(open, '2024-09-01'), '/problems/cases/not-in-pool')
  assert.equal(await look(pooled, '2024-04-16'), '/problems/cases/before-termination')
  assert.equal(await look(pooled, '2024-09-13'), '/problems/cases/in-the-future')
  assert.equal(
    await give(owning(otherJudge), 'record-look-up', { caseId: pooled, occurredOn: '2024-09-01', found: 'nothing' }),
    '/problems/kernel/outside-scope',
  )
})

type Rows = { readonly rows: readonly Record<string, unknown>[]; readonly total?: number }
const listed = async (platform: Platform, actor: Actor, input: object = {}) =>
  (await ask(platform, actor, { query: 'cases.clocks', input, total: true })) as Rows

test('a person sees the clocks of his own cases, whoever reads for the court sees all', async (t) => {
  const { platform, record: put } = await courtOn(t, '2024-09-12')
  await put([record('执', '2024-09-02'), record('执', '2024-09-02', { handlerId: otherJudge, clerkId: null })])
  const totals = await Promise.all(
    [owning(judge), owning(clerk), owning(otherJudge), owning(newId()), overseeing].map((actor) =>
      listed(platform, actor),
    ),
  )
  assert.deepEqual(
    totals.map(({ total }) => total),
    [4, 4, 4, 0, 8],
  )
})

test('the list and the screen agree on how each clock stands, and the counts on how many', async (t) => {
  const { platform, record: put, inside } = await courtOn(t, '2024-09-12')
  await put([
    ...['2024-09-02', '2024-09-05', '2024-08-26', '2024-03-12', '2024-03-01', '2024-09-11', '2024-09-12'].map((on) =>
      record('执', on),
    ),
    ended('2023-10-01', '2024-04-16'),
  ])
  const { rows } = await listed(platform, overseeing)
  const days = await inside(async ({ client }) => {
    const found = await client.query<{ id: string; due_on: string; due_from: string; urgent_from: string }>(
      "select subject_id || ' ' || rule_id || ' ' || step as id, due_on, due_from, urgent_from from deadlines_clock where finished_on is null",
    )
    return new Map(found.rows.map((row) => [row.id, row]))
  })
  for (const row of rows) {
    const stored = days.get([row['caseId'], row['ruleId'], row['step']].join(' '))
    assert.ok(stored)
    const { due_on: dueOn, due_from: dueFrom, urgent_from: urgentFrom } = stored
    assert.equal(
      row['state'],
      clockState({ finishedOn: null, paused: false, dueOn, dueFrom, urgentFrom }, '2024-09-12'),
    )
  }
  assert.deepEqual(
    rows.map((row) => String(row['dueOn'])),
    rows.map((row) => String(row['dueOn'])).toSorted(),
    'overdue on top',
  )
  const counts = (await ask(platform, overseeing, { query: 'cases.clock-counts', input: { whose: 'all' } })) as Record<
    string,
    number
  >
  assert.equal((await listed(platform, overseeing, { state: 'overdue' })).total, counts['overdue'])
  assert.equal(
    (await listed(platform, overseeing, { dueFrom: '2024-09-12', dueTo: '2024-09-12' })).total,
    counts['today'],
  )
  assert.equal(
    (await listed(platform, overseeing, { dueFrom: '2024-09-12', dueTo: '2024-09-15' })).total,
    counts['week'],
  )
  assert.ok((counts['overdue'] ?? 0) > 0 && (counts['today'] ?? 0) > 0)
  const byRule = (await ask(platform, overseeing, { query: 'cases.overdue-counts', input: { by: 'rule' } })) as {
    overdue: number
    running: number
  }[]
  assert.equal(
    byRule.reduce((sum, { overdue }) => sum + overdue, 0),
    counts['overdue'],
  )
  const byHandler = (await ask(platform, overseeing, { query: 'cases.overdue-counts', input: { by: 'handler' } })) as {
    name: string
    overdue: number
  }[]
  assert.deepEqual(
    byHandler.map(({ name, overdue }) => [name, overdue]),
    [['薰珊庆', counts['overdue']]],
  )
})

test('counts of one person are those of his own list', async (t) => {
  const { platform, record: put } = await courtOn(t, '2024-09-12')
  await put([record('执', '2024-08-26'), record('执', '2024-08-26', { handlerId: otherJudge, clerkId: null })])
  const counts = (await ask(platform, owning(judge), { query: 'cases.clock-counts', input: {} })) as Record<
    string,
    number
  >
  assert.equal((await listed(platform, owning(judge), { state: 'overdue' })).total, counts['overdue'])
  assert.equal((await listed(platform, overseeing, { state: 'overdue', mine: true })).total, 0)
})

async function desk(court_: Awaited<ReturnType<typeof courtOn>>, actor: Actor): Promise<readonly DeskItem[]> {
  return inTransaction(court_.platform, { court, unit: null }, async (tx) =>
    clockDesk.items(tx, await occasionFor(tx, actor)),
  )
}

test('an act lies on the desk of whoever does it until the fact exists', async (t) => {
  const at = await courtOn(t, '2024-09-11')
  const [id = ''] = await at.record([record('执', '2024-09-02')])
  const wanted = (items: readonly DeskItem[]) => items.map(({ group, state }) => [group, state])
  assert.deepEqual(wanted(await desk(at, owning(clerk))), [
    ['T07', 'overdue'],
    ['T04', 'due'],
    ['T05', 'due'],
  ])
  assert.deepEqual(
    wanted(await desk(at, owning(judge))),
    [['T07', 'overdue']],
    'what is late lies with the handler too',
  )
  const notice = (await desk(at, owning(clerk))).find(({ group }) => group === 'T04')
  assert.deepEqual(notice?.act.input, { caseId: id, kind: 'notice-served' })
  assert.match(notice?.why ?? '', /^\p{Script=Han}+第\d+日 · 民诉解释§480$/u)
  assert.equal(await at.give(owning(clerk), 'record-event', { ...notice?.act.input, occurredOn: '2024-09-11' }), 'done')
  assert.deepEqual(wanted(await desk(at, owning(clerk))), [
    ['T07', 'overdue'],
    ['T05', 'due'],
  ])
})

test('a case nobody handles lies on the desk of whoever assigns', async (t) => {
  const at = await courtOn(t, '2024-09-09')
  await at.record([record('执', '2024-09-02', { handlerId: null, clerkId: null })])
  assert.deepEqual(
    (await desk(at, overseeing)).map(({ group }) => group),
    ['T03'],
  )
  assert.deepEqual(await desk(at, owning(judge)), [])
})

test('each clock of a case says why this date', async (t) => {
  const { platform, record: put } = await courtOn(t, '2024-09-30')
  const [id = ''] = await put([
    record('执', '2024-09-25', { events: [{ kind: 'first-inquiry', occurredOn: '2024-09-27' }] }),
  ])
  const read = async (query: string, input: object) => (await ask(platform, owning(judge), { query, input })) as never
  const notice: Record<string, unknown> = await read('cases.clock', { caseId: id, ruleId: 'T04' })
  assert.deepEqual(notice['derivation'], {
    startOn: '2024-09-25',
    startWhy: '立案，当日不计',
    length: '10日',
    counted: [{ from: '2024-09-26', to: '2024-10-05', days: 10 }],
    skipped: [{ from: '2024-10-05', to: '2024-10-07', why: '国庆节放假，期满日顺延' }],
    dueOn: '2024-10-08',
    citations: (notice['derivation'] as { citations: string[] }).citations,
    rule: 'filing.notice',
    workings: (notice['derivation'] as { workings: string[] }).workings,
    remarks: [],
  })
  const all: { ruleId: string; state: string }[] = await read('cases.case-clocks', { caseId: id })
  assert.deepEqual(
    all.map(({ ruleId, state }) => [ruleId, state]),
    [
      ['T04', 'due'],
      ['T05', 'due'],
      ['T25', 'far'],
      ['T07', 'met'],
      ['T03', 'met'],
    ],
  )
  const none = await ask(platform, owning(judge), { query: 'cases.clock', input: { caseId: id, ruleId: 'T99' } })
  assert.ok(isRefusal(none))
})

test('reckoning the same cases twice writes nothing', async (t) => {
  const { record: put, inside } = await courtOn(t, '2024-09-12')
  const ids = await put(
    Array.from({ length: 300 }, (_, i) =>
      i % 3 === 0 ? ended('2023-10-01', '2024-04-16') : record('执', '2024-08-26'),
    ),
  )
  const versions = () =>
    inside(
      async ({ client }) =>
        (await client.query('select xmin::text, count(*)::int as n from deadlines_clock group by 1')).rows,
    )
  const before = await versions()
  await inside((tx, occasion) =>
    reactTo(
      tx,
      ids.map((id) => happened('cases.case-revised', id)),
      occasion,
    ),
  )
  assert.deepEqual(await versions(), before)
})

test('a rule that a new version brings reaches the cases already on record', async (t) => {
  const { platform, record: put, inside, clocksOf } = await courtOn(t, '2024-09-12')
  const [id = ''] = await put([record('执', '2024-09-02'), ended('2023-10-01', '2024-04-16')])
  const before = await clocksOf(id)
  await inside(({ client }) => client.query('delete from deadlines_clock'))
  const job = deadlines.jobs?.find(({ kind }) => kind === 'deadlines.reckon-all')
  assert.equal(await job?.run(platform, court, {}), '重算期限：写入20个，撤去0个')
  assert.deepEqual(await clocksOf(id), before)
  assert.equal(await job?.run(platform, court, {}), '重算期限：写入0个，撤去0个')
  const waiting = () =>
    inside(async ({ client }) => {
      const { rows } = await client.query(
        "select count(*)::int as n from kernel_job where kind = 'deadlines.reckon-all'",
      )
      return rows[0]?.n
    })
  const asked = await waiting()
  await prepareCourt(platform, court)
  assert.equal(await waiting(), asked, 'the same rules ask for nothing')
  await inside(({ client }) => client.query("update deadlines_rule set fingerprint = 'older' where rule_id = 'T04'"))
  await prepareCourt(platform, court)
  assert.equal(await waiting(), asked + 1)
})

test('the clocks of a whole year’s ledger agree with its published node counts', async (t) => {
  const { platform, inside } = await courtOn(t, '2025-01-06')
  const sample = new URL('../../../../tests/samples/2024/', import.meta.url)
  const fileName = '01-首次执行案件台账.xlsx'
  const importer = systemActor(court, 'import', '导入', ['ledgers.import'])
  const read = await importFile(platform, importer, { fileName, bytes: readFileSync(new URL(fileName, sample)) })
  assert.ok(!('code' in read))
  const { nodes } = JSON.parse(readFileSync(new URL('truth.json', sample), 'utf8')).figures
  const count = (where: string) =>
    inside(async ({ client }) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from deadlines_clock where ${where}`,
      )
      return rows[0]?.n
    })
  assert.equal(
    await count("rule_id = 'T07' and finished_by = 'first-inquiry' and finished_on > due_on"),
    nodes.queryLaterThan5Days,
  )
  const laterThanTenDaysFromFiling = `finished_on > 10 + (
    select f.started_on from deadlines_clock f where f.case_id = deadlines_clock.case_id and f.rule_id = 'T03')`
  assert.equal(
    await count(`rule_id = 'T04' and finished_by = 'notice-served' and ${laterThanTenDaysFromFiling}`),
    nodes.noticeLaterThan10Days,
    'the published node counts from filing',
  )
  assert.equal(
    await count("rule_id like 'T25%' and finished_on > started_on + interval '6 months'"),
    nodes.closedLaterThan6Months,
  )
  const late = await count("rule_id = 'T04' and finished_by = 'notice-served' and finished_on > due_on")
  assert.ok((late ?? 0) > nodes.noticeLaterThan10Days, 'the law counts from the application, which came in earlier')
})
