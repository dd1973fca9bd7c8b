import type { Job } from '#kernel/capability.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { systemActor } from '#kernel/occasion.ts'
import { appendToJournal } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { label } from '#kernel/values/labels.ts'
import type { ClockSource } from '../clock-rule.ts'
import { reckonClocks } from '../reckon.ts'

const pageSize = 5_000

/**
 * Reckons the clocks of every record again from its events: after a version that brought or changed a rule. A page at a
 * time, so that nobody waits for it; doing it twice writes nothing the second time.
 */
export const reckonAll: Job = {
  kind: 'deadlines.reckon-all',
  title: label('重算全部期限', 'Reckon all clocks'),
  permissions: [],
  run: async (platform, court) => {
    let [saved, removed] = [0, 0]
    for (const source of platform.registry.gather('clockSources')) {
      for (let after: string | null = null; ;) {
        const page = await reckonPage(platform, court, source, after)
        if (page === undefined) break
        saved += page.saved
        removed += page.removed
        after = page.last
      }
    }
    if (saved + removed > 0) await journal(platform, court, { saved, removed })
    return `重算期限：写入${saved}个，撤去${removed}个`
  },
}

const reckonPage = (platform: Platform, court: string, source: ClockSource, after: string | null) =>
  inTransaction(platform, { court, unit: null }, async (tx) => {
    const ids = await source.idsAfter(tx, after, pageSize)
    const last = ids.at(-1)
    if (last === undefined) return undefined
    const { today } = await occasionFor(tx, sweeper(court))
    return { last, ...(await reckonClocks(tx, source.subject, ids, source.loader(today))) }
  })

const sweeper = (court: string) => systemActor(court, 'deadline-sweep', '期限巡查', [])

const journal = (platform: Platform, court: string, counts: { readonly saved: number; readonly removed: number }) =>
  inTransaction(platform, { court, unit: null }, async (tx) => {
    const fact = { type: 'deadlines.clocks-reckoned', ...counts }
    const occasion = await occasionFor(tx, sweeper(court))
    await appendToJournal(tx, 'deadlines.reckon-all', [{ fact, subjects: ['clocks:all'] }], occasion, new Set())
  })
