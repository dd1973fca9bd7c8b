import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Job } from '#kernel/capability.ts'
import { openClient } from '#kernel/database/connect.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { enqueue } from '#kernel/jobs/queue.ts'
import { startWorker } from '#kernel/jobs/worker.ts'
import type { Platform } from '#kernel/platform.ts'
import { label } from '#kernel/values/labels.ts'
import { asOwner, court, otherCourt, person, trialCourts } from './court.ts'

const job = (kind: string, run: Job['run'], daily?: string): Job => ({
  kind,
  title: label('试验任务', 'Trial job'),
  permissions: [],
  run,
  ...(daily !== undefined && { daily }),
})

const queueUp = (platform: Platform, kind: string, payload: unknown = {}, code = court): Promise<string> =>
  inTransaction(platform, person({ court: code }), (tx) => enqueue(tx, kind, payload))

type JobRow = { finished: boolean; attempts: number; last_error: string | null; run_at: string }
const jobsIn = (platform: Platform): Promise<JobRow[]> =>
  asOwner(
    platform,
    'select finished_at is not null as finished, attempts, last_error, run_at from kernel_job order by run_at',
  )

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400; turn++) {
    if (await holds()) return
    await sleep(15)
  }
  throw new Error('it did not come about')
}

const clockAt = (start: string) => {
  let now = Temporal.Instant.from(start)
  return { read: () => now, set: (text: string) => (now = Temporal.Instant.from(text)) }
}

test('a job runs once in its court with what it was given, although two workers wait for it', async (t) => {
  const ran: string[] = []
  const jobs = [
    job('trial.note', async (_platform, code, payload) => (ran.push(`${code} ${JSON.stringify(payload)}`), '好')),
  ]
  const platform = await trialCourts(t, { jobs })
  const workers = [await startWorker(platform), await startWorker(platform)]
  try {
    for (let i = 0; i < 20; i++) await queueUp(platform, 'trial.note', { i })
    await queueUp(platform, 'trial.note', { there: true }, otherCourt)
    await until(() => ran.length >= 21)
    await sleep(100)
  } finally {
    for (const worker of workers) await worker.close()
  }
  const wanted = [...Array.from({ length: 20 }, (_, i) => `${court} {"i":${i}}`), `${otherCourt} {"there":true}`]
  assert.deepEqual(ran.toSorted(), wanted.toSorted())
})

test('a job asked for in an act that did not happen does not run', async (t) => {
  const ran: unknown[] = []
  const platform = await trialCourts(t, {
    jobs: [job('trial.note', async (_p, _c, payload) => (ran.push(payload), '好'))],
  })
  const broken = inTransaction(platform, person(), async (tx) => {
    await enqueue(tx, 'trial.note', 'never')
    throw new Error('changed my mind')
  })
  await assert.rejects(broken)
  const worker = await startWorker(platform)
  await queueUp(platform, 'trial.note', 'once')
  await until(() => ran.length > 0)
  await worker.close()
  assert.deepEqual(ran, ['once'])
})

test('a job that fails is tried again later, five times in all, and says why', async (t) => {
  let tries = 0
  const clock = clockAt('2025-01-06T01:00:00Z')
  const failing = job('trial.fail', async () => {
    tries++
    throw new Error('银行没有应答')
  })
  const platform = await trialCourts(t, { jobs: [failing], clock: clock.read })
  await queueUp(platform, 'trial.fail')
  const worker = await startWorker(platform)
  try {
    await until(() => tries === 1)
    await until(async () => (await jobsIn(platform))[0]?.last_error === '银行没有应答')
    const [waiting] = await jobsIn(platform)
    assert.equal(waiting?.run_at, '2025-01-06T01:01:00Z')
    for (let hour = 2; hour <= 8; hour++) {
      clock.set(`2025-01-06T0${hour}:00:00Z`)
      await until(async () => tries >= Math.min(hour, 5) && (await jobsIn(platform))[0]?.attempts === Math.min(hour, 5))
    }
  } finally {
    await worker.close()
  }
  assert.equal(tries, 5)
  const [last] = await jobsIn(platform)
  assert.deepEqual([last?.finished, last?.attempts], [false, 5])
})

