import { keep, registerRoom, viewOnDesk } from '#capabilities/registers'
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
    { role: 'clerk', permission: 'bounty.read', scope: 'own' },
    ...(['read', 'read-tips', 'record'] as const).flatMap((act) => [
      { role: 'judge', permission: `bounty.${act}`, scope: 'own' } as const,
      { role: 'director', permission: `bounty.${act}`, scope: 'court' } as const,
      { role: 'president', permission: `bounty.${act}`, scope: 'court' } as const,
    ]),
    { role: 'president', permission: 'bounty.decide', scope: 'court' },
    ...(['read', 'read-tips', 'pay'] as const).map(
      (act) => ({ role: 'money-officer', permission: `bounty.${act}`, scope: 'court' }) as const,
    ),
    // Whoever answers the hotline takes tips down and does not read those of others.
    { role: 'dispatcher', permission: 'bounty.read', scope: 'court' },
    { role: 'dispatcher', permission: 'bounty.record', scope: 'court' },
    { role: 'office', permission: 'bounty.read', scope: 'court' },
    { role: 'inspector', permission: 'bounty.read', scope: 'court' },
    { role: 'inspector', permission: 'bounty.read-tips', scope: 'court' },
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
