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

/** PDF/A-2b: fonts inside, text that can be searched, the same bytes for the same paper. */
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
    const compiled = compiler.compile({ mainFileContent: template, inputs })
    if (!compiled.result) throw new Error(`the page could not be set: ${diagnosticsOf(compiled.takeDiagnostics())}`)
    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b' })
    compiler.evictCache(keptRounds)
    return pdf
  }
  return { ...fontSet, renderPdf: (paper) => renderSheet(typeset(paper)) }
}

/** Papers differ more than they agree, so what two of them did not use is let go. */
const keptRounds = 2

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

const diagnosticsOf = (error: { readonly shortDiagnostics: readonly unknown[] } | null): string =>
  JSON.stringify(error?.shortDiagnostics ?? [])
