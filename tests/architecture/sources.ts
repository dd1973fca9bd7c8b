import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export type Import = {
  /** As written: `node:fs`, `zod`, `#law/terms.ts`, `../money.ts`. */
  readonly written: string
  /** The file of this repository that it means; undefined for a package. */
  readonly file: string | undefined
  /** Leaves no trace at run time. */
  readonly typeOnly: boolean
}

export type Source = { readonly file: string; readonly text: string; readonly imports: readonly Import[] }

const statement = /^[ \t]*(?:import|export)\b(\s+type\b)?[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm
const bare = /^[ \t]*import\s*['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g

function sourceOf(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8')
  return { file, text, imports: importsIn(text).map((one) => ({ ...one, file: resolved(file, one.written) })) }
}

/** Reads import and re-export statements and `import('…')`. */
export function importsIn(text: string): readonly Omit<Import, 'file'>[] {
  return [
    ...[...text.matchAll(statement)].map(([, type, written = '']) => ({ written, typeOnly: type !== undefined })),
    ...[...text.matchAll(bare), ...text.matchAll(dynamic)].map(([, written = '']) => ({ written, typeOnly: false })),
  ]
}

const doors: readonly [RegExp, (name: string) => string][] = [
  [/^#kernel\/(.+)$/, (name) => `src/kernel/${name}`],
  [/^#law\/(.+)$/, (name) => `src/law/${name}`],
  [/^#web\/(.+)$/, (name) => `src/web/${name}`],
  [/^#capabilities\/(.+)$/, (name) => `src/capabilities/${name}/index.ts`],
  [/^#pages\/(.+)$/, (name) => `src/capabilities/${name}/ui/index.ts`],
]

/** The same doors as `imports` in package.json. */
export function resolved(from: string, written: string): string | undefined {
  if (written.startsWith('.')) return path.posix.join(path.posix.dirname(from), written.replace(/\?.*$/, ''))
  for (const [shape, target] of doors) {
    const name = shape.exec(written)?.[1]
    if (name !== undefined) return target(name)
  }
  return undefined
}

/** Tests, and what only tests use. */
export const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\//.test(file)

/** The room a file lies in, if it lies in one. */
export const roomOf = (file: string): string | undefined => /^src\/capabilities\/([^/]+)\//.exec(file)?.[1]

/** Every program file of `src`, with what it imports. */
export const sources: readonly Source[] = globSync('src/**/*.{ts,tsx,mjs}', { cwd: root })
  .toSorted()
  .map((file) => sourceOf(file.replaceAll('\\', '/')))
