import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { assignCase } from './commands/assign-case.ts'
import { changeClaim, setFlags } from './commands/change-claim.ts'
import { closeCase } from './commands/close-case.ts'
import { fileCase } from './commands/file-case.ts'
import { recordEvent } from './commands/record-event.ts'
import { terminateRound } from './commands/terminate-round.ts'
import { triageCase } from './commands/triage-case.ts'
import {
  caseClockReaction,
  caseClockRules,
  clockDesk,
  caseClockSource,
  clockQueries,
  recordLookUp,
} from './clocks/index.ts'
import { caseIntakes } from './intake.ts'
import { caseCounts, caseNames, caseNextDue, caseNotices, caseOpenWork } from './queries/around-desk.ts'
import { candidates } from './queries/candidates-reading.ts'
import { cockpit } from './queries/cockpit.ts'
import { knownParties } from './queries/known-parties.ts'
import { menu } from './queries/menu.ts'
import { partyCases, partySection } from './queries/of-party.ts'
import { register } from './queries/register.ts'
import { findCases } from './queries/search.ts'
import { checks } from './queries/termination-checks.ts'
import { caseTimeline, timeline } from './queries/timeline.ts'

export const cases = capability({
  name: 'cases',
  title: label('案件', 'Cases'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'cases.read': { title: label('查看案件', 'Read cases'), personalData: true },
    'cases.file': { title: label('立案', 'File cases') },
    'cases.handle': { title: label('办理案件', 'Handle cases') },
    'cases.take': { title: label('承办案件', 'Be given cases') },
    'cases.assign': { title: label('分案', 'Assign cases') },
    'cases.triage': { title: label('繁简分流', 'Triage cases') },
    'cases.close': { title: label('结案', 'Close cases') },
    'cases.approve-termination': { title: label('批准终本', 'Approve the end of a round') },
  },
  roleGrants: [
    { role: 'clerk', permission: 'cases.read', scope: 'own' },
    { role: 'clerk', permission: 'cases.read', scope: 'team' },
    { role: 'clerk', permission: 'cases.file', scope: 'court' },
    { role: 'clerk', permission: 'cases.handle', scope: 'own' },
    { role: 'judge', permission: 'cases.read', scope: 'own' },
    { role: 'judge', permission: 'cases.read', scope: 'team' },
    { role: 'judge', permission: 'cases.handle', scope: 'own' },
    { role: 'judge', permission: 'cases.take', scope: 'own' },
    { role: 'judge', permission: 'cases.triage', scope: 'own' },
    { role: 'judge', permission: 'cases.close', scope: 'own' },
    { role: 'filing-clerk', permission: 'cases.read', scope: 'court' },
    { role: 'filing-clerk', permission: 'cases.file', scope: 'court' },
    { role: 'director', permission: 'cases.read', scope: 'court' },
    { role: 'director', permission: 'cases.handle', scope: 'court' },
    { role: 'director', permission: 'cases.assign', scope: 'court' },
    { role: 'director', permission: 'cases.triage', scope: 'court' },
    { role: 'director', permission: 'cases.close', scope: 'court' },
    { role: 'president', permission: 'cases.read', scope: 'court' },
    { role: 'president', permission: 'cases.handle', scope: 'court' },
    { role: 'president', permission: 'cases.approve-termination', scope: 'court' },
    { role: 'inspector', permission: 'cases.read', scope: 'court' },
    { role: 'office', permission: 'cases.read', scope: 'court' },
    { role: 'dispatcher', permission: 'cases.read', scope: 'court' },
    { role: 'money-officer', permission: 'cases.read', scope: 'court' },
  ],
  commands: [
    fileCase,
    assignCase,
    triageCase,
    recordEvent,
    changeClaim,
    setFlags,
    closeCase,
    terminateRound,
    recordLookUp,
  ],
  queries: [register, cockpit, menu, timeline, candidates, checks, knownParties, ...clockQueries],
  timeline: [caseTimeline],
  ledgers: caseIntakes,
  clocks: caseClockRules,
  clockSources: [caseClockSource],
  reactions: [caseClockReaction],
  desk: [clockDesk],
  deskCounts: caseCounts,
  notices: [caseNotices],
  nextDue: [caseNextDue],
  search: [findCases],
  partyRecords: [partyCases],
  debtorSections: [partySection],
  openWork: [caseOpenWork],
  recordNames: { case: caseNames },
})
