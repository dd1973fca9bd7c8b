import { newId } from '#kernel/values/ids.ts'
import { give } from '#web/api.ts'
import { Problem } from '#web/problem.ts'
import { uploadFile } from '#web/upload.ts'
import { openImport } from './api.ts'

/** A file of a folder that no draft was made of, and why. */
export type LeftAlone = { readonly fileName: string; readonly because: string }
export type Course = { readonly done: number; readonly total: number; readonly fileName: string }
type Taken = { readonly importIds: readonly string[]; readonly left: readonly LeftAlone[] }

/** What says that the file is the trouble, not the line or the session. */
const unfit: ReadonlySet<number> = new Set([413, 415, 422])
/** Ledgers, and statements as banks write them. */
export const readable = ['.xlsx', '.xls', '.csv', '.xml', '.sta', '.mt940', '.940'] as const
const isReadable = (name: string): boolean => readable.some((end) => name.toLowerCase().endsWith(end))

/** Sends the files one after another and opens a draft of each. What cannot be read is left alone and named. */
export async function takeFolder(
  files: readonly File[],
  mostBytes: number,
  told: (course: Course) => void,
): Promise<Taken> {
  const importIds: string[] = []
  const left: LeftAlone[] = []
  for (const [done, file] of files.entries()) {
    told({ done, total: files.length, fileName: file.name })
    const taken = await takeFile(file, mostBytes)
    if (typeof taken === 'string') importIds.push(taken)
    else left.push(taken)
  }
  return { importIds, left }
}

async function takeFile(file: File, mostBytes: number): Promise<string | LeftAlone> {
  const fileName = file.name
  if (!isReadable(fileName)) return { fileName, because: '不是表格文件' }
  if (file.size > mostBytes) return { fileName, because: `超过 ${Math.floor(mostBytes / 1024 / 1024)} MB，请拆成几份` }
  try {
    const { fileId } = await uploadFile(file, () => {})
    const { answer } = await give(openImport, { fileId, fileName }, { key: newId() })
    return answer.importId
  } catch (problem) {
    if (problem instanceof Problem && unfit.has(problem.status)) return { fileName, because: problem.document.detail }
    throw problem
  }
}

/** Names of files may be names of people: they are kept in this window and never stand in an address. */
const place = (importIds: readonly string[]) => `duixian.folder.${importIds[0] ?? ''}`

export const keepLeft = (importIds: readonly string[], left: readonly LeftAlone[]): void =>
  sessionStorage.setItem(place(importIds), JSON.stringify(left))

export const leftOf = (importIds: readonly string[]): readonly LeftAlone[] =>
  JSON.parse(sessionStorage.getItem(place(importIds)) ?? '[]') as readonly LeftAlone[]

export const folderHref = (importIds: readonly string[]): string => `/import/folder?files=${importIds.join(',')}`
