import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '../page.ts'

/** Screens of invented data, one per reference page, to look at the shared components. */
export const galleryPages: readonly PageDeclaration[] = [
  {
    path: '/desk',
    navigation: { title: label('今日工作台', 'Today'), group: 'desk', order: 1, key: 'd' },
    load: async () => (await import('./DeskScreen.tsx')).DeskScreen,
  },
  {
    path: '/cases',
    navigation: {
      title: label('我的案件', 'My cases'),
      group: 'cases',
      order: 1,
      key: 'a',
      count: { query: 'cases.list' },
    },
    load: async () => (await import('./CasesScreen.tsx')).CasesScreen,
  },
  {
    path: '/cases/pool',
    navigation: { title: label('终本库', 'Pool'), group: 'cases', order: 2 },
    load: async () => (await import('./CasesScreen.tsx')).CasesScreen,
  },
  { path: '/cases/$caseId', load: async () => (await import('./CaseScreen.tsx')).CaseScreen },
  {
    path: '/deadlines',
    navigation: { title: label('期限', 'Deadlines'), group: 'deadlines', order: 1 },
    load: async () => (await import('./PartsScreen.tsx')).PartsScreen,
  },
  {
    path: '/property',
    navigation: { title: label('财产', 'Property'), group: 'property', order: 1 },
    load: async () => (await import('./DebtorScreen.tsx')).DebtorScreen,
  },
  {
    path: '/measures',
    navigation: { title: label('强制措施', 'Measures'), group: 'measures', order: 1 },
    load: async () => (await import('./PartsScreen.tsx')).PartsScreen,
  },
  {
    path: '/funds',
    navigation: { title: label('案款', 'Case money'), group: 'funds', order: 1 },
    load: async () => (await import('./PartsScreen.tsx')).PartsScreen,
  },
  {
    path: '/indicators',
    navigation: { title: label('指标', 'Indicators'), group: 'indicators', order: 1 },
    load: async () => (await import('./IndicatorsScreen.tsx')).IndicatorsScreen,
  },
  {
    path: '/import',
    navigation: { title: label('导入', 'Import'), group: 'import', order: 1 },
    load: async () => (await import('./ImportScreen.tsx')).ImportScreen,
  },
  { path: '/messages', load: async () => (await import('./PartsScreen.tsx')).PartsScreen },
]
