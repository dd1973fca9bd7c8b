import type { CleanValue } from '#capabilities/ledgers'
import { setting, settingValue } from '#capabilities/operations'
import { grant, keep, registerRoom, watchOn } from '#capabilities/registers'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { followCases } from './follow-cases.ts'
import { counted } from './indicators.ts'
import { preservedAsset } from './registers/preserved-asset.ts'
import { preservationReleases } from './releases.ts'
import { assetChecks } from './rules/checks.ts'
import { statedEnd, termRules, type Termed } from './rules/term.ts'

/** How early the end of a seizure or preservation lies on the desk; from `urgent` days on it presses. A choice of the court. */
export const expiryWarning = setting({
  key: 'preservation.expiry-warning',
  title: label('查封、保全到期预警', 'Warning before seizures end'),
  hint: label('提前多少天放上工作台，剩多少天起为紧急。', 'Days ahead on the desk, and from how many it presses.'),
  schema: z.object({ days: z.int().min(1).max(365), urgent: z.int().min(0).max(365) }),
  fallback: { days: 60, urgent: 15 },
})

/** The number of a preservation case; an asset seized in enforcement itself was preserved under none. */
const preservationIn = (number: CleanValue | undefined): string | null =>
  typeof number === 'string' && number.includes('执保') ? number : null

export const preservation = registerRoom({
  name: 'preservation',
  title: label('财产保全', 'Preservation'),
  migrations: new URL('migrations/', import.meta.url),
  roleGrants: [
    ...grant('clerk', 'own', 'preservation.read', 'preservation.record'),
    ...grant('judge', 'own', 'preservation.read', 'preservation.record'),
    ...grant('judge', 'team', 'preservation.read'),
    ...grant('filing-clerk', 'court', 'preservation.read', 'preservation.record'),
    ...grant('director', 'court', 'preservation.read', 'preservation.record'),
    ...grant('president', 'court', 'preservation.read'),
    ...grant('inspector', 'court', 'preservation.read'),
    ...grant('office', 'court', 'preservation.read'),
  ],
  registers: [
    keep(preservedAsset, {
      cites: ['preserve.renew-apply', 'preserve.carryover', ...termRules],
      checks: assetChecks,
      complete: async (_tx, entry) => ({
        ...entry,
        preservationNumber: entry['preservationNumber'] ?? preservationIn(entry['caseNumber']),
        endsOn: statedEnd(entry as Termed),
      }),
    }),
  ],
  releases: preservationReleases,
  reactions: [followCases],
  queries: [counted.records],
  indicators: counted.indicators,
  settings: [expiryWarning],
  desk: [
    watchOn({
      register: preservedAsset,
      section: label('期限', 'Deadlines'),
      what: label('保全到期', 'Preservation ends'),
      day: 'endsOn',
      until: ['releasedOn'],
      ahead: (tx) => settingValue(tx, expiryWarning),
      why: ({ assetKind, endsOn }) =>
        `${String(assetKind ?? '财产')} · ${String(endsOn)}届满后失效，申请人应提前七日申请续行`,
      act: { name: 'renew', title: label('续行保全', 'Renew') },
      also: 'preservation.record',
    }),
  ],
})
