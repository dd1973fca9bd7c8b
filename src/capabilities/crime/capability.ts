import { grant, keep, registerRoom } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { crimeFigures, crimeIndicators } from './figures.ts'
import { clueReview } from './registers/clue-review.ts'
import { refusalFile } from './registers/refusal-file.ts'
import { fileChecks, reviewChecks } from './rules/checks.ts'

export const crime = registerRoom({
  name: 'crime',
  title: label('拒执', 'Refusal crime'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: { 'crime.transfer': { title: label('决定移送公安', 'Decide to hand over to the police') } },
  roleGrants: [
    ...grant('clerk', 'own', 'crime.read', 'crime.record'),
    ...grant('judge', 'own', 'crime.read', 'crime.record'),
    ...grant('judge', 'team', 'crime.read'),
    ...grant('director', 'court', 'crime.read', 'crime.record'),
    ...grant('president', 'court', 'crime.read', 'crime.record', 'crime.transfer'),
    ...grant('office', 'court', 'crime.read'),
    ...grant('inspector', 'court', 'crime.read'),
  ],
  // The crime outlives the case: a file is opened and followed after the closing.
  registers: [
    keep(refusalFile, {
      may: { record: 'crime.record', steps: { transfer: 'crime.transfer' } },
      cites: ['crime.313', 'crime.after-measure', 'crime.referral', 'crime.private'],
      checks: fileChecks,
      onClosed: true,
    }),
    keep(clueReview, { cites: ['crime.313', 'crime.referral'], checks: reviewChecks, onClosed: true }),
  ],
  queries: [crimeIndicators.records],
  indicators: crimeIndicators.indicators,
  figures: crimeFigures,
})
