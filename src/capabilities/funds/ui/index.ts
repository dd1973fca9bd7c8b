import { label } from '#kernel/values/labels.ts'
import type { CasePanelDeclaration } from '#pages/cases'
import type { PageDeclaration } from '#web/page.ts'
import { moneyForms } from './forms/index.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/funds',
    navigation: {
      title: label('到账认领', 'Arrivals'),
      group: 'funds',
      permission: 'funds.claim',
      order: 10,
      key: 'k',
      count: { query: 'funds.lines', input: { direction: 'in', unclaimed: true, waiting: false } },
    },
    load: async () => (await import('./FundsPage.tsx')).FundsPage,
  },
  {
    path: '/funds/payouts',
    navigation: { title: label('发放审批', 'Payouts'), group: 'funds', permission: 'funds.read', order: 20 },
    load: async () => (await import('./PayoutsPage.tsx')).PayoutsPage,
  },
  { path: '/funds/payouts/$payoutId', load: async () => (await import('./PayoutPage.tsx')).PayoutPage },
  {
    path: '/funds/due',
    navigation: {
      title: label('超期与延缓', 'Overdue and deferred'),
      group: 'funds',
      permission: 'funds.read',
      order: 30,
      count: { query: 'funds.payouts-due', input: { show: 'listed' } },
    },
    load: async () => (await import('./DuePage.tsx')).DuePage,
  },
  {
    path: '/funds/plans',
    navigation: { title: label('分配方案', 'Distribution plans'), group: 'funds', permission: 'funds.read', order: 35 },
    load: async () => (await import('./plan/PlansPage.tsx')).PlansPage,
  },
  {
    path: '/funds/payees',
    navigation: {
      title: label('收款账户', 'Payee accounts'),
      group: 'funds',
      permission: 'funds.keep-payees',
      order: 40,
    },
    load: async () => (await import('./PayeesPage.tsx')).PayeesPage,
  },
  {
    path: '/funds/orders',
    navigation: { title: label('付款单', 'Payment orders'), group: 'funds', permission: 'funds.pay', order: 50 },
    load: async () => (await import('./OrdersPage.tsx')).OrdersPage,
  },
  {
    path: '/funds/audit',
    navigation: { title: label('案款审计', 'Audit'), group: 'funds', permission: 'funds.audit', order: 70 },
    load: async () => (await import('./AuditPage.tsx')).AuditPage,
  },
  {
    path: '/funds/reconcile',
    navigation: { title: label('对账与日结', 'Reconciliation'), group: 'funds', permission: 'funds.close', order: 60 },
    load: async () => (await import('./ReconcilePage.tsx')).ReconcilePage,
  },
  { path: '/funds/cases/$caseId', load: async () => (await import('./CaseMoneyPage.tsx')).CaseMoneyPage },
  { path: '/funds/cases/$caseId/plan', load: async () => (await import('./plan/PlanPage.tsx')).PlanPage },
]

export const forms = moneyForms

export const casePanels: readonly CasePanelDeclaration[] = [
  { tab: 'funds', load: async () => (await import('./CaseMoney.tsx')).CaseMoney },
]
