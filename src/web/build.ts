import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What the browser's files are made of; the rooms' whole folders, since a page may import any file of its room. */
const sources = ['src/web/**/*', 'src/capabilities/**/*', 'src/law/**/*', 'src/kernel/values/*', 'package-lock.json']
const shipped = /\.(ts|tsx|css|html|json)$/
const marker = (outDir: string) => join(outDir, 'sources.sha256')

export function webSourcesHash(): string {
  const files = globSync(sources, { cwd: root }).filter((f) => shipped.test(f) && !/\.test\.tsx?$/.test(f))
  const hash = createHash('sha256')
  for (const file of files.toSorted())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

/** Whether `outDir` was built from the sources as they are now. */
export function isWebFresh(outDir: string): boolean {
  try {
    return readFileSync(marker(outDir), 'utf8') === webSourcesHash()
  } catch {
    return false
  }
}

/** Builds the browser's files into `outDir` and remembers what they were made of. */
export async function buildWeb(outDir: string): Promise<void> {
  const hash = webSourcesHash()
  const [{ build }, { webConfig }] = await Promise.all([import('vite'), import('./vite.config.ts')])
  await build(webConfig(outDir))
  writeFileSync(marker(outDir), hash)
}

/** The gallery of invented screens, for the eye and for tests. It is no part of the product's files. */
export async function buildGallery(outDir: string): Promise<void> {
  const [{ build }, { webConfig }] = await Promise.all([import('vite'), import('./vite.config.ts')])
  await build(webConfig(outDir, 'gallery/index.html'))
}
