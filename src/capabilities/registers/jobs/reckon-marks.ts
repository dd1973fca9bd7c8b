import type { DerivedFact, Job } from '#kernel/capability.ts'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import { systemActor } from '#kernel/occasion.ts'
import { appendToJournal } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { label } from '#kernel/values/labels.ts'
import { tableOf } from '../declaration.ts'
import type { Keeping } from '../keeping.ts'
import { isMoving, type MarksReckoned, reckonMarks } from '../reckoning.ts'

const pageSize = 2_000

/**
 * Every night: what the law has against the entries of all registers, as the day and their cases now are. A page at a time,
 * so that nobody waits for it; doing it twice writes nothing the second time.
 */
export const reckonAllMarks: Job = {
  kind: 'registers.reckon-marks',
  title: label('重算台账提示', 'Reckon the marks of all registers'),
  daily: '05:30',
  permissions: [],
  run: async (platform, court) => {
    let [came, went] = [0, 0]
    for (const kept of platform.registry.gather('registers').filter(isMoving)) {
      for (let after: string | null = null; ;) {
        const page = await reckonPage(platform, court, kept, after)
        if (page === undefined) break
        for (const { came: more, went: fewer } of page.entries) {
          came += more.length
          went += fewer.length
        }
        after = page.last
      }
    }
    return `重算台账提示：新增${came}条，消除${went}条`
  },
}

const reckonPage = (platform: Platform, court: string, kept: Keeping, after: string | null) =>
  inTransaction(platform, { court, unit: null }, async (tx) => {
    const ids = await entriesAfter(tx, kept, after)
    const last = ids.at(-1)
    if (last === undefined) return undefined
    const occasion = await occasionFor(tx, systemActor(court, 'sweep', '定时巡查', []))
    const derived = await reckonMarks(tx, kept, ids, occasion)
    if (derived.length > 0) await appendToJournal(tx, 'registers.reckon-marks', derived, occasion, new Set())
    return { last, entries: derived.flatMap(entriesIn) }
  })

const entriesIn = ({ fact }: DerivedFact): MarksReckoned['entries'] => (fact as MarksReckoned).entries

async function entriesAfter({ client }: Tx, { register }: Keeping, after: string | null): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select entry_id::text as id from ${tableOf(register)}
     where withdrawn_because is null and ($1::uuid is null or entry_id > $1::uuid) order by entry_id limit ${pageSize}`,
    [after],
  )
  return rows.map(({ id }) => id)
}
