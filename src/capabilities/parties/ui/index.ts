import { label } from '#kernel/values/labels.ts'
import type { FormDeclaration } from '#pages/desk'
import type { PageDeclaration } from '#web/page.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/parties/merges',
    navigation: {
      title: label('合并当事人', 'Merging parties'),
      group: 'approvals',
      permission: 'parties.approve-merge',
      order: 30,
    },
    load: async () => (await import('./MergesPage.tsx')).MergesPage,
  },
  { path: '/parties/$partyId', load: async () => (await import('./WholePage.tsx')).WholePage },
]

export const forms: readonly FormDeclaration[] = [
  {
    command: 'parties.correct-name',
    title: label('更正姓名写法', 'Correct the spelling'),
    load: async () => (await import('./PartyForms.tsx')).CorrectNameForm,
  },
  {
    command: 'parties.add-phone',
    title: label('加电话', 'Add a phone'),
    load: async () => (await import('./PartyForms.tsx')).AddPhoneForm,
  },
  {
    command: 'parties.propose-merge',
    title: label('同名比对', 'Compare namesakes'),
    width: 760,
    load: async () => (await import('./CompareForm.tsx')).CompareForm,
  },
  {
    command: 'parties.undo-merge',
    title: label('撤销合并', 'Undo the merge'),
    load: async () => (await import('./PartyForms.tsx')).UndoMergeForm,
  },
  {
    command: 'parties.refuse-merge',
    title: label('不予合并', 'Refuse the merge'),
    load: async () => (await import('./PartyForms.tsx')).RefuseMergeForm,
  },
]
