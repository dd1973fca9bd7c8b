import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { type TestContext, test } from 'node:test'
import { identity } from '#capabilities/identity'
import { operations, prepareCourt } from '#capabilities/operations'
import { capability } from '#kernel/capability.ts'
import { openCourt } from '#kernel/court.ts'
import { cipherOf } from '#kernel/crypto/cipher.ts'
import { openClient, openPool } from '#kernel/database/connect.ts'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import type { Actor } from '#kernel/occasion.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { type Platform, silentLog } from '#kernel/platform.ts'
import { isRefusal } from '#kernel/problem.ts'
import { registryOf } from '#kernel/registry.ts'
import { afterwards } from '#kernel/testing/afterwards.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { enforcementLimit } from '#law/parameters.ts'
import { byCaseLimit, byRule, type ClockEvent, type ClockRule, deadlines, never, reckonClocks } from './index.ts'

const court = '川1123'
const common = { subject: 'thing', whom: 'handler', missed: label('', ''), source: 'L', warn: 3 } as const

const clocks: readonly ClockRule[] = [
  {
    ...common,
    id: 'X04',
    title: label('发通知', 'Notice'),
    starts: ['filed'],
    finishes: ['served'],
    limit: byRule('filing.notice'),
  },
  {
    ...common,
    id: 'X25',
    title: label('审限', 'Limit'),
    starts: ['filed'],
    finishes: ['closed'],
    pauses: [{ from: 'stayed', until: ['resumed'], title: label('中止', 'Stay') }],
    limit: byCaseLimit('enforcement', enforcementLimit),
  },
]

const things = capability({ name: 'things', title: label('事项', 'Things'), migrations: null, clocks })

/** A court on a day that stands still, with a room that declares two rules and keeps its events in a map. */
async function courtOn(t: TestContext, today: string) {
  const rooms = [operations, identity, deadlines, things]
  const url = await testDatabase(rooms)
  const owner = await openClient(url)
  await openCourt(owner, court, '某人民法院')
  await owner.end()
  const pool = openPool(url)
  pool.on('error', () => {})
  afterwards(t, () => pool.end())
  let now = Temporal.Instant.from(`${today}T01:00:00Z`)
  const platform: Platform = {
    pool,
    url,
    registry: registryOf(rooms),
    cipher: cipherOf(randomBytes(32)),
    clock: () => now,
    dataDir: tmpdir(),
    log: silentLog,
  }
  await prepareCourt(platform, court)
  const events = new Map<string, readonly ClockEvent[]>()
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(platform, { court, unit: null }, work)
  return {
    platform,
    inside,
    turnTo: (day: string) => (now = Temporal.Instant.from(`${day}T01:00:00Z`)),
    /** Sets what happened to a thing and reckons its clocks; null makes it vanish. */
    happen: (id: string, list: readonly ClockEvent[] | null) => {
      if (list === null) events.delete(id)
      else events.set(id, list)
      return inside((tx) =>
        reckonClocks(tx, 'thing', [id], async (_tx, ids) =>
          ids.flatMap((known) => {
            const found = events.get(known)
            return found ? [{ id: known, caseId: null, traits: [], events: found }] : []
          }),
        ),
      )
    },
    stored: () =>
      inside(async ({ client }) => {
        const { rows } = await client.query(
          'select rule_id, step, started_on, due_on, finished_on, provisional from deadlines_clock order by rule_id, step',
        )
        return rows
      }),
  }
}

const person = (id: string, ...permissions: string[]): Actor => ({
  id,
  name: id,
  kind: 'staff',
  court,
  teams: [],
  unit: null,
  grants: permissions.map((permission) => ({ permission, scope: 'court' })),
  posts: [],
  provedAt: null,
  secondFactor: false,
})

const clerk = person(newId(), 'deadlines.propose-notice', 'deadlines.read')
const director = person(newId(), 'deadlines.sign-notice', 'deadlines.propose-notice', 'deadlines.read')

const give = async (platform: Platform, actor: Actor, command: string, input: unknown) => {
  const reply = await execute(platform, actor, { command: `deadlines.${command}`, input })
  return isRefusal(reply) ? reply.problem.type : (reply.answer ?? {})
}

const newYear = {
  year: 2027,
  source: '国办发明电〔2026〕0号（示例）',
  days: [
    { date: '2027-01-01', name: '元旦', off: true },
    { date: '2027-01-07', name: '元旦', off: true },
    { date: '2027-01-09', name: '元旦', off: false },
  ],
}

