import assert from 'node:assert/strict'
import { test } from 'node:test'
import { circles, floorOf, needsNode, objection, runsInBrowser } from './arrows.ts'
import { type Source, importsIn, resolved, roomOf, sources } from './sources.ts'

const importsOf = (file: string, written: string): Source => ({
  file,
  text: '',
  imports: [{ written, file: resolved(file, written), typeOnly: false }],
})
const objections = (all: readonly Source[]) =>
  all.flatMap((source) =>
    source.imports.flatMap((one) => {
      const reason = objection(source, one)
      return reason === undefined ? [] : [`${source.file} imports ${one.written}: ${reason}`]
    }),
  )

test('imports run downhill', () => {
  assert.ok(sources.length > 50)
  assert.deepEqual(objections(sources), [])
})

test('every file lies on a floor', () => {
  assert.deepEqual(
    sources.filter(({ file }) => floorOf(file) === 'elsewhere' && file !== 'src/kernel').map(({ file }) => file),
    [],
  )
})

/** Which rooms each room enters. */
const roomArrows = new Map<string, Set<string>>()
for (const { file, imports } of sources) {
  const here = roomOf(file)
  for (const { file: to } of imports) {
    const there = to && roomOf(to)
    if (here && there && here !== there) roomArrows.set(here, (roomArrows.get(here) ?? new Set()).add(there))
  }
}

test('rooms do not depend on each other in a circle', () => {
  assert.deepEqual(circles(roomArrows), [])
})

test('the list of rooms runs downhill, so that each finds the tables it rests on', () => {
  const list = sources.find(({ file }) => file === 'src/app/rooms.ts')
  const written = /=\s*\[([^\]]*)\]/.exec(list?.text ?? '')?.[1] ?? ''
  const order = written
    .split(',')
    .map((name) => name.trim().replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
  const uphill = order.flatMap((room, at) =>
    [...(roomArrows.get(room) ?? [])]
      .filter((lower) => order.indexOf(lower) > at)
      .map((lower) => `${room} before ${lower}`),
  )
  assert.ok(order.length > 1)
  assert.deepEqual(uphill, [])
})

test('what runs in the browser needs no Node, nor does anything it imports', () => {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const seen = new Set<string>()
  const wrong: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { written, file: to, typeOnly } of byFile.get(file)?.imports ?? []) {
      if (typeOnly) continue
      if (needsNode(written)) wrong.push([...path, file, written].join(' → '))
      if (to) visit(to, [...path, file])
    }
  }
  for (const { file } of sources.filter(({ file }) => runsInBrowser(file))) visit(file, [])
  assert.deepEqual(wrong, [])
})

test('an arrow uphill, a side door and a circle would be found', () => {
  const wrong: readonly [string, string][] = [
    ['src/kernel/values/money.ts', '../problem.ts'],
    ['src/kernel/values/money.ts', 'kysely'],
    ['src/kernel/command.ts', '#capabilities/cases'],
    ['src/kernel/command.ts', '#law/fees.ts'],
    ['src/law/fees.ts', 'node:fs'],
    ['src/law/fees.ts', '#kernel/problem.ts'],
    ['src/capabilities/funds/store.ts', '../cases/store.ts'],
    ['src/capabilities/funds/store.ts', '#web/http.ts'],
    ['src/capabilities/funds/store.ts', '#capabilities/funds'],
    ['src/capabilities/funds/store.ts', '../../app/open.ts'],
    ['src/capabilities/funds/ui/Page.tsx', '#capabilities/cases'],
    ['src/web/Shell.tsx', '../capabilities/funds/store.ts'],
    ['src/web/Shell.tsx', '#kernel/problem.ts'],
  ]
  const missed = wrong.filter(([file, written]) => objections([importsOf(file, written)]).length === 0)
  assert.deepEqual(missed, [])
  assert.deepEqual(
    circles(
      new Map([
        ['a', new Set(['b'])],
        ['b', new Set(['a'])],
      ]),
    ),
    ['a → b → a'],
  )
})

test('the proper doors are open', () => {
  const right: readonly [string, string][] = [
    ['src/kernel/values/wire.ts', 'zod'],
    ['src/capabilities/funds/store.ts', '#capabilities/cases'],
    ['src/capabilities/funds/ui/Page.tsx', '#web/http.ts'],
    ['src/capabilities/funds/ui/Page.tsx', '#pages/cases'],
    ['src/web/Shell.tsx', '../capabilities/funds/contract.ts'],
    ['src/app/rooms.ts', '../capabilities/funds/capability.ts'],
  ]
  assert.deepEqual(objections(right.map(([file, written]) => importsOf(file, written))), [])
})

test('statements over several lines, re-exports, types and dynamic imports are all read', () => {
  const text = `import {\n  a,\n  type B,\n} from './one.ts'\nimport type { C } from './two.ts'\nexport * from './three.ts'
import './four.css'\nconst late = await import('./five.ts')\nexport type { D } from './six.ts'`
  const read = importsIn(text).map(({ written, typeOnly }) => `${written}${typeOnly ? ' (type)' : ''}`)
  assert.deepEqual(read.toSorted(), [
    './five.ts',
    './four.css',
    './one.ts',
    './six.ts (type)',
    './three.ts',
    './two.ts (type)',
  ])
})
