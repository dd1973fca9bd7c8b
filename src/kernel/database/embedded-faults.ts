import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { EnvironmentFault } from '../environment-fault.ts'

/** The PostgreSQL that comes with the programs. A data folder belongs to exactly one major version. */
export const serverMajor = 18

export const diskFull = (place: string, cause?: unknown) =>
  new EnvironmentFault(
    'disk-full',
    `磁盘空间不足，${place} 所在磁盘无法再写入，请清理后重新启动；已保存的数据未受影响。`,
    { cause },
  )

export const notWritable = (place: string, cause?: unknown) =>
  new EnvironmentFault(
    'not-writable',
    `当前用户 ${os.userInfo().username} 不能读写 ${place}，请用原来的用户启动，或用 --data 指定另一个文件夹。`,
    { cause },
  )

const signs: readonly [RegExp, (place: string, cause: unknown) => EnvironmentFault][] = [
  [/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/, diskFull],
  [/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|Permission denied|wrong ownership|Read-only file system/, notWritable],
]

/** What a program of the database said, as a sentence for a person; the program's own words stay as the cause. */
export function failure(text: string, place: string): EnvironmentFault {
  const sign = signs.find(([words]) => words.test(text))
  if (sign) return sign[1](place, text)
  const lastWords = text.trim().split('\n').slice(-3).join(' ')
  return new EnvironmentFault('database-failed', `随附的数据库未能启动（${place}）：${lastWords}`, { cause: text })
}

/** Errors of the file system become faults of the environment; everything else is a bug and stays one. */
export function asFault(error: unknown, place: string): unknown {
  if (error instanceof EnvironmentFault || !(error instanceof Error) || !('code' in error)) return error
  return signs.find(([words]) => words.test(String(error.code)))?.[1](place, error) ?? error
}

/** Data written by a newer PostgreSQL or a newer Duixian is refused untouched. */
export function refuseForeignVersion(dataDir: string, opened: string, running: string): void {
  const major = Number(fs.readFileSync(path.join(dataDir, 'pg', 'cluster', 'PG_VERSION'), 'utf8'))
  if (major > serverMajor) throw newerData(dataDir, `PostgreSQL ${major}`)
  if (major < serverMajor) {
    throw new EnvironmentFault(
      'older-data',
      `数据文件夹 ${dataDir} 由 PostgreSQL ${major} 建立，本程序附带 ${serverMajor}，请用原版本 backup 备份，再用本版本 restore 恢复。`,
    )
  }
  if (compareVersions(opened, running) > 0) throw newerData(dataDir, `兑现 ${opened}`)
}

const newerData = (dataDir: string, maker: string) =>
  new EnvironmentFault(
    'newer-data',
    `数据文件夹 ${dataDir} 已由较新的 ${maker} 使用，本版本不能打开，请升级兑现后再启动；数据未被改动。`,
  )

export function compareVersions(a: string, b: string): number {
  const parts = (text: string) => text.split('.').map((part) => Number.parseInt(part, 10) || 0)
  const [left, right] = [parts(a), parts(b)]
  return left.map((part, at) => part - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0
}
