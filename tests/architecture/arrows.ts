import { type Import, type Source, isTest, roomOf } from './sources.ts'

/** These files make the browser's files; they run on the machine that builds, never in a browser. */
const builders = /^src\/web\/((gallery\/)?build|vite\.config|fallback-font|register-heads)\.ts$/

export type Floor = 'values' | 'kernel' | 'law' | 'room' | 'web' | 'app' | 'elsewhere'

export function floorOf(file: string): Floor {
  if (file.startsWith('src/kernel/values/')) return 'values'
  if (file.startsWith('src/kernel/')) return 'kernel'
  if (file.startsWith('src/law/')) return 'law'
  if (file.startsWith('src/capabilities/')) return 'room'
  if (file.startsWith('src/web/')) return 'web'
  if (file.startsWith('src/app/') || file === 'src/boot.mjs') return 'app'
  return 'elsewhere'
}

/** Which floors each floor may step down to, its own included. */
const downhill: Readonly<Record<Floor, readonly Floor[]>> = {
  values: ['values'],
  kernel: ['kernel', 'values'],
  law: ['law', 'values'],
  room: ['room', 'law', 'kernel', 'values'],
  web: ['web', 'law', 'values', 'room'],
  app: ['app', 'web', 'room', 'law', 'kernel', 'values', 'elsewhere'],
  elsewhere: [],
}

const inRoom = (file: string) => file.replace(/^src\/capabilities\/[^/]+\//, '')
const isPage = (file: string) => inRoom(file).startsWith('ui/')
const isWindow = (file: string) => /^(contract\.ts|labels\.ts|ui\/.+)$/.test(inRoom(file))

/** Why this import may not be, or undefined when it may. */
export function objection(from: Source, { written, file: to }: Import): string | undefined {
  const here = floorOf(from.file)
  if (to === undefined) return packageObjection(from, written)
  const there = floorOf(to)
  if (isTest(from.file) && openToTests(to)) return undefined
  if (here === 'room' && there === 'room') return roomObjection(from, written, to)
  if (here === 'room' && there === 'web') return isPage(from.file) ? undefined : `only a room's ui takes from web`
  if (here === 'web' && there === 'room') return isWindow(to) ? undefined : 'web sees only contract, labels and ui'
  return downhill[here].includes(there) ? undefined : `${here} may not look at ${there}`
}

/** A test of a room may stand in a whole court: every room, and the helpers that open it. */
const openToTests = (file: string): boolean =>
  file.startsWith('src/kernel/testing/') || file.startsWith('tests/') || file === 'src/app/rooms.ts'

function roomObjection(from: Source, written: string, to: string): string | undefined {
  if (roomOf(from.file) === roomOf(to)) {
    return written.startsWith('.') ? undefined : 'inside a room imports are relative'
  }
  if (written.startsWith('#capabilities/')) return isPage(from.file) ? 'a page runs in the browser' : undefined
  if (written.startsWith('#pages/')) return isPage(from.file) ? undefined : 'only a page opens another room’s window'
  return `another room is entered through #capabilities/${roomOf(to)}`
}

function packageObjection({ file }: Source, written: string): string | undefined {
  const floor = floorOf(file)
  if (isTest(file)) return undefined
  if (written === 'zod') return undefined
  return floor === 'values' || floor === 'law' ? `${floor} needs no package but zod` : undefined
}

/** What may run in a browser: these files, and everything they import. */
export const runsInBrowser = (file: string): boolean => {
  if (isTest(file) || builders.test(file)) return false
  const floor = floorOf(file)
  return floor === 'values' || floor === 'law' || floor === 'web' || (floor === 'room' && isWindow(file))
}

/** Packages that need a server, a disk or a database. */
export const needsNode = (written: string): boolean =>
  /^(node:|pg$|pg-|kysely|fastify|@fastify\/|pino|hucre|iconv-lite|@e965\/|@myriaddreamin\/)/.test(written)

/** Circles among named things, each as the path that closes; empty when the arrows run downhill. */
export function circles(arrows: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) {
      found.push([...path.slice(path.indexOf(name)), name].join(' → '))
      return
    }
    if (done.has(name)) return
    for (const next of arrows.get(name) ?? []) visit(next, [...path, name])
    done.add(name)
  }
  for (const name of arrows.keys()) visit(name, [])
  return found
}