test('what the events start is stored, and reckoning again writes nothing', async (t) => {
  const { happen, stored } = await courtOn(t, '2024-03-01')
  const id = newId()
  const filed = [{ kind: 'filed', on: '2024-01-15' }]
  assert.deepEqual(await happen(id, filed), { saved: 2, removed: 0 })
  assert.deepEqual(await stored(), [
    { rule_id: 'X04', step: 1, started_on: '2024-01-15', due_on: '2024-01-25', finished_on: null, provisional: false },
    { rule_id: 'X25', step: 1, started_on: '2024-01-15', due_on: '2024-07-15', finished_on: null, provisional: false },
  ])
  assert.deepEqual(await happen(id, filed), { saved: 0, removed: 0 })
})

test('only the clock that an event concerns is written', async (t) => {
  const { happen, stored } = await courtOn(t, '2024-03-01')
  const id = newId()
  const filed = [{ kind: 'filed', on: '2024-01-15' }]
  await happen(id, filed)
  assert.deepEqual(await happen(id, [...filed, { kind: 'served', on: '2024-01-20' }]), { saved: 1, removed: 0 })
  assert.deepEqual(await happen(id, [...filed, { kind: 'stayed', on: '2024-02-01' }]), { saved: 2, removed: 0 })
  assert.equal((await stored())[1].due_on, never)
})

test('clocks of a record that is gone are gone, and no others', async (t) => {
  const { happen, stored } = await courtOn(t, '2024-03-01')
  const [one, other] = [newId(), newId()]
  await happen(one, [{ kind: 'filed', on: '2024-01-15' }])
  await happen(other, [{ kind: 'filed', on: '2024-01-16' }])
  assert.deepEqual(await happen(one, null), { saved: 0, removed: 2 })
  assert.deepEqual(
    (await stored()).map(({ started_on }) => started_on),
    ['2024-01-16', '2024-01-16'],
  )
})

test('a signed notice moves the clocks that lean on its year, and the journal says which', async (t) => {
  const { platform, happen, stored, inside } = await courtOn(t, '2026-12-28')
  await happen(newId(), [{ kind: 'filed', on: '2026-12-28' }])
  await happen(newId(), [{ kind: 'filed', on: '2026-12-28' }])
  const before = (await stored()).filter(({ rule_id }) => rule_id === 'X04')
  assert.deepEqual(
    before.map(({ due_on, provisional }) => [due_on, provisional]),
    [
      ['2027-01-07', true],
      ['2027-01-07', true],
    ],
  )
  const effect = await ask(platform, clerk, { query: 'deadlines.calendar-effect', input: { notice: newYear } })
  const move = {
    ruleId: 'X04',
    title: '发通知',
    step: 1,
    startedOn: '2026-12-28',
    before: '2027-01-07',
    after: '2027-01-08',
    clocks: 2,
  }
  assert.deepEqual(effect, { clocks: 2, settled: 2, moves: [move] })

  const proposed = await give(platform, clerk, 'propose-notice', { notice: newYear })
  assert.ok(typeof proposed === 'object')
  assert.deepEqual(await give(platform, director, 'sign-notice', proposed), { clocks: 2, settled: 2 })
  assert.deepEqual(
    (await stored()).filter(({ rule_id }) => rule_id === 'X04').map(({ due_on, provisional }) => [due_on, provisional]),
    [
      ['2027-01-08', false],
      ['2027-01-08', false],
    ],
  )
  const text = await inside(async ({ client }) => {
    const { rows } = await client.query<{ text: string }>(
      "select text from kernel_journal where type = 'deadlines.notice-signed'",
    )
    return rows[0]?.text ?? ''
  })
  assert.deepEqual(JSON.parse(text).fact.effect.moves, [move])
})

test('a proposed notice moves nothing', async (t) => {
  const { platform, happen, stored } = await courtOn(t, '2026-12-28')
  await happen(newId(), [{ kind: 'filed', on: '2026-12-28' }])
  const before = await stored()
  await give(platform, clerk, 'propose-notice', { notice: newYear })
  assert.deepEqual(await stored(), before)
  const year = await ask(platform, clerk, { query: 'deadlines.calendar', input: { year: 2027 } })
  assert.ok(typeof year === 'object' && year !== null && 'known' in year && 'waiting' in year && 'proposal' in year)
  assert.deepEqual([year.known, year.waiting], [false, 1])
  assert.ok(year.proposal)
})

