import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { PagesProvider } from './frame/FramePages.tsx'
import { rooms } from './rooms.ts'
import { routerOf } from './routes.tsx'
import { Shell } from './Shell.tsx'
import { loadFallbackFont } from './theme/fallback-font-load.ts'

export function start(): void {
  const place = document.getElementById('root')
  if (!place) throw new Error('no place to draw')
  createRoot(place).render(
    <Shell>
      <PagesProvider value={rooms}>
        <RouterProvider router={routerOf(rooms)} />
      </PagesProvider>
    </Shell>,
  )
  void loadFallbackFont()
}
