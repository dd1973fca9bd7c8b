import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '#web/page.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/funds',
    navigation: {
      title: label('到账认领', 'Arrivals'),
      group: 'funds',
      permission: 'funds.claim',
      order: 10,
      key: 'k',
      count: { query: 'funds.lines', input: { direction: 'in', unclaimed: true, waiting: false } },
    },
    load: async () => (await import('./FundsPage.tsx')).FundsPage,
  },
]
