import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from '#web/build.ts'

/** Names the pages of a whole run to the processes of its test files. */
export const pagesVariable = 'DUIXIAN_TEST_PAGES'

export type Pages = { readonly folder: string; readonly remove: () => void }

/** The browser's files: those of the run, or of a test that runs alone its own. */
export async function pagesForTest(): Promise<Pages> {
  const built = process.env[pagesVariable]
  if (built) return { folder: built, remove: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'journeys-'))
  await buildWeb(folder)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
