import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { addPhone, correctName, mayEdit } from './commands/correct-party.ts'
import { approveMerge, mayApprove, refuseMerge, undoMerge } from './commands/decide-merge.ts'
import { mayPropose, proposeMerge } from './commands/propose-merge.ts'
import { mayReveal, reveal } from './commands/reveal.ts'
import { mergeApprovals } from './desk.ts'
import { mergeProposals } from './queries/merge-proposals.ts'
import { revealedValue } from './queries/revealed-value.ts'
import { sameName } from './queries/same-name.ts'
import { mayRead, wholeView } from './queries/whole-view.ts'
import { partyNames } from './record-names.ts'

export const parties = capability({
  name: 'parties',
  title: label('当事人', 'Parties'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    [mayRead]: { title: label('查看当事人', 'See parties'), personalData: true },
    [mayReveal]: { title: label('查看完整证件号、电话', 'See full numbers'), personalData: true },
    [mayEdit]: { title: label('更正当事人', 'Correct parties') },
    [mayPropose]: { title: label('提出合并当事人', 'Propose merging parties') },
    [mayApprove]: { title: label('审批合并当事人', 'Decide on merging parties') },
  },
  roleGrants: [
    { role: 'clerk', permission: mayRead, scope: 'own' },
    { role: 'clerk', permission: mayRead, scope: 'team' },
    { role: 'clerk', permission: mayReveal, scope: 'own' },
    { role: 'clerk', permission: mayEdit, scope: 'own' },
    { role: 'clerk', permission: mayPropose, scope: 'own' },
    { role: 'clerk', permission: mayPropose, scope: 'team' },
    { role: 'judge', permission: mayRead, scope: 'own' },
    { role: 'judge', permission: mayRead, scope: 'team' },
    { role: 'judge', permission: mayReveal, scope: 'own' },
    { role: 'judge', permission: mayEdit, scope: 'own' },
    { role: 'judge', permission: mayPropose, scope: 'own' },
    { role: 'judge', permission: mayPropose, scope: 'team' },
    { role: 'filing-clerk', permission: mayRead, scope: 'court' },
    { role: 'filing-clerk', permission: mayEdit, scope: 'court' },
    { role: 'filing-clerk', permission: mayPropose, scope: 'court' },
    { role: 'director', permission: mayRead, scope: 'court' },
    { role: 'director', permission: mayReveal, scope: 'court' },
    { role: 'director', permission: mayEdit, scope: 'court' },
    { role: 'director', permission: mayPropose, scope: 'court' },
    { role: 'director', permission: mayApprove, scope: 'court' },
    { role: 'president', permission: mayRead, scope: 'court' },
    { role: 'president', permission: mayApprove, scope: 'court' },
    { role: 'money-officer', permission: mayRead, scope: 'court' },
    { role: 'dispatcher', permission: mayRead, scope: 'court' },
    { role: 'inspector', permission: mayRead, scope: 'court' },
  ],
  commands: [reveal, correctName, addPhone, proposeMerge, approveMerge, refuseMerge, undoMerge],
  queries: [wholeView, sameName, mergeProposals, revealedValue],
  approvals: [mergeApprovals],
  recordNames: { party: partyNames },
})
