import { label } from '#kernel/values/labels.ts'
import type { FormDeclaration } from '#pages/desk'
import type { PageDeclaration } from '#web/page.ts'
import { clockPages } from './clocks/pages.ts'

export type { CasePanelDeclaration, CasePanelProps } from './case-panels.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/cases',
    navigation: {
      title: label('案件', 'Cases'),
      group: 'cases',
      permission: 'cases.read',
      order: 10,
      key: 'a',
      count: { query: 'cases.register', input: { mine: true, open: true } },
    },
    load: async () => (await import('./CasesPage.tsx')).CasesPage,
  },
  {
    path: '/cases/file',
    navigation: { title: label('执行立案', 'File a case'), group: 'cases', permission: 'cases.file', order: 20 },
    load: async () => (await import('./FileCasePage.tsx')).FileCasePage,
  },
  { path: '/cases/$caseId', load: async () => (await import('./CockpitPage.tsx')).CockpitPage },
  { path: '/cases/$caseId/terminate', load: async () => (await import('./TerminatePage.tsx')).TerminatePage },
  ...clockPages,
]

export const forms: readonly FormDeclaration[] = [
  {
    command: 'cases.assign-case',
    title: label('分案', 'Assign'),
    width: 760,
    load: async () => (await import('./forms/AssignForm.tsx')).AssignForm,
  },
  {
    command: 'cases.triage-case',
    title: label('繁简分流', 'Triage'),
    load: async () => (await import('./forms/CaseForms.tsx')).TriageForm,
  },
  {
    command: 'cases.record-event',
    title: label('记一笔', 'Record an event'),
    load: async () => (await import('./forms/RecordEventForm.tsx')).RecordEventForm,
  },
  {
    command: 'cases.change-claim',
    title: label('改标的与到位', 'Change sums'),
    load: async () => (await import('./forms/CaseForms.tsx')).ChangeClaimForm,
  },
  {
    command: 'cases.set-flags',
    title: label('设标记', 'Set flags'),
    load: async () => (await import('./forms/CaseForms.tsx')).SetFlagsForm,
  },
  {
    command: 'cases.close-case',
    title: label('结案', 'Close case'),
    load: async () => (await import('./forms/CaseForms.tsx')).CloseCaseForm,
  },
  {
    command: 'cases.terminate-round',
    title: label('终本', 'End this round'),
    load: async () => (await import('./forms/CaseForms.tsx')).GoToChecks,
  },
  {
    command: 'cases.record-look-up',
    title: label('登记终本后查询', 'Record look-up'),
    load: async () => (await import('./forms/CaseForms.tsx')).LookUpForm,
  },
]
