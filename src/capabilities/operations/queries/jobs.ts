import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { JobRow } from '../contract.ts'

type Counted = {
  readonly kind: string
  readonly waiting: number
  readonly running: number
  readonly failing: number
  readonly lastError: string | null
}

/** Every timer and job: last run and how it ended, next run, what waits. */
export const jobs = reading({
  name: 'operations.jobs',
  title: label('运行任务', 'Jobs'),
  may: 'operations.read',
  input: z.object({}),
  output: z.array(JobRow),
  read: async (tx, _input, { now }) => {
    const plans = await tx.db
      .selectFrom('kernel_schedule')
      .select(['kind', 'last_run', 'last_outcome', 'next_run'])
      .execute()
    const { rows } = await tx.client.query<Counted>(
      `select kind, count(*) filter (where leased_until is null or leased_until < $1)::int as waiting,
              count(*) filter (where leased_until >= $1)::int as running,
              count(*) filter (where last_error is not null)::int as failing,
              (array_agg(last_error order by run_at desc) filter (where last_error is not null))[1] as "lastError"
       from kernel_job where finished_at is null group by kind`,
      [now.toString()],
    )
    const runs = await tx.db
      .selectFrom('kernel_job')
      .select(['kind', ({ fn }) => fn.max('finished_at').as('lastRun')])
      .where('finished_at', 'is not', null)
      .groupBy('kind')
      .execute()
    const ran = new Map(runs.map(({ kind, lastRun }) => [kind, lastRun]))
    const planned = new Map(plans.map((plan) => [plan.kind, plan]))
    const counted = new Map(rows.map((row) => [row.kind, row]))
    return tx.platform.registry.gather('jobs').map(({ kind, title, daily }) => {
      const plan = planned.get(kind)
      const open = counted.get(kind)
      const next = plan?.next_run ?? null
      return {
        kind,
        titleZh: title.zh,
        titleEn: title.en,
        daily: daily ?? null,
        // What runs only when it is asked for stands in no plan, and has run all the same.
        lastRun: plan?.last_run ?? ran.get(kind) ?? null,
        lastOutcome: plan?.last_outcome ?? null,
        nextRun: next,
        waiting: open?.waiting ?? 0,
        running: open?.running ?? 0,
        failing: open?.failing ?? 0,
        lastError: open?.lastError ?? null,
        late: next !== null && Temporal.Instant.compare(Temporal.Instant.from(next).add({ minutes: 10 }), now) < 0,
      }
    })
  },
})
