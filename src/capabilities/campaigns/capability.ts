import { countOfView, grant, keep, registerRoom } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { clearingContradictions } from './contradictions.ts'
import { campaignFigures } from './figures.ts'
import { campaignIndicators } from './indicators.ts'
import { campaign, campaignCase, dayReport, squad } from './registers/campaign.ts'
import { clearingCase, clearingVisit } from './registers/clearing.ts'
import { clearingChecks, visitChecks } from './rules/checks.ts'
import { beforeFreezing, clearedByOutcome } from './rules/completing.ts'

/** Who begins a campaign, says what lies in its pool and who goes out. */
const planned = { record: 'campaigns.plan' } as const

export const campaigns = registerRoom({
  name: 'campaigns',
  title: label('专项行动', 'Campaigns'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: { 'campaigns.plan': { title: label('部署专项行动', 'Plan campaigns') } },
  roleGrants: [
    ...grant('clerk', 'own', 'campaigns.read', 'campaigns.record'),
    ...grant('judge', 'own', 'campaigns.read', 'campaigns.record'),
    ...grant('judge', 'team', 'campaigns.read'),
    ...grant('director', 'court', 'campaigns.read', 'campaigns.record', 'campaigns.plan'),
    ...grant('president', 'court', 'campaigns.read', 'campaigns.plan'),
    ...grant('dispatcher', 'court', 'campaigns.read', 'campaigns.record'),
    ...grant('bailiff', 'court', 'campaigns.read', 'campaigns.record'),
    ...grant('office', 'court', 'campaigns.read'),
    ...grant('inspector', 'court', 'campaigns.read'),
  ],
  registers: [
    keep(clearingCase, {
      may: { ...planned, steps: { clear: 'campaigns.record' } },
      cites: ['terminate.resume'],
      checks: clearingChecks,
      complete: clearedByOutcome,
    }),
    keep(clearingVisit, { checks: visitChecks }),
    keep(campaign, { may: planned }),
    keep(campaignCase, { may: { ...planned, steps: { settle: 'campaigns.record' } }, complete: beforeFreezing }),
    keep(squad, { may: planned }),
    keep(dayReport),
  ],
  queries: [campaignIndicators.records],
  indicators: campaignIndicators.indicators,
  figures: campaignFigures,
  deskCounts: [
    countOfView({
      register: squad,
      view: 'today',
      title: label('今日外出小组', 'Squads out today'),
      order: 65,
      tone: 'plain',
      may: 'campaigns.record',
    }),
  ],
  contradictions: clearingContradictions,
})
