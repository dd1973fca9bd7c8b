import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { isTest, roomOf, root, sources } from './sources.ts'

const tracked = [
  '{src,tests,tools,bench,docs}/**/*.{ts,tsx,mjs,json,md,sql,html,css,typ}',
  '*.{md,json}',
  '.npmrc',
  '.ci/*',
]
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const filesIn = (patterns: string[]) => globSync(patterns, { cwd: root, exclude: ['tests/samples/**'] })
const mentions = (files: readonly string[], words: RegExp) => files.filter((file) => words.test(read(file)))

test('no folder is named after a noun that has not been found yet', () => {
  const vague = globSync('{src,tests,tools,bench}/**/{utils,util,helpers,helper,common,services,misc,shared}', {
    cwd: root,
  })
  assert.deepEqual(vague, [])
})

test('every room says in a README whose desk it is and what it promises', () => {
  const silent = globSync('src/capabilities/*/', { cwd: root }).filter(
    (room) => !existsSync(path.join(root, room, 'README.md')),
  )
  assert.deepEqual(silent, [])
})

test('markup lives only in the shell and in the rooms’ ui', () => {
  const strayed = sources.filter(
    ({ file }) => file.endsWith('.tsx') && !/^src\/(web|capabilities\/[^/]+\/ui)\//.test(file),
  )
  assert.deepEqual(
    strayed.map(({ file }) => file),
    [],
  )
})

test('a rule has no clock and throws no dice', () => {
  const clock = /\bnew Date\b|\bDate\.\w|:\s*Date\b|\bTemporal\.Now\b|\bMath\.random\b|\bperformance\.now\b/
  const rules = sources.filter(({ file }) => /^src\/(law|capabilities\/[^/]+\/rules)\//.test(file) && !isTest(file))
  assert.ok(rules.length > 0)
  assert.deepEqual(
    rules.filter(({ text }) => clock.test(text)).map(({ file }) => file),
    [],
  )
})

test('outside the edge nobody asks what day it is', () => {
  const asking = sources.filter(({ file, text }) => {
    const edge = /^src\/(app|web)\//.test(file) || isTest(file)
    return !edge && /\bTemporal\.Now\b|\bnew Date\(\)/.test(text)
  })
  assert.deepEqual(
    asking.map(({ file }) => file),
    [],
  )
})

test('no file names a registry of packages or a place on somebody’s machine', () => {
  // Written in pieces, so that this page does not name them either.
  const hosts = ['registry\\.npm' + 'js', 'npm' + 'mirror', 'yarn' + 'pkg'].join('|')
  const homes = ['home', 'root', 'Users', 'work'].map((name) => `(^|[\\s"'\`(=:])/${name}/[a-z]`).join('|')
  assert.deepEqual(mentions(filesIn(tracked), new RegExp(`${hosts}|${homes}`, 'm')), [])
})

const tableOwners = new Map(
  globSync('src/capabilities/*/migrations/*.sql', { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/^create (?:unlogged )?table (?:if not exists )?(\w+)/gim)].map(
      ([, table = '']) => [table, roomOf(file) ?? ''] as const,
    ),
  ),
)

test('a table is named after its room', () => {
  const misnamed = [...tableOwners].filter(([table, room]) => !table.startsWith(`${room.replaceAll('-', '_')}_`))
  assert.deepEqual(misnamed, [])
})

test('no room reads the tables of another', () => {
  const trespasses = sources.flatMap(({ file, text }) => {
    const here = roomOf(file)
    if (here === undefined || isTest(file)) return []
    const named = [...tableOwners].filter(([table, room]) => room !== here && new RegExp(`\\b${table}\\b`).test(text))
    return named.map(([table, room]) => `${file} names ${table} of ${room}`)
  })
  assert.deepEqual(trespasses, [])
})

test('the doors in package.json are the doors the arrows are checked by', () => {
  const { imports } = JSON.parse(read('package.json'))
  assert.deepEqual(Object.keys(imports).toSorted(), ['#capabilities/*', '#kernel/*', '#law/*', '#pages/*', '#web/*'])
  assert.equal(imports['#capabilities/*'], './src/capabilities/*/index.ts')
  assert.equal(imports['#pages/*'], './src/capabilities/*/ui/index.ts')
})
