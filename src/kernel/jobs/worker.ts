import { randomInt } from 'node:crypto'
import type { Client } from 'pg'
import type { Job } from '../capability.ts'
import { courtsIn } from '../court.ts'
import { listen } from '../database/listen.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Platform } from '../platform.ts'
import { courtTimeZone } from '../values/dates.ts'

/**
 * How long a worker may hold a job before another may take it; at once when its process is gone. A job must be safe to
 * run twice.
 */
const leaseMinutes = 10
/** First key of the advisory locks by which workers show that they live. */
const workerLocks = 731_802_031
const mostAttempts = 5
const idleMillis = 1_000

type Leased = { readonly court_id: string; readonly job_id: string; readonly kind: string; readonly payload: unknown }

export type Worker = { readonly close: () => Promise<void> }

/** Runs due jobs one after another until closed. Any number of processes may run one on the same database. */
export async function startWorker(platform: Platform): Promise<Worker> {
  const jobs = new Map(platform.registry.gather('jobs').map((job) => [job.kind, job]))
  let open = true
  let wake: () => void = () => {}
  const worker = randomInt(2 ** 31 - 1)
  const live = (client: Client) => client.query('select pg_advisory_lock($1, $2)', [workerLocks, worker])
  const ear = await listen(platform.url, 'duixian_job', () => wake(), live)
  const loop = async (): Promise<void> => {
    while (open) {
      const busy = await courtsIn(platform.pool)
        .then((courts) => turn(platform, jobs, courts, worker))
        .catch((error: unknown) => {
          platform.log.error({ error: String(error) }, 'job worker')
          return false
        })
      if (!busy && open) await sleep(idleMillis, (woken) => (wake = woken))
    }
  }
  const running = loop()
  return {
    close: async () => {
      open = false
      wake()
      await running
      await ear.close()
    },
  }
}

const sleep = (millis: number, onWake: (wake: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, millis)
    onWake(() => {
      clearTimeout(timer)
      resolve()
    })
  })

async function turn(
  platform: Platform,
  jobs: ReadonlyMap<string, Job>,
  courts: readonly { readonly court: string }[],
  worker: number,
): Promise<boolean> {
  let worked = false
  for (const { court } of courts) {
    await planDaily(platform, jobs, court)
    const leased = await lease(platform, court, worker)
    if (!leased) continue
    worked = true
    await runOne(platform, jobs.get(leased.kind), leased)
  }
  return worked
}

/** Puts each daily job that is due into the queue once, whatever the number of workers. */
async function planDaily(platform: Platform, jobs: ReadonlyMap<string, Job>, court: string): Promise<void> {
  const now = platform.clock()
  await inTransaction(platform, { court, unit: null }, async (tx) => {
    for (const { kind, daily } of jobs.values()) {
      if (daily === undefined) continue
      const next = nextTime(daily, now).toString()
      await tx.client.query('insert into kernel_schedule (kind, next_run) values ($1, $2) on conflict do nothing', [
        kind,
        next,
      ])
      await tx.client.query(
        `with due as (update kernel_schedule set next_run = $2 where kind = $1 and next_run <= $3 returning kind)
         insert into kernel_job (job_id, kind, payload, run_at) select gen_random_uuid(), kind, '{}', $3 from due`,
        [kind, next, now.toString()],
      )
    }
  })
}

function nextTime(daily: string, now: Temporal.Instant): Temporal.Instant {
  const here = now.toZonedDateTimeISO(courtTimeZone)
  const today = here.withPlainTime(Temporal.PlainTime.from(daily))
  return (Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 })).toInstant()
}

/** A job that is due and that no living worker holds. */
const lease = (platform: Platform, court: string, worker: number): Promise<Leased | undefined> =>
  inTransaction(platform, { court, unit: null }, async (tx) => {
    const now = platform.clock()
    const { rows } = await tx.client.query<Leased>(
      `update kernel_job set leased_until = $1, leased_by = $4, attempts = attempts + 1
       where (court_id, job_id) = (
         select court_id, job_id from kernel_job
         where finished_at is null and run_at <= $2 and attempts < $3
           and (leased_until is null or leased_until < $2 or leased_by is not null and not exists (
             select from pg_locks
             where locktype = 'advisory' and classid = $5::integer::oid and objid = leased_by::oid
               and database = (select oid from pg_database where datname = current_database())))
         order by run_at limit 1 for update skip locked)
       returning court_id, job_id, kind, payload`,
      [now.add({ minutes: leaseMinutes }).toString(), now.toString(), mostAttempts, worker, workerLocks],
    )
    return rows[0]
  })

async function runOne(platform: Platform, job: Job | undefined, leased: Leased): Promise<void> {
  const { court_id: court, job_id, kind, payload } = leased
  const outcome = await (job?.run(platform, court, payload) ?? Promise.reject(new Error(`no job ${kind}`))).then(
    (text) => ({ text, error: null }),
    (error: unknown) => ({ text: null, error: error instanceof Error ? error.message : String(error) }),
  )
  if (outcome.error !== null) platform.log.error({ kind, job: job_id, error: outcome.error }, 'job failed')
  const now = platform.clock().toString()
  await inTransaction(platform, { court, unit: null }, async (tx) => {
    await tx.client.query(
      `update kernel_job set finished_at = case when $3::text is null then $2::timestamptz end, last_error = $3, leased_until = null, leased_by = null,
              run_at = case when $3::text is null then run_at else $2::timestamptz + attempts * interval '1 minute' end
       where job_id = $1`,
      [job_id, now, outcome.error],
    )
    await tx.client.query('update kernel_schedule set last_run = $2, last_outcome = $3 where kind = $1', [
      kind,
      now,
      outcome.text ?? `失败：${outcome.error}`,
    ])
  })
}
