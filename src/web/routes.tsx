import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { IndexPage } from './pages/IndexPage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { Root } from './pages/Root.tsx'
import type { PageDeclaration } from './page.ts'

/** One route per declared page, each fetched when it is opened. */
export function routerOf(pages: readonly PageDeclaration[]) {
  const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage })
  const index = createRoute({ getParentRoute: () => root, path: '/', component: IndexPage })
  const rooms = pages.map(({ path, load }) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyRouteComponent(async () => ({ default: await load() })),
    }),
  )
  return createRouter({
    routeTree: root.addChildren([index, ...rooms]),
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    scrollRestoration: false,
  })
}
