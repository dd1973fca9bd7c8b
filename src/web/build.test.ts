import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { buildWeb, isWebFresh } from './build.ts'

/** Of ui.md §7: the shell with the first screen. */
const firstLoadBudget = 320 * 1024

test('the built pages are small, let no inline script through and know what they were made of', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'web-'))
  t.after(() => rmSync(folder, { recursive: true }))
  assert.ok(!isWebFresh(folder))
  await buildWeb(folder)
  assert.ok(isWebFresh(folder))

  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  assert.match(html, /<html lang="zh-CN">/)
  assert.match(html, /name="renderer" content="webkit"/)
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/)

  const files = firstLoadOf(folder).map((file) => readFileSync(file))
  assert.ok(!files.some((file) => file.includes('synonyms:')), 'a register comes whole before it is opened')
  const weight = files.reduce((sum, file) => sum + gzipSync(file).length, 0)
  t.diagnostic(`first load ${Math.round(weight / 1024)} kB gzip`)
  assert.ok(weight <= firstLoadBudget, `first load is ${Math.round(weight / 1024)} kB gzip`)
})

/** The entry, what it asks for at once, and whatever those import statically, with their styles. */
function firstLoadOf(folder: string): readonly string[] {
  const assets = join(folder, 'assets')
  const text = (name: string) => readFileSync(join(assets, name), 'utf8')
  const named = (source: string, shape: RegExp) => [...source.matchAll(shape)].map(([, name = '']) => name)
  const entry = named(readFileSync(join(folder, 'index.html'), 'utf8'), /assets\/([\w.-]+\.js)/g)
  const loaded = new Set<string>()
  const visit = (name: string, follow: RegExp): void => {
    if (loaded.has(name)) return
    loaded.add(name)
    if (name.endsWith('.js')) for (const next of named(text(name), follow)) visit(next, statically)
  }
  const statically = /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g
  const alsoOnDemand = /["'`](?:\.\/|assets\/)((?:start|rooms)[\w.-]*\.(?:js|css))["'`]/g
  for (const name of entry) {
    visit(name, statically)
    for (const next of named(text(name), alsoOnDemand)) visit(next, statically)
  }
  return readdirSync(assets)
    .filter((name) => loaded.has(name))
    .map((name) => join(assets, name))
}
