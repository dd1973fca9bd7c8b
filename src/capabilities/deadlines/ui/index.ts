import type { PageDeclaration } from '#web/page.ts'
import { labels } from '../labels.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/calendar',
    navigation: { title: labels.title, group: 'rules', permission: 'deadlines.propose-notice', order: 10 },
    load: async () => (await import('./CalendarPage.tsx')).CalendarPage,
  },
]
