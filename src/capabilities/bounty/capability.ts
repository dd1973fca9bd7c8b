import { grant, keep, registerRoom, viewOnDesk } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { bountyFigures, bountyIndicators } from './figures.ts'
import { issue } from './registers/issue.ts'
import { posting } from './registers/posting.ts'
import { earning, tip } from './registers/tip.ts'
import { issueChecks, postingChecks, tipChecks } from './rules/checks.ts'
import { withReward } from './rules/reward.ts'
import { countedFrom } from './settings.ts'

const bountySection = label('执行悬赏', 'Bounty')

export const bounty = registerRoom({
  name: 'bounty',
  title: label('执行悬赏', 'Bounty'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'bounty.read-tips': { title: label('查看悬赏线索', 'Read tips'), personalData: true },
    'bounty.decide': { title: label('决定悬赏奖励', 'Decide on rewards') },
    'bounty.pay': { title: label('发放悬赏金', 'Pay rewards') },
  },
  roleGrants: [
    ...grant('clerk', 'own', 'bounty.read'),
    ...grant('judge', 'own', 'bounty.read', 'bounty.read-tips', 'bounty.record'),
    ...grant('director', 'court', 'bounty.read', 'bounty.read-tips', 'bounty.record'),
    ...grant('president', 'court', 'bounty.read', 'bounty.read-tips', 'bounty.record', 'bounty.decide'),
    // Whoever answers the hotline takes tips down and does not read those of others.
    ...grant('dispatcher', 'court', 'bounty.read', 'bounty.record'),
    ...grant('money-officer', 'court', 'bounty.read', 'bounty.read-tips', 'bounty.pay'),
    ...grant('office', 'court', 'bounty.read'),
    ...grant('inspector', 'court', 'bounty.read', 'bounty.read-tips'),
  ],
  settings: [countedFrom],
  registers: [
    // Bounties are for what was left unpaid when the case was closed.
    keep(posting, { cites: ['bounty.apply', 'bounty.publish'], checks: postingChecks, onClosed: true }),
    keep(issue, { cites: ['bounty.publish'], checks: issueChecks }),
    keep(tip, {
      may: { record: 'bounty.record', steps: { reward: 'bounty.decide', pay: 'bounty.pay' } },
      cites: ['bounty.order', 'bounty.pay', 'bounty.ineligible'],
      checks: tipChecks,
      complete: withReward,
    }),
  ],
  queries: [bountyIndicators.records],
  indicators: bountyIndicators.indicators,
  figures: bountyFigures,
  desk: [
    viewOnDesk({
      register: tip,
      filter: { conclusion: earning.join('|'), lacks: 'rewardedOn' },
      section: bountySection,
      what: label('决定悬赏奖励', 'Decide the reward'),
      act: { name: 'reward', title: label('决定奖励', 'Decide') },
      may: 'bounty.decide',
      why: 'number',
    }),
    viewOnDesk({
      register: tip,
      filter: { has: 'rewardedOn', lacks: 'paidOn' },
      section: bountySection,
      what: label('发放悬赏金', 'Pay the reward'),
      act: { name: 'pay', title: label('发放', 'Pay') },
      may: 'bounty.pay',
      why: 'number',
    }),
  ],
})
