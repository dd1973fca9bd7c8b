import { importFile } from '#capabilities/ledgers'
import { systemActor } from '#kernel/occasion.ts'
import type { Platform } from '#kernel/platform.ts'
import { asOwner } from '../scope/owner.ts'
import { madeSheet, type MadeLine } from './made-sheet.ts'

/** Entries of every register, in cases of different hands: one who is handed no case sees none of them. */
export async function fillRegisters(platform: Platform, court: string): Promise<void> {
  const importer = systemActor(court, 'import', '导入', ['ledgers.import'])
  const lines = await linesOf(platform, court)
  for (const { register } of platform.registry.gather('registers')) {
    const [sheet] = asList(await importFile(platform, importer, madeSheet(register, lines, { open: true })))
    if (!sheet || sheet.counts.created === 0) throw new Error(`${register.name}: ${JSON.stringify(sheet)}`)
  }
}

const asList = <T>(outcome: readonly T[] | { readonly detailZh: string }): readonly T[] => {
  if ('detailZh' in outcome) throw new Error(outcome.detailZh)
  return outcome
}

/** One case of each pair of hands, and who owes in it. */
const linesOf = (platform: Platform, court: string): Promise<readonly MadeLine[]> =>
  asOwner(platform, court, async (ask) => {
    const cases = await ask<Omit<MadeLine, 'at'>>(
      `select distinct on (c.handler_id, c.clerk_id) c.case_number as "caseNumber", p.name as person, s.name as staff
       from cases_fact_source c
       join cases_debtor d on d.court_id = c.court_id and d.case_id = c.case_id
       join parties_named p on p.court_id = d.court_id and p.party_id = d.party_id
       cross join lateral (select name from identity_staff_name where court_id = c.court_id order by name limit 1) s
       where c.court_id = $1 and c.case_number is not null
       order by c.handler_id, c.clerk_id, c.case_number limit 6`,
      [court],
    )
    return cases.map((line, at) => ({ ...line, at }))
  })
