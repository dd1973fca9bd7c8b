/** Everything that was dropped, out of folders too, in the order of names. What a system hides (`.DS_Store`, `~$…`) stays. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly File[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const found = entries.length === 0 ? [...files] : (await Promise.all(entries.map(filesIn))).flat()
  return found.filter(({ name }) => !/^(\.|~\$)/.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function filesIn(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
  if (!isFolder(entry)) return []
  return (await Promise.all((await entriesIn(entry.createReader())).map(filesIn))).flat()
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A reader gives a folder a hundred names at a time, and none when it has given all. */
async function entriesIn(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
  return some.length === 0 ? [] : [...some, ...(await entriesIn(reader))]
}
