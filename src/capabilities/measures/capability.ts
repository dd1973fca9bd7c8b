import { grant, keep, registerRoom } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { measureContradictions } from './contradictions.ts'
import { measureCounts, measureDesk } from './desk.ts'
import { measureFigures } from './figures.ts'
import { measureIndicators } from './indicators.ts'
import { detention } from './registers/detention.ts'
import { fine } from './registers/fine.ts'
import { consumptionLimit, dishonestListing, exitBan, search } from './registers/restrictions.ts'
import { summons } from './registers/summons.ts'
import { banChecks, limitChecks, listingChecks, searchChecks } from './rules/listings.ts'
import { byThePresident } from './rules/early-release.ts'
import { detentionChecks, fineChecks, summonsChecks } from './rules/sanctions.ts'
import { measureReleases } from './releases.ts'

/** Decided by the president alone (民事诉讼法 (2023) art. 119; 法释〔2017〕7号 art. 5): recorded by whoever decides. */
const decided = { record: 'measures.decide' } as const

export const measures = registerRoom({
  name: 'measures',
  title: label('强制措施', 'Coercive measures'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: { 'measures.decide': { title: label('决定强制措施', 'Decide on coercive measures') } },
  roleGrants: [
    ...grant('clerk', 'own', 'measures.read', 'measures.record'),
    ...grant('judge', 'own', 'measures.read', 'measures.record'),
    ...grant('judge', 'team', 'measures.read'),
    ...grant('director', 'court', 'measures.read', 'measures.record'),
    ...grant('president', 'court', 'measures.read', 'measures.record', 'measures.decide'),
    ...grant('bailiff', 'court', 'measures.read', 'measures.record'),
    ...grant('dispatcher', 'court', 'measures.read'),
    ...grant('office', 'court', 'measures.read'),
    ...grant('inspector', 'court', 'measures.read'),
  ],
  registers: [
    keep(summons, { may: decided, cites: ['summons.conditions', 'summons.hours'], checks: summonsChecks }),
    keep(fine, {
      may: { ...decided, steps: { pay: 'measures.record' } },
      cites: ['fine.person.max', 'fine.unit.range', 'measure.approval'],
      checks: fineChecks,
    }),
    keep(detention, {
      may: { ...decided, steps: { deliver: 'measures.record', release: 'measures.record' } },
      cites: ['detain.max', 'measure.approval', 'measure.repeat', 'detain.early'],
      checks: detentionChecks,
      complete: byThePresident,
    }),
    keep(consumptionLimit, {
      may: { ...decided, steps: { lift: 'measures.record' } },
      cites: ['restrict.grounds', 'measure.approval'],
      checks: limitChecks,
    }),
    keep(dishonestListing, {
      may: { ...decided, steps: { remove: 'measures.record' } },
      cites: ['dishonest.grounds', 'dishonest.exceptions'],
      checks: listingChecks,
    }),
    keep(exitBan, { may: decided, cites: ['exitban'], checks: banChecks }),
    keep(search, { may: decided, cites: ['search.warrant'], checks: searchChecks }),
  ],
  queries: [measureIndicators.records],
  indicators: measureIndicators.indicators,
  releases: measureReleases,
  figures: measureFigures,
  contradictions: measureContradictions,
  desk: measureDesk,
  deskCounts: measureCounts,
})
