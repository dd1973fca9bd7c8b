import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '#web/page.ts'

/** The law comes with the page, so the first load is spared its 200 kB. */
const load = async () => {
  await import('./older-browsers.ts')
  return (await import('./CalculatorsPage.tsx')).CalculatorsPage
}

export const pages: readonly PageDeclaration[] = [
  {
    path: '/calculators',
    navigation: {
      title: label('计算器', 'Calculators'),
      group: 'tools',
      permission: 'calculators.use',
      order: 1,
      key: 'j',
    },
    load,
  },
  { path: '/calculators/$name', load },
]
