import { damagedWorkbook, UnreadableFile } from './file-problem.ts'
import { tagsOf } from './xml-text.ts'
import type { Archive, ZipEntry } from './zip.ts'

export const cellStyles = { plain: 0, date: 1, percent: 2 } as const

export type WorkbookParts = {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly entry: ZipEntry }[]
  /** What the number of a cell stands for, by the cell's style. */
  readonly styles: readonly number[]
  readonly since1904: boolean
  readonly sharedStrings: ZipEntry | undefined
}

/** Reads the small parts of an .xlsx: which sheets there are, where they lie, and which styles show dates. */
export async function readWorkbook(archive: Archive, fileName: string): Promise<WorkbookParts> {
  const textOf = async (path: string): Promise<string> => {
    const entry = archive.entries.get(path)
    return entry ? (await archive.bytes(entry)).toString('utf8') : ''
  }
  const bookPath =
    tagsOf(await textOf('_rels/.rels'), 'Relationship')
      .filter(({ Type = '' }) => Type.endsWith('/officeDocument'))
      .map(({ Target = '' }) => resolvePath('', Target))[0] ?? 'xl/workbook.xml'
  const book = await textOf(bookPath)
  if (book === '') throw new UnreadableFile(damagedWorkbook(fileName, '工作簿目录'))

  const folder = bookPath.slice(0, bookPath.lastIndexOf('/') + 1)
  const links = tagsOf(await textOf(`${folder}_rels/${bookPath.slice(folder.length)}.rels`), 'Relationship')
  const pathOfType = (type: string): string | undefined => {
    const link = links.find(({ Type = '' }) => Type.endsWith(`/${type}`))
    return link && resolvePath(folder, link['Target'] ?? '')
  }
  const sheets = tagsOf(book, 'sheet').flatMap((sheet) => {
    const id = Object.entries(sheet).find(([name]) => name.endsWith(':id'))?.[1]
    const link = links.find((candidate) => candidate['Id'] === id)
    const entry = archive.entries.get(resolvePath(folder, link?.['Target'] ?? ''))
    if (!entry || !link?.['Type']?.endsWith('/worksheet')) return []
    return [{ name: sheet['name'] ?? '', hidden: /hidden/i.test(sheet['state'] ?? ''), entry }]
  })
  if (sheets.length === 0) throw new UnreadableFile(damagedWorkbook(fileName, '工作表目录'))
  const [properties] = tagsOf(book, 'workbookPr')
  const stringsPath = pathOfType('sharedStrings')
  return {
    sheets,
    styles: stylesOf(await textOf(pathOfType('styles') ?? '')),
    since1904: /^(1|true)$/.test(properties?.['date1904'] ?? ''),
    sharedStrings: stringsPath === undefined ? undefined : archive.entries.get(stringsPath),
  }
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
]
const builtInPercents = new Set([9, 10])

function stylesOf(xml: string): number[] {
  const formats = new Map(
    tagsOf(xml, 'numFmt').map((format) => [Number(format['numFmtId']), format['formatCode'] ?? '']),
  )
  const used = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  return tagsOf(used, 'xf').map((style) => {
    const id = Number(style['numFmtId'] ?? 0)
    const format = formats.get(id)
    if (format !== undefined) return meaningOf(format)
    if (builtInPercents.has(id)) return cellStyles.percent
    return builtInDates.some(([from, to]) => id >= from && id <= to) ? cellStyles.date : cellStyles.plain
  })
}

/** A format shows a date when, literals and colours aside, it still asks for a year, month, day, hour or second. */
function meaningOf(format: string): number {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? ''
  if (bare.includes('%')) return cellStyles.percent
  if (/general/i.test(bare)) return cellStyles.plain
  return /[ymdhs]/i.test(bare) ? cellStyles.date : cellStyles.plain
}
