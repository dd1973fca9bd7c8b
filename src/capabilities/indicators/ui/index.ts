import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '#web/page.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/indicators',
    navigation: {
      title: label('指标', 'Indicators'),
      group: 'indicators',
      permission: 'indicators.read',
      order: 1,
      key: 'i',
    },
    load: async () => (await import('./IndicatorsPage.tsx')).IndicatorsPage,
  },
  {
    path: '/indicators/checks',
    load: async () => (await import('./ChecksPage.tsx')).ChecksPage,
  },
  {
    path: '/indicators/comparison',
    navigation: {
      title: label('排名与对比', 'Ranking'),
      group: 'indicators',
      permission: 'indicators.read',
      order: 3,
    },
    load: async () => (await import('./ComparisonPage.tsx')).ComparisonPage,
  },
]
