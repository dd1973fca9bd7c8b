import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '#web/page.ts'

export const pages: readonly PageDeclaration[] = [
  {
    path: '/people',
    navigation: {
      title: label('用户、岗位、角色', 'People, posts, roles'),
      group: 'people',
      permission: 'identity.read-people',
      order: 10,
    },
    load: async () => (await import('./PeoplePage.tsx')).PeoplePage,
  },
  { path: '/account', load: async () => (await import('./AccountPage.tsx')).AccountPage },
]
