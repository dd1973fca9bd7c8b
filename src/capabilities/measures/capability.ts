import { keep, registerRoom } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { measureContradictions } from './contradictions.ts'
import { measureCounts, measureDesk } from './desk.ts'
import { measureFigures } from './figures.ts'
import { detention } from './registers/detention.ts'
import { fine } from './registers/fine.ts'
import { consumptionLimit, dishonestListing, exitBan, search } from './registers/restrictions.ts'
import { summons } from './registers/summons.ts'
import { limitChecks, listingChecks } from './rules/listings.ts'
import { detentionChecks, fineChecks, summonsChecks } from './rules/sanctions.ts'
import { measureReleases } from './releases.ts'

/** Decided by the president alone (民事诉讼法 (2023) art. 119; 法释〔2017〕7号 art. 5): recorded by whoever decides. */
const decided = { record: 'measures.decide' } as const
const handled = { record: 'measures.record' } as const

export const measures = registerRoom({
  name: 'measures',
  title: label('强制措施', 'Coercive measures'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: { 'measures.decide': { title: label('决定强制措施', 'Decide on coercive measures') } },
  roleGrants: [
    { role: 'clerk', permission: 'measures.read', scope: 'own' },
    { role: 'clerk', permission: 'measures.record', scope: 'own' },
    { role: 'judge', permission: 'measures.read', scope: 'own' },
    { role: 'judge', permission: 'measures.read', scope: 'team' },
    { role: 'judge', permission: 'measures.record', scope: 'own' },
    { role: 'bailiff', permission: 'measures.read', scope: 'court' },
    { role: 'bailiff', permission: 'measures.record', scope: 'court' },
    { role: 'director', permission: 'measures.read', scope: 'court' },
    { role: 'director', permission: 'measures.record', scope: 'court' },
    { role: 'president', permission: 'measures.read', scope: 'court' },
    { role: 'president', permission: 'measures.record', scope: 'court' },
    { role: 'president', permission: 'measures.decide', scope: 'court' },
    { role: 'dispatcher', permission: 'measures.read', scope: 'court' },
    { role: 'inspector', permission: 'measures.read', scope: 'court' },
    { role: 'office', permission: 'measures.read', scope: 'court' },
  ],
  registers: [
    keep(summons, { may: decided, cites: ['summons.conditions', 'summons.hours'], checks: summonsChecks }),
    keep(fine, {
      may: { ...decided, steps: { pay: 'measures.record' } },
      cites: ['fine.person.max', 'fine.unit.range', 'measure.approval'],
      checks: fineChecks,
    }),
    keep(detention, {
      may: { ...decided, steps: { deliver: 'measures.record' } },
      cites: ['detain.max', 'measure.approval', 'measure.repeat'],
      checks: detentionChecks,
    }),
    keep(consumptionLimit, { may: handled, cites: ['restrict.grounds'], checks: limitChecks }),
    keep(dishonestListing, {
      may: { ...decided, steps: { remove: 'measures.record' } },
      cites: ['dishonest.grounds', 'dishonest.exceptions'],
      checks: listingChecks,
    }),
    keep(exitBan, { may: decided, cites: ['exitban'] }),
    keep(search, { may: decided, cites: ['search.warrant'] }),
  ],
  releases: measureReleases,
  figures: measureFigures,
  contradictions: measureContradictions,
  desk: measureDesk,
  deskCounts: measureCounts,
})
