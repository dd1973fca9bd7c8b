import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '#web/page.ts'
import type { FormDeclaration } from './form.ts'

export { Approvals, useApprovalCount } from './Approvals.tsx'
export { Acts, useOpenAct, type Act } from './Acts.tsx'
export { textIn, type ActFormProps, type FormDeclaration } from './form.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/desk',
    navigation: { title: label('今日工作台', 'Today'), group: 'desk', permission: 'desk.use', order: 10, key: 'd' },
    load: async () => (await import('./DeskPage.tsx')).DeskPage,
  },
  { path: '/rules/$rule', load: async () => (await import('./RulePage.tsx')).RulePage },
  { path: '/messages', load: async () => (await import('./MessagesPage.tsx')).MessagesPage },
]

export const forms: readonly FormDeclaration[] = [
  {
    command: 'desk.put-off',
    title: label('稍后', 'Later'),
    load: async () => (await import('./PutOffForm.tsx')).PutOffForm,
  },
]
