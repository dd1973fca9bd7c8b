import { payoutCommands } from './commands/index.ts'
import { ownHoldSources } from './hold-sources.ts'
import { attempts, holds } from './queries/holding.ts'
import { payouts, payoutsDue, paymentOrders } from './queries/lists.ts'
import { orderFile, payeeAccounts, payoutCard, plansReading, releases } from './queries/readings.ts'
import { linePayouts } from './queries/line-payouts.ts'
import { planCreditors } from './queries/plan-creditors.ts'
import { plansDrawn } from './queries/plan-list.ts'
import { where } from './queries/where.ts'
import { payoutApprovals, payoutDesk } from './desk.ts'
import { counted } from './indicators.ts'
import { caseStatement, payoutPaper, planDocument } from './queries/papers.ts'
import { payoutSettings } from './settings.ts'
import { unreleased } from './releases.ts'
import { keepWorkingDays, workingDayReaction } from './working-days.ts'

const grant = (
  scope: 'own' | 'court',
  role: 'clerk' | 'judge' | 'money-officer' | 'director',
  ...permissions: readonly string[]
) => permissions.map((permission) => ({ role, permission, scope }) as const)

/** What payouts add to the room. */
export const payoutParts = {
  permissions: {
    'funds.keep-payees': { title: { zh: '登记收款账户', en: 'Record payee accounts' }, personalData: true },
    'funds.confirm-payees': { title: { zh: '复核收款账户', en: 'Confirm payee accounts' }, personalData: true },
    'funds.release': { title: { zh: '办理解控', en: 'Release controls' } },
  },
  roleGrants: [
    ...grant('own', 'clerk', 'funds.keep-payees', 'funds.release'),
    ...grant('own', 'judge', 'funds.keep-payees', 'funds.release'),
    ...grant('court', 'money-officer', 'funds.keep-payees', 'funds.confirm-payees', 'funds.propose'),
    ...grant('court', 'director', 'funds.confirm-payees'),
  ],
  commands: payoutCommands,
  queries: [
    payouts,
    payoutCard,
    payoutsDue,
    where,
    payeeAccounts,
    paymentOrders,
    orderFile,
    plansReading,
    plansDrawn,
    planCreditors,
    linePayouts,
    holds,
    attempts,
    releases,
    payoutPaper,
    caseStatement,
    planDocument,
    counted.records,
  ],
  settings: payoutSettings,
  reactions: [workingDayReaction],
  preparations: [keepWorkingDays],
  payoutHolds: ownHoldSources,
  closingHolds: [unreleased],
  indicators: counted.indicators,
  desk: [payoutDesk],
  approvals: [payoutApprovals],
} as const
