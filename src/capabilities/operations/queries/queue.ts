import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { QueueRow } from '../contract.ts'

/** Single runs of jobs, newest first. */
export const queue = query({
  name: 'operations.queue',
  title: label('任务队列', 'Job queue'),
  may: 'operations.read',
  input: z.object({ kind: z.string().max(80).optional() }),
  row: QueueRow,
  rows: (db, { kind }, { now }) =>
    db
      .selectFrom('kernel_job')
      .select([
        'job_id as jobId',
        'kind',
        sql<string>`case when finished_at is not null then 'done' when attempts >= 5 then 'given-up'
          when leased_until >= ${now.toString()}::timestamptz then 'running'
          when last_error is not null then 'failing' else 'waiting' end`.as('state'),
        'run_at as runAt',
        'attempts',
        'finished_at as finishedAt',
        'last_error as lastError',
      ])
      .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? '')),
  scope: {},
  orders: [['-runAt', 'jobId']],
  columns: {
    kind: label('任务', 'Job'),
    state: label('状态', 'State'),
    runAt: label('应运行时间', 'Due'),
    attempts: label('次数', 'Attempts'),
    finishedAt: label('完成时间', 'Finished'),
    lastError: label('最近错误', 'Last error'),
  },
})
