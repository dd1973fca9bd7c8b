import { buildWeb } from '#web/build.ts'

// A program of its own: what the build needs in memory goes when it is done.
await buildWeb(process.argv[2] ?? '')
