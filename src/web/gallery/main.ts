if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const { simulateServer } = await import('./simulated-server.ts')
simulateServer()
const [{ start }, { galleryPages }] = await Promise.all([import('../start.tsx'), import('./pages.ts')])
start(galleryPages)
export {}
