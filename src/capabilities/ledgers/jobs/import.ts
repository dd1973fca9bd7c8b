import type { Job } from '#kernel/capability.ts'
import { freshStatistics } from '#kernel/database/statistics.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { systemActor } from '#kernel/occasion.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { unlessRefused } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { planDrafts } from '../folder.ts'
import { workAlone } from '../importing/alone.ts'
import { runImport } from '../run-import.ts'
import { findImport, findImports } from '../store.ts'
import type { ImportState } from '../tables.ts'

/** How often a running import says how far it is. */
const progressMillis = 500

/**
 * Long files come in here. One transaction per file: a run that was killed left nothing, and whoever takes the job next
 * begins anew; a run that finished is not run again.
 */
export const importJob: Job = {
  kind: 'ledgers.import',
  title: label('导入台账', 'Import a ledger'),
  permissions: ['ledgers.import'],
  run: async (platform, court, payload) => {
    const { importId } = payload as { readonly importId: string }
    try {
      const told = await runOnce(platform, court, importId)
      await freshStatistics(platform)
      return told
    } catch (error) {
      await note(platform, court, importId, { state: 'waiting', lastError: String(error) })
      throw error
    }
  },
}

/** Files that came together, one transaction each: what one of them lacks does not stop the others. */
export const importFolderJob: Job = {
  kind: 'ledgers.import-folder',
  title: label('整批导入台账', 'Import a folder of ledgers'),
  permissions: ['ledgers.import'],
  run: async (platform, court, payload) => {
    const { importIds } = payload as { readonly importIds: readonly string[] }
    const faults: unknown[] = []
    for (const importId of await inTurn(platform, court, importIds)) {
      await importJob.run(platform, court, { importId }).catch((error: unknown) => faults.push(error))
    }
    if (faults.length > 0) throw faults[0]
    return `导入 ${importIds.length} 个文件`
  },
}

/** What waits or was begun, in the order in which it goes in. */
const inTurn = (platform: Platform, court: string, importIds: readonly string[]): Promise<readonly string[]> =>
  inTransaction(platform, { court, unit: null }, async (tx) => {
    const files = unlessRefused(await findImports(tx, importIds))
    const open = files.filter(({ state }) => state === 'waiting' || state === 'running')
    const watcher = systemActor(court, 'import', '导入', ['ledgers.import'])
    const planned = await planDrafts(tx, open, await occasionFor(tx, watcher))
    return planned.map(({ draft }) => draft.importId)
  })

async function runOnce(platform: Platform, court: string, importId: string): Promise<string> {
  await note(platform, court, importId, { state: 'running' })
  const reporter = progressReporter(platform, court, importId)
  return inTransaction(platform, { court, unit: null }, async (tx) => {
    await workAlone(tx)
    const waiting = unlessRefused(await findImport(tx, importId))
    if (waiting.state !== 'running') return `导入 ${waiting.fileName}：已经完成`
    const person = systemActor(court, waiting.startedBy ?? 'import', '导入', ['ledgers.import'])
    const result = await runImport(tx, waiting, await occasionFor(tx, person), reporter)
    return 'problem' in result ? result.problem.detail : `导入 ${waiting.fileName}：${waiting.rowsTotal} 行`
  })
}

type Noted = { readonly state?: ImportState; readonly rowsDone?: number; readonly lastError?: string }

/** Outside the transaction of the import, so that others see it while that one is open. */
const note = (platform: Platform, court: string, importId: string, { state, rowsDone, lastError }: Noted) =>
  inTransaction(platform, { court, unit: null }, async ({ client }) => {
    await client.query(
      `update ledgers_import
       set state = coalesce($2, state), rows_done = coalesce($3, rows_done), last_error = coalesce($4, last_error)
       where import_id = $1 and state in ('waiting', 'running')`,
      [importId, state ?? null, rowsDone ?? null, lastError ?? null],
    )
    const topics = [`import:${importId}`]
    await client.query("select pg_notify('duixian_live', $1)", [JSON.stringify({ court, topics })])
  })

function progressReporter(platform: Platform, court: string, importId: string): (done: number) => void {
  let toldAt = 0
  let telling = false
  return (done) => {
    const now = performance.now()
    if (telling || now - toldAt < progressMillis) return
    toldAt = now
    telling = true
    note(platform, court, importId, { rowsDone: done })
      .catch(() => {})
      .finally(() => (telling = false))
  }
}
