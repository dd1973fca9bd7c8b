import { seedDemoPeople, type DemoLogin } from '#capabilities/identity'
import { importFile } from '#capabilities/ledgers'
import { prepareCourt } from '#capabilities/operations'
import { openCourt } from '#kernel/court.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { systemActor, type Actor } from '#kernel/occasion.ts'
import type { Platform } from '#kernel/platform.ts'
import type { LedgerFile } from './ledger-file.ts'
import { settle, withOwner, type Bench } from './server.ts'

export const court = '川1123'

export type BenchCourt = { readonly url: string; readonly people: readonly DemoLogin[] }

/** A court with people and not one case. */
export async function emptyCourt(bench: Bench): Promise<BenchCourt> {
  const url = await bench.database()
  await migrate(url, bench.rooms)
  await withOwner(url, (owner) => openCourt(owner, court, '犍为县人民法院（测速）'))
  const platform = bench.platform(url)
  try {
    await prepareCourt(platform, court)
    return { url, people: await seedDemoPeople(platform, court) }
  } finally {
    await platform.close()
    await settle(url)
  }
}

/** Whoever may do everything the bench asks for. */
export const clerkOf = ({ registry }: Platform, { people }: BenchCourt): Actor => {
  const permissions = [...registry.commands.values(), ...registry.queries.values()].map(({ may }) => may)
  return { ...systemActor(court, people[0]?.staffId ?? '', '书记员', [...new Set(permissions)]), kind: 'staff' }
}

export async function importInto(platform: Platform, file: LedgerFile): Promise<number> {
  const outcome = await importFile(platform, systemActor(court, 'import', '导入', ['ledgers.import']), file)
  if ('code' in outcome) throw new Error(outcome.detailZh)
  return outcome.reduce((sum, { accepted }) => sum + accepted, 0)
}
