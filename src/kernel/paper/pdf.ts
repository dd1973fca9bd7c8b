import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openFontSet, type FontFolders, type FontSet } from './font-set.ts'
import { markInk, redHeadInk, type Paper } from './paper.ts'
import { typeset, type Sheet } from './typeset.ts'

const templatePath = fileURLToPath(import.meta.resolve('./paper.typ'))

/** Stands where no font has the character, as printers have always done. */
const turnedType = '〓'

export type Press = FontSet & { readonly renderPdf: (paper: Paper) => Uint8Array }

/** PDF/A-2b when the paper has a date: fonts inside, text that can be searched, the same bytes for the same paper. */
export async function renderPdf(paper: Paper, folders: FontFolders): Promise<Uint8Array> {
  return (await openPress(folders)).renderPdf(paper)
}

const presses = new Map<string, Promise<Press>>()

/** One compiler for each set of folders and process: reading the fonts costs more than printing. */
export function openPress(folders: FontFolders): Promise<Press> {
  const key = `${folders.fontDir}\0${folders.courtFontDir ?? ''}`
  const open = presses.get(key) ?? startPress(folders)
  presses.set(key, open)
  // A folder that was not readable may be so the next time.
  open.catch(() => presses.delete(key))
  return open
}

async function startPress(folders: FontFolders): Promise<Press> {
  // Loaded with the first print: the server starts without it.
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontSet = await openFontSet(folders)
  const template = await readFile(templatePath, 'utf8')
  const fontPaths = [folders.courtFontDir, folders.fontDir].filter((folder) => folder !== undefined)
  const compiler = NodeCompiler.create({ workspace: dirname(templatePath), fontArgs: [{ fontPaths }] })

  const renderSheet = (sheet: Sheet): Uint8Array => {
    const inputs = { sheet: withDrawableText(inputOf(sheet, fontSet), fontSet) }
    try {
      // In one step, so that no page outlives this call: their memory is not the collector's.
      return compiler.pdf({ mainFileContent: template, inputs }, exportOf(sheet))
    } catch (fault) {
      throw new Error(`the page could not be set: ${diagnosticsOf(fault)}`, { cause: fault })
    } finally {
      compiler.evictCache(0)
    }
  }
  return { ...fontSet, renderPdf: (paper) => renderSheet(typeset(paper)) }
}

const exportOf = (sheet: Sheet) => ({
  // The archive form demands a date; a paper without one has no place in an archive yet.
  pdfStandard: sheet.date ? 'a-2b' : '1.7',
  // Tags let a reading machine follow an official paper; in a list of thousands they are most of the file.
  pdfTags: sheet.kind === 'official',
})

const inputOf = (sheet: Sheet, { faces }: FontSet): string =>
  JSON.stringify({
    ...sheet,
    date: sheet.date && { year: sheet.date.year, month: sheet.date.month, day: sheet.date.day },
    markInk,
    redHeadInk,
    faces: Object.fromEntries(faces.map(({ role, families }) => [role, families])),
  })

function withDrawableText(json: string, { missingCharacters }: FontSet): string {
  const missing = new Set(missingCharacters(json))
  return missing.size === 0
    ? json
    : [...json].map((character) => (missing.has(character) ? turnedType : character)).join('')
}

/** The compiler puts what it found into the error's code. */
const diagnosticsOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault)
