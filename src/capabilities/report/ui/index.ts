import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '#web/page.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/report',
    navigation: {
      title: label('工作报告', 'Work report'),
      group: 'indicators',
      permission: 'report.read',
      order: 2,
      key: 'b',
    },
    load: async () => (await import('./ReportPage.tsx')).ReportPage,
  },
  { path: '/report/$reportId', load: async () => (await import('./DraftPage.tsx')).DraftPage },
]
