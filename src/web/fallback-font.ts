import type { Plugin } from 'vite'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * One family, `Duixian Fallback SC`, made of two: Noto Sans SC for what it has, LXGW WenKai for the characters it lacks
 * (33 of GB 2312 among them, and rare ones in names). A browser fetches a slice only when a machine has no other face.
 */
const family = 'Duixian Fallback SC'
const noto = '@fontsource-variable/noto-sans-sc/index.css'

export const fallbackFont = (): Plugin => ({
  name: 'duixian-fallback-font',
  enforce: 'pre',
  transform(code, id) {
    if (id.includes('noto-sans-sc/index.css')) return renamed(code)
    if (id.includes('LXGWWenKai-Regular/result.css')) return renamed(withoutCovered(code, notoCharacters()))
    return undefined
  },
})

/** Faces of one family are drawn together only when they also claim the same weights. */
const renamed = (css: string) =>
  css
    .replaceAll(/font-family:\s*(["'])[^"']+\1/g, `font-family: '${family}'`)
    .replaceAll(/font-weight:\s*400/g, 'font-weight: 100 900')

function notoCharacters(): ReadonlySet<number> {
  const css = readFileSync(createRequire(import.meta.url).resolve(noto), 'utf8')
  return new Set(rangesOf(css).flatMap(charactersOf))
}

/** Faces keep only the characters that are not covered; a face with none left goes. */
function withoutCovered(css: string, covered: ReadonlySet<number>): string {
  return css.replaceAll(/\/\*[^*]*\*\//g, '').replaceAll(/@font-face\s*\{[^}]*\}/g, (face) => {
    const left = rangesOf(face)
      .flatMap(charactersOf)
      .filter((character) => !covered.has(character))
    return left.length === 0 ? '' : face.replace(/unicode-range:[^;}]+/, `unicode-range:${asRanges(left)}`)
  })
}

const rangesOf = (css: string): string[] =>
  [...css.matchAll(/unicode-range:([^;}]+)/g)].flatMap(([, list = '']) => list.split(',').map((text) => text.trim()))

function charactersOf(range: string): number[] {
  const [from = '', to = from] = range.replace(/^U\+/i, '').split('-')
  const first = Number.parseInt(from, 16)
  return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, index) => first + index)
}

function asRanges(characters: readonly number[]): string {
  const sorted = characters.toSorted((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const character of sorted) {
    const last = ranges.at(-1)
    if (last && character <= last[1] + 1) last[1] = character
    else ranges.push([character, character])
  }
  return ranges.map(([a, b]) => `U+${a.toString(16)}${a === b ? '' : `-${b.toString(16)}`}`).join(',')
}
