import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { PagesProvider } from './frame/FramePages.tsx'
import type { PageDeclaration } from './page.ts'
import { routerOf } from './routes.tsx'
import { Shell } from './Shell.tsx'
import { loadFallbackFont } from './theme/fallback-font-load.ts'

/** Draws the shell with the pages given. */
export function start(pages: readonly PageDeclaration[]): void {
  const place = document.getElementById('root')
  if (!place) throw new Error('no place to draw')
  createRoot(place).render(
    <Shell>
      <PagesProvider value={pages}>
        <RouterProvider router={routerOf(pages)} />
      </PagesProvider>
    </Shell>,
  )
  void loadFallbackFont()
}
