import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '#web/page.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/audit',
    navigation: { title: label('审计轨迹', 'Audit trail'), group: 'audit', permission: 'audit.read', order: 10 },
    load: async () => (await import('./AuditPage.tsx')).AuditPage,
  },
]
