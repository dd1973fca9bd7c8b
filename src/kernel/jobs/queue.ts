import type { Tx } from '../database/transaction.ts'
import { newId } from '../values/ids.ts'

/** Puts work into the queue in the transaction that made it necessary: it runs if and only if that commits. */
export async function enqueue(tx: Tx, kind: string, payload: unknown, runAt?: Temporal.Instant): Promise<string> {
  const jobId = newId()
  await tx.db
    .insertInto('kernel_job')
    .values({
      job_id: jobId,
      kind,
      payload: JSON.stringify(payload),
      run_at: (runAt ?? tx.platform.clock()).toString(),
      leased_until: null,
      finished_at: null,
      last_error: null,
    })
    .execute()
  await tx.client.query("select pg_notify('duixian_job', '')")
  return jobId
}
