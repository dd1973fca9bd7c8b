import { command } from '#kernel/command.ts'
import { enqueue } from '#kernel/jobs/queue.ts'
import { acts } from '../acts.ts'
import { jobIsWaiting, noSuchJob } from '../problems.ts'

export type JobAskedFor = {
  readonly type: 'operations.job-asked-for'
  readonly kind: string
  readonly at: Temporal.Instant
}

/** A daily job now, beside its plan. */
export const runJob = command({
  ...acts.runJob,
  may: 'operations.run-jobs',
  cites: [],
  load: async (tx, { kind }) => {
    const job = tx.platform.registry.gather('jobs').find((declared) => declared.kind === kind && declared.daily)
    if (!job) return noSuchJob(kind)
    const open = await tx.db
      .selectFrom('kernel_job')
      .select('job_id')
      .where('kind', '=', kind)
      .where('finished_at', 'is', null)
      .where('attempts', '<', 5)
      .executeTakeFirst()
    return { job, isOpen: open !== undefined }
  },
  gate: ({ job, isOpen }) => (isOpen ? jobIsWaiting(job.title) : undefined),
  decide: ({ job }, _input, { now }): JobAskedFor => ({ type: 'operations.job-asked-for', kind: job.kind, at: now }),
  save: async (tx, facts) => {
    for (const { kind, at } of facts) await enqueue(tx, kind, {}, at)
  },
  subjects: ({ kind }) => [`job:${kind}`],
})
