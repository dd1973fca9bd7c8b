import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '#web/page.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/import',
    load: async () => (await import('./ImportPage.tsx')).ImportPage,
    navigation: {
      title: label('导入', 'Import'),
      group: 'import',
      permission: 'ledgers.read',
      order: 10,
      key: 'u',
    },
  },
  { path: '/import/folder', load: async () => (await import('./FolderPage.tsx')).FolderPage },
  { path: '/import/batches/$batchId', load: async () => (await import('./BatchPage.tsx')).BatchPage },
  { path: '/import/$importId', load: async () => (await import('./WizardPage.tsx')).WizardPage },
]