test('whoever proposed a notice does not sign it, and a decided one is not decided again', async (t) => {
  const { platform } = await courtOn(t, '2026-12-28')
  const proposed = await give(platform, director, 'propose-notice', { notice: newYear })
  assert.equal(await give(platform, director, 'sign-notice', proposed), '/problems/deadlines/proposer-may-not-sign')
  const other = person(newId(), 'deadlines.sign-notice')
  assert.deepEqual(await give(platform, other, 'refuse-notice', { ...(proposed as object), reason: '日期有误' }), {})
  assert.equal(await give(platform, other, 'sign-notice', proposed), '/problems/deadlines/proposal-decided')
})

test('two notices for one year do not wait side by side', async (t) => {
  const { platform } = await courtOn(t, '2026-12-28')
  await give(platform, clerk, 'propose-notice', { notice: newYear })
  assert.equal(
    await give(platform, director, 'propose-notice', { notice: newYear }),
    '/problems/deadlines/notice-is-waiting',
  )
})

test('a notice with a day of another year, a day twice, or a weekday as worked in lieu is refused', async (t) => {
  const { platform } = await courtOn(t, '2026-12-28')
  const withDay = (date: string, off = true) => ({
    notice: { ...newYear, days: [...newYear.days, { date, name: '试', off }] },
  })
  for (const [input, problem] of [
    [withDay('2026-06-01'), 'day-outside-year'],
    [withDay('2027-01-01'), 'day-twice'],
    [withDay('2027-01-05', false), 'day-as-usual'],
  ] as const) {
    assert.equal(await give(platform, clerk, 'propose-notice', input), `/problems/deadlines/${problem}`)
  }
})

test('the last days of December belong to the new year’s notice', async (t) => {
  const { platform, happen, stored } = await courtOn(t, '2026-12-21')
  await happen(newId(), [{ kind: 'filed', on: '2026-12-21' }])
  const days = [{ date: '2026-12-31', name: '元旦', off: true }, ...newYear.days]
  const proposed = await give(platform, clerk, 'propose-notice', { notice: { ...newYear, days } })
  await give(platform, director, 'sign-notice', proposed)
  assert.equal((await stored())[0].due_on, '2027-01-04')
})

test('each overdue clock is noticed once, and again only when it is missed anew', async (t) => {
  const { platform, happen, inside, turnTo } = await courtOn(t, '2024-01-25')
  const id = newId()
  await happen(id, [{ kind: 'filed', on: '2024-01-15' }])
  const [sweep] = deadlines.jobs ?? []
  assert.ok(sweep)
  assert.equal(await sweep.run(platform, court, {}), '新提示超期0个')
  turnTo('2024-01-26')
  assert.equal(await sweep.run(platform, court, {}), '新提示超期1个')
  assert.equal(await sweep.run(platform, court, {}), '新提示超期0个')
  const noticed = await inside(
    async ({ client }) => (await client.query('select rule_id, due_on, noticed_on from deadlines_notice')).rows,
  )
  assert.deepEqual(noticed, [{ rule_id: 'X04', due_on: '2024-01-25', noticed_on: '2024-01-26' }])
  await happen(id, [{ kind: 'filed', on: '2024-01-10' }])
  assert.equal(await sweep.run(platform, court, {}), '新提示超期1个')
})

test('a record made while the calendar is being changed ends up reckoned by the new calendar', async (t) => {
  const { platform, happen, stored } = await courtOn(t, '2026-12-28')
  const id = newId()
  const proposed = await give(platform, clerk, 'propose-notice', { notice: newYear })
  await Promise.all([
    give(platform, director, 'sign-notice', proposed),
    ...Array.from({ length: 6 }, (_, i) => happen(i === 0 ? id : newId(), [{ kind: 'filed', on: '2026-12-28' }])),
  ])
  const ends = (await stored()).filter(({ rule_id }) => rule_id === 'X04').map(({ due_on }) => due_on)
  assert.deepEqual(new Set(ends), new Set(['2027-01-08']))
})

test('the time-limit sheet names every declared rule with its length and article', async (t) => {
  const { platform } = await courtOn(t, '2024-03-01')
  const sheet = await ask(platform, clerk, { query: 'deadlines.rules', input: {} })
  assert.ok(Array.isArray(sheet))
  assert.deepEqual(
    sheet.map(({ ruleId, title, length }) => [ruleId, title, length]),
    [
      ['X04', '发通知', '10日'],
      ['X25', '审限', '6个月'],
    ],
  )
})
