import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '#web/page.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/operations',
    navigation: { title: label('运行状况', 'Operation'), group: 'running', permission: 'operations.read', order: 10 },
    load: async () => (await import('./OperationsPage.tsx')).OperationsPage,
  },
  {
    path: '/settings',
    navigation: { title: label('参数', 'Settings'), group: 'running', permission: 'operations.read', order: 20 },
    load: async () => (await import('./SettingsPage.tsx')).SettingsPage,
  },
]
