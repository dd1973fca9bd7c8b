import type { LedgerRecord } from '#capabilities/ledgers'
import { settingValue } from '#capabilities/operations'
import { expiryWarning, statedEnd, termRules, type Termed } from '#capabilities/preservation'
import { grant, keep, registerRoom, watchOn } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { followCases } from './follow-cases.ts'
import { asset } from './registers/asset.ts'
import { inquiry } from './registers/inquiry.ts'
import { seizure } from './registers/seizure.ts'
import { seizureReleases } from './releases.ts'
import { assetChecks, inquiryChecks, seizureChecks } from './rules/checks.ts'

/** One that took effect waits no more, and its end by law runs from that day (查封规定 (2020) art. 26). */
function withEnd(entry: LedgerRecord): LedgerRecord {
  const tookEffect = (entry['tookEffectOn'] ?? null) !== null
  const standing = tookEffect && entry['rank'] === '轮候' ? { ...entry, rank: '首封' } : entry
  return { ...standing, endsOn: statedEnd(standing as Termed) }
}

export const property = registerRoom({
  name: 'property',
  title: label('财产查控', 'Property'),
  migrations: new URL('migrations/', import.meta.url),
  roleGrants: [
    ...grant('clerk', 'own', 'property.read', 'property.record'),
    ...grant('judge', 'own', 'property.read', 'property.record'),
    ...grant('judge', 'team', 'property.read'),
    ...grant('director', 'court', 'property.read', 'property.record'),
    ...grant('president', 'court', 'property.read'),
    ...grant('inspector', 'court', 'property.read'),
    ...grant('office', 'court', 'property.read'),
    ...grant('dispatcher', 'court', 'property.read'),
  ],
  registers: [
    keep(asset, { checks: assetChecks }),
    keep(seizure, {
      cites: [...termRules, 'freeze.excess', 'freeze.exempt'],
      checks: seizureChecks,
      complete: async (_tx, entry) => withEnd(entry),
      // After the end of a round seizures stand and are renewed (终本规定 art. 16).
      onClosed: true,
    }),
    keep(inquiry, { cites: ['freeze.online'], checks: inquiryChecks }),
  ],
  releases: seizureReleases,
  reactions: [followCases],
  desk: [
    watchOn({
      register: seizure,
      section: label('期限', 'Deadlines'),
      what: label('查封到期', 'Seizure ends'),
      day: 'endsOn',
      until: ['releasedOn'],
      ahead: (tx) => settingValue(tx, expiryWarning),
      why: ({ assetKind, endsOn }) => `${String(assetKind)} · ${String(endsOn)}届满后失效，遇休息日不顺延`,
      act: { name: 'renew', title: label('续行查封', 'Renew') },
      also: 'property.record',
    }),
  ],
})
