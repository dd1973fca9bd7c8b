import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { EnvironmentFault } from '../environment-fault.ts'

/**
 * A folder with those above it, one by one: making them all at once never comes back in a place such as /proc, where
 * nothing can be made. Returns whether it was made.
 */
export function makeFolder(path: string, mode = 0o700): boolean {
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return false
    throw new EnvironmentFault(
      'not-writable',
      `${path} 是一个文件，不能作数据文件夹。请用 --data 或 DUIXIAN_DATA 指定一个文件夹。`,
    )
  }
  makeFolder(dirname(path), mode)
  try {
    mkdirSync(path, { mode })
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return false
    if (code !== 'ENOENT') throw error
    throw new EnvironmentFault(
      'not-writable',
      `在 ${dirname(path)} 里不能建立文件夹 ${path}。请用 --data 或 DUIXIAN_DATA 指定另一个文件夹。`,
      { cause: error },
    )
  }
}
