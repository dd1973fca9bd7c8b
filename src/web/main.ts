// Schemas name Temporal as soon as they are loaded, so a browser without it gets it first.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const [{ start }, { rooms }] = await Promise.all([import('./start.tsx'), import('./rooms.ts')])
start(rooms)
export {}
