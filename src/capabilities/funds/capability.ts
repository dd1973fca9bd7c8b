import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { claimReaction } from './claims/certain.ts'
import { moneyNotices, noticeReaction } from './claims/notices.ts'
import { confirmClaim, proposeClaim, refuseClaim, undoClaim } from './commands/claims.ts'
import { claims } from './queries/claims.ts'
import { lineMatch, lines } from './queries/lines.ts'
import { cancelReaction } from './explaining/cancelling.ts'
import { explainReaction } from './explaining/returning.ts'
import { casesReaction } from './explaining/when-cases-come.ts'
import { settleReaction } from './money-ledger/settle.ts'
import { bookParts } from './parts-of-books.ts'
import { payoutParts } from './payouts/parts.ts'
import { paidReaction } from './payouts/shown-by-statement.ts'
import { auditParts } from './audit/parts.ts'
import { reviewParts } from './reviews/parts.ts'
import { screenQueries } from './screens/index.ts'
import { unknownParts } from './unknown/parts.ts'
import { virtualParts } from './virtual/parts.ts'

export const funds = capability({
  name: 'funds',
  title: label('案款', 'Case money'),
  migrations: new URL('migrations/', import.meta.url),
  ledgers: bookParts.ledgers,
  fileReaders: bookParts.fileReaders,
  permissions: {
    'funds.read': { title: label('查看案款', 'Read case money'), personalData: true },
    'funds.import': { title: label('导入银行流水', 'Import bank statements') },
    'funds.claim': { title: label('认领案款', 'Claim money') },
    'funds.propose': { title: label('申请发放', 'Propose payouts') },
    'funds.check': { title: label('核对发放', 'Check payouts') },
    'funds.approve': { title: label('批准发放', 'Approve payouts') },
    'funds.approve-large': { title: label('批准大额发放', 'Approve large payouts') },
    'funds.pay': { title: label('付款', 'Order payments') },
    'funds.close': { title: label('日终月末结账', 'Close days and months') },
    'funds.audit': { title: label('案款审计', 'Audit case money'), personalData: true },
    ...payoutParts.permissions,
  },
  roleGrants: [
    { role: 'clerk', permission: 'funds.read', scope: 'own' },
    { role: 'clerk', permission: 'funds.propose', scope: 'own' },
    { role: 'judge', permission: 'funds.read', scope: 'own' },
    { role: 'judge', permission: 'funds.read', scope: 'team' },
    { role: 'judge', permission: 'funds.propose', scope: 'own' },
    { role: 'money-officer', permission: 'funds.read', scope: 'court' },
    { role: 'money-officer', permission: 'funds.import', scope: 'court' },
    { role: 'money-officer', permission: 'funds.claim', scope: 'court' },
    { role: 'money-officer', permission: 'funds.check', scope: 'court' },
    { role: 'money-officer', permission: 'funds.pay', scope: 'court' },
    { role: 'money-officer', permission: 'funds.close', scope: 'court' },
    { role: 'director', permission: 'funds.read', scope: 'court' },
    { role: 'director', permission: 'funds.approve', scope: 'court' },
    { role: 'president', permission: 'funds.read', scope: 'court' },
    { role: 'president', permission: 'funds.approve-large', scope: 'court' },
    { role: 'inspector', permission: 'funds.read', scope: 'court' },
    { role: 'inspector', permission: 'funds.audit', scope: 'court' },
    ...payoutParts.roleGrants,
  ],
  commands: [
    proposeClaim,
    confirmClaim,
    refuseClaim,
    undoClaim,
    ...reviewParts.commands,
    ...unknownParts.commands,
    ...virtualParts.commands,
    ...bookParts.commands,
    ...payoutParts.commands,
  ],
  queries: [
    lines,
    lineMatch,
    claims,
    ...reviewParts.queries,
    ...unknownParts.queries,
    ...virtualParts.queries,
    ...screenQueries,
    ...bookParts.queries,
    ...payoutParts.queries,
    ...auditParts.queries,
  ],
  // In this order: what is a payment of ours, what cancels itself, what the court's ledger says, what is certain, what went back.
  reactions: [
    ...bookParts.reactions,
    paidReaction,
    cancelReaction,
    settleReaction,
    claimReaction,
    explainReaction,
    casesReaction,
    noticeReaction,
    ...reviewParts.reactions,
    ...virtualParts.reactions,
    ...payoutParts.reactions,
  ],
  settings: [...payoutParts.settings, ...virtualParts.settings, ...auditParts.settings],
  preparations: payoutParts.preparations,
  payoutHolds: [...payoutParts.payoutHolds, ...reviewParts.payoutHolds],
  closingHolds: payoutParts.closingHolds,
  indicators: payoutParts.indicators,
  deskCounts: auditParts.deskCounts,
  desk: [...payoutParts.desk, ...reviewParts.desk],
  approvals: payoutParts.approvals,
  notices: [moneyNotices],
})
