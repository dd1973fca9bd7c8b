import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { isWebFresh } from '#web/build.ts'
import type { Progress } from './progress.ts'

const builder = fileURLToPath(new URL('build-pages.ts', import.meta.url))

/** The browser's files, built when their sources changed since the last build. */
export async function webFiles(outDir: string, progress: Progress): Promise<string> {
  if (!isWebFresh(outDir)) {
    progress.step('构建页面')
    await promisify(execFile)(process.execPath, [builder, outDir])
  }
  return outDir
}
