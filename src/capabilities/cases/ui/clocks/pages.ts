import type { PageDeclaration } from '#web/page.ts'
import { labels } from '../../clocks/labels.ts'

/** Pages of clocks, listed by the room of cases among its own. */
export const clockPages: readonly PageDeclaration[] = [
  {
    path: '/deadlines',
    navigation: {
      title: labels.title,
      group: 'deadlines',
      permission: 'cases.read',
      order: 10,
      count: { query: 'cases.clocks', input: { mine: true, state: 'overdue' } },
    },
    load: async () => (await import('./ClocksPage.tsx')).ClocksPage,
  },
]