test('a job whose worker died is taken over when its lease has run out, not before', async (t) => {
  const ran: string[] = []
  const clock = clockAt('2025-01-06T01:00:00Z')
  const platform = await trialCourts(t, {
    jobs: [job('trial.note', async () => (ran.push('ran'), '好'))],
    clock: clock.read,
  })
  await queueUp(platform, 'trial.note')
  await asOwner(platform, `update kernel_job set leased_until = '2025-01-06T01:10:00Z', attempts = 1`)
  const worker = await startWorker(platform)
  try {
    await sleep(150)
    assert.deepEqual(ran, [])
    clock.set('2025-01-06T01:10:01Z')
    await until(() => ran.length === 1)
  } finally {
    await worker.close()
  }
})

test('a job whose worker is gone with its process is taken over at once; one whose worker lives is left alone', async (t) => {
  const ran: string[] = []
  const jobs = [job('trial.note', async (_platform, _court, payload) => (ran.push(String(payload)), '好'))]
  const platform = await trialCourts(t, { jobs, clock: clockAt('2025-01-06T01:00:00Z').read })
  await queueUp(platform, 'trial.note', 'dead')
  await queueUp(platform, 'trial.note', 'alive')
  const held = `update kernel_job set leased_until = '2025-01-06T01:10:00Z', attempts = 1`
  await asOwner(platform, `${held}, leased_by = case payload #>> '{}' when 'dead' then 7 else 8 end`)
  const other = await openClient(platform.url)
  await other.query('select pg_advisory_lock(731802031, 8)')
  const worker = await startWorker(platform)
  try {
    await until(() => ran.length > 0)
    await sleep(150)
    assert.deepEqual(ran, ['dead'])
    await other.end()
    await queueUp(platform, 'trial.note', 'next')
    await until(() => ran.length === 3)
  } finally {
    await worker.close()
  }
  assert.deepEqual(ran.slice(1).toSorted(), ['alive', 'next'])
})

test('two workers plan a daily job once a day, at its hour in China', async (t) => {
  const ran: string[] = []
  const clock = clockAt('2025-01-05T21:59:00Z')
  const daily = job('trial.daily', async (_p, code) => (ran.push(code), '已办'), '06:00')
  const platform = await trialCourts(t, { jobs: [daily], clock: clock.read })
  const workers = [await startWorker(platform), await startWorker(platform)]
  try {
    await until(async () => (await asOwner(platform, 'select 1 as one from kernel_schedule')).length > 0)
    await sleep(80)
    assert.deepEqual(ran, [])
    clock.set('2025-01-05T22:00:00Z')
    await until(() => ran.length === 2)
    await sleep(1_200)
    assert.deepEqual(new Set(ran), new Set([court, otherCourt]))
    assert.equal(ran.length, 2)
    clock.set('2025-01-06T22:00:30Z')
    await until(() => ran.length === 4)
  } finally {
    for (const worker of workers) await worker.close()
  }
  const [plan] = await asOwner<{ next_run: string; last_outcome: string }>(
    platform,
    'select next_run, last_outcome from kernel_schedule',
  )
  assert.equal(plan?.next_run, '2025-01-07T22:00:00Z')
  assert.equal(plan?.last_outcome, '已办')
})

test('a job nobody knows fails and says so, and the others go on', async (t) => {
  const ran: string[] = []
  const platform = await trialCourts(t, { jobs: [job('trial.note', async () => (ran.push('ran'), '好'))] })
  await queueUp(platform, 'trial.gone')
  await queueUp(platform, 'trial.note')
  const worker = await startWorker(platform)
  try {
    await until(async () => ran.length === 1 && (await jobsIn(platform)).some(({ last_error }) => last_error !== null))
  } finally {
    await worker.close()
  }
})
