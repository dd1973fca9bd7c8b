import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { z } from 'zod'
import { actorOf, identity, seedDemoPeople } from '#capabilities/identity'
import { capability } from '#kernel/capability.ts'
import { enqueue } from '#kernel/jobs/queue.ts'
import { startWorker } from '#kernel/jobs/worker.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import type { Actor } from '#kernel/occasion.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { isRefusal } from '#kernel/problem.ts'
import { testPlatform } from '#kernel/testing/platform.ts'
import { label } from '#kernel/values/labels.ts'
import type { JobRow, SavedView, SettingRow } from '../../src/capabilities/operations/contract.ts'
import { courtDay, operations, prepareCourt, setting, settingValue, writeSettings } from '#capabilities/operations'

const court = '川1123'
const warnDays = setting({
  key: 'trial.warn-days',
  title: label('提前提醒（天）', 'Warn early (days)'),
  hint: label('到期前这么多天提醒。', 'Warned so many days before.'),
  schema: z.int().min(1).max(60),
  fallback: 7,
})

async function demoCourt(t: TestContext) {
  const ran: string[] = []
  const trial = capability({
    name: 'trial',
    title: label('试验', 'Trial'),
    migrations: null,
    settings: [warnDays],
    jobs: [
      {
        kind: 'trial.daily',
        title: label('每日试验', 'Daily trial'),
        daily: '23:59',
        permissions: [],
        run: async (_platform, of) => {
          ran.push(of)
          return '完成'
        },
      },
      {
        kind: 'trial.asked',
        title: label('按需试验', 'Trial on demand'),
        permissions: [],
        run: async (_platform, of) => {
          ran.push(of)
          return '完成'
        },
      },
    ],
  })
  const platform = await testPlatform(t, [operations, identity, trial], { court })
  await prepareCourt(platform, court)
  const logins = await seedDemoPeople(platform, court)
  const actorFor = async (loginName: string): Promise<Actor> => {
    const actor = await actorOf(platform, court, logins.find((l) => l.loginName === loginName)?.staffId ?? '')
    assert.ok(actor)
    return { ...actor, provedAt: platform.clock() }
  }
  let n = 0
  const give = (actor: Actor, command: string, input: unknown) =>
    execute(platform, actor, { command: `operations.${command}`, input, idempotencyKey: `operations-${n++}` })
  const read = async <T>(actor: Actor, query: string, input: unknown = {}): Promise<T> => {
    const found = await ask(platform, actor, { query: `operations.${query}`, input })
    assert.ok(!isRefusal(found), JSON.stringify(found))
    return found as T
  }
  return { platform, actorFor, give, read, ran }
}

test('a setting has a value, an author and a date, and refuses what does not fit', async (t) => {
  const { platform, actorFor, give, read } = await demoCourt(t)
  const system = await actorFor('xitong')
  const set = (value: unknown) => give(system, 'set-setting', { key: warnDays.key, value, reason: '院务会决定' })
  const refused = await set(0)
  assert.ok(isRefusal(refused))
  assert.equal(refused.problem.type, '/problems/operations/value-does-not-fit')
  assert.ok(!isRefusal(await set(15)))
  const value = await inTransaction(platform, { court, unit: null }, (tx) => settingValue(tx, warnDays))
  assert.equal(value, 15)
  const row = (await read<SettingRow[]>(system, 'settings')).find(({ key }) => key === warnDays.key)
  assert.deepEqual([row?.value, row?.fallback, row?.setBy], [15, 7, '梁某某'])
})

test('the day of a court moves only where the seed has set it', async (t) => {
  const { platform, actorFor, give } = await demoCourt(t)
  const system = await actorFor('xitong')
  const move = () => give(system, 'set-setting', { key: courtDay.key, value: '2025-02-03', reason: '演示' })
  const refused = await move()
  assert.ok(isRefusal(refused))
  assert.equal(refused.problem.type, '/problems/operations/demo-courts-only')
  await inTransaction(platform, { court, unit: null }, (tx) =>
    writeSettings(tx, [{ key: courtDay.key, value: '2025-01-06' }], '演示数据', platform.clock()),
  )
  assert.ok(!isRefusal(await move()))
  const impossible = await give(system, 'set-setting', { key: courtDay.key, value: '2025-02-30', reason: '演示' })
  assert.ok(isRefusal(impossible))
})

test('a job asked for now runs once and says when it ran and how it ended', async (t) => {
  const { platform, actorFor, give, read, ran } = await demoCourt(t)
  const system = await actorFor('xitong')
  assert.ok(!isRefusal(await give(system, 'run-job', { kind: 'trial.daily' })))
  const again = await give(system, 'run-job', { kind: 'trial.daily' })
  assert.ok(isRefusal(again))
  assert.equal(again.problem.type, '/problems/operations/job-is-waiting')
  const worker = await startWorker(platform)
  for (let i = 0; i < 100 && ran.length === 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 20))
  await worker.close()
  assert.deepEqual(ran, [court])
  const [job] = await read<JobRow[]>(system, 'jobs')
  assert.deepEqual([job?.kind, job?.lastOutcome, job?.waiting], ['trial.daily', '完成', 0])
  assert.ok(job?.lastRun && job.nextRun)
})

test('a job that stands in no plan says when it ran', async (t) => {
  const { platform, actorFor, read, ran } = await demoCourt(t)
  const asked = async () =>
    (await read<JobRow[]>(await actorFor('xitong'), 'jobs')).find(({ kind }) => kind === 'trial.asked')
  assert.equal((await asked())?.lastRun, null)
  await inTransaction(platform, { court, unit: null }, (tx) => enqueue(tx, 'trial.asked', {}))
  const worker = await startWorker(platform)
  for (let i = 0; i < 100 && ran.length === 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 20))
  await worker.close()
  assert.ok((await asked())?.lastRun)
})

test('a saved view is seen by those it is shared with and changed by its keeper alone', async (t) => {
  const { actorFor, give, read } = await demoCourt(t)
  const [clerk, judge, president] = await Promise.all(['shujiyuan', 'faguan', 'yuanzhang'].map(actorFor))
  assert.ok(clerk && judge && president)
  const save = (sharedWith: string, name: string) =>
    give(clerk, 'save-view', { query: 'identity.colleagues', name, sharedWith, input: { name: '王' } })
  const mine = await save('self', '我的')
  assert.ok(!isRefusal(mine))
  assert.ok(!isRefusal(await save(`team:${clerk.teams[0]}`, '团队的')))
  assert.ok(!isRefusal(await save('court', '全院的')))
  const names = async (actor: Actor) =>
    (await read<SavedView[]>(actor, 'views-of', { query: 'identity.colleagues' })).map(({ name }) => name).toSorted()
  assert.deepEqual(await names(clerk), ['全院的', '团队的', '我的'].toSorted())
  assert.deepEqual(await names(judge), ['全院的', '团队的'].toSorted())
  assert.deepEqual(await names(president), ['全院的'])
  const viewId = mine.answer?.['viewId']
  const foreign = await give(judge, 'delete-view', { viewId })
  assert.ok(isRefusal(foreign))
  assert.equal(foreign.problem.type, '/problems/kernel/outside-scope')
  assert.ok(!isRefusal(await give(clerk, 'delete-view', { viewId })))
  const elsewhere = await give(president, 'save-view', {
    query: 'identity.colleagues',
    name: '别人的团队',
    sharedWith: `team:${clerk.teams[0]}`,
    input: {},
  })
  assert.ok(isRefusal(elsewhere))
  assert.equal(elsewhere.problem.type, '/problems/operations/not-your-team')
})
