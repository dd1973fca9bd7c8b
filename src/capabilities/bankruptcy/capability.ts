import { setting, settingValue } from '#capabilities/operations'
import { grant, keep, registerRoom, watchOn } from '#capabilities/registers'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { count } from '#law/parameter.ts'
import { ruleOn } from '#law/rules.ts'
import { bankruptcyIndicators } from './indicators.ts'
import { bankruptcyTransfer } from './registers/bankruptcy-transfer.ts'
import { transferChecks } from './rules/checks.ts'
import { bankruptcyHolds } from './payout-holds.ts'

const warning = setting({
  key: 'bankruptcy.warn-days',
  title: label('破产受理答复期预警（天）', 'Warning before the answer is due'),
  hint: label('受移送法院答复期届满前多少天放上工作台。', 'How many days ahead it lies on the desk.'),
  schema: z.int().min(0).max(30),
  fallback: 5,
})

export const bankruptcy = registerRoom({
  name: 'bankruptcy',
  title: label('执转破', 'Transfer to bankruptcy'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: { 'bankruptcy.decide': { title: label('决定移送破产审查', 'Decide on transfer to bankruptcy') } },
  roleGrants: [
    ...grant('clerk', 'own', 'bankruptcy.read', 'bankruptcy.record'),
    ...grant('judge', 'own', 'bankruptcy.read', 'bankruptcy.record'),
    ...grant('judge', 'team', 'bankruptcy.read'),
    ...grant('director', 'court', 'bankruptcy.read', 'bankruptcy.record'),
    ...grant('president', 'court', 'bankruptcy.read', 'bankruptcy.record', 'bankruptcy.decide'),
    ...grant('money-officer', 'court', 'bankruptcy.read'),
    ...grant('office', 'court', 'bankruptcy.read'),
    ...grant('inspector', 'court', 'bankruptcy.read'),
  ],
  registers: [
    // The president signs the decision (法发〔2017〕2号 art. 7).
    keep(bankruptcyTransfer, {
      may: { record: 'bankruptcy.record', steps: { decide: 'bankruptcy.decide' } },
      cites: ['bankrupt.conditions', 'bankrupt.decision', 'bankrupt.reply', 'bankrupt.stay'],
      checks: transferChecks,
    }),
  ],
  payoutHolds: [bankruptcyHolds],
  queries: [bankruptcyIndicators.records],
  indicators: bankruptcyIndicators.indicators,
  settings: [warning],
  desk: [
    watchOn({
      register: bankruptcyTransfer,
      section: label('事项', 'Matters'),
      what: label('破产受理待答复', 'Answer on acceptance due'),
      day: 'acceptedOn',
      until: ['acceptedOn', 'returnedOn'],
      ahead: async (tx) => ({
        days: await settingValue(tx, warning),
        urgent: 0,
        unstated: { after: 'sentOn', days: count(ruleOn('bankrupt.reply').rule.value) },
      }),
      why: ({ destination }) => `${destination === null ? '受移送法院' : String(destination)}应裁定是否受理`,
      act: { name: 'accept', title: label('登记受理', 'Record acceptance') },
      also: 'bankruptcy.decide',
    }),
  ],
})
