import { buildWeb, isWebFresh } from '#web/build.ts'
import type { Progress } from './progress.ts'

/** The browser's files, built when their sources changed since the last build. */
export async function webFiles(outDir: string, progress: Progress): Promise<string> {
  if (!isWebFresh(outDir)) {
    progress.step('构建页面')
    await buildWeb(outDir)
  }
  return outDir
}
