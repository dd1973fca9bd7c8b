import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCharacterMap } from './cmap.ts'
import { chooseFaces, type Face } from './faces.ts'
import { ensureFonts, widestFontFile } from './fonts.ts'
import { readFamilies } from './names.ts'
import { fontsIn, tableOf, type Tables } from './sfnt.ts'

export type FontFolders = {
  /** Holds our merged fonts; they are made there when absent. */
  readonly fontDir: string
  /** Holds the court's licensed fonts, searched first. */
  readonly courtFontDir?: string
}

export type FontSet = {
  readonly faces: readonly Face[]
  /** Characters of a text that no font can draw, each once, in order: say so before a name goes out incomplete. */
  readonly missingCharacters: (text: string) => readonly string[]
}

export async function openFontSet({ fontDir, courtFontDir }: FontFolders): Promise<FontSet> {
  await ensureFonts(fontDir)
  const ours = fontsIn(await readFile(join(fontDir, widestFontFile)))
  const courts = courtFontDir === undefined ? [] : await fontsOf(courtFontDir)
  const drawn = new Set([...ours, ...courts].flatMap((font) => [...readCharacterMap(tableOf(font, 'cmap')).keys()]))
  return {
    faces: chooseFaces(courts.map((font) => readFamilies(tableOf(font, 'name')))),
    missingCharacters: (text) =>
      [...new Set(text)].filter((character) => !invisible.test(character) && !drawn.has(character.codePointAt(0) ?? 0)),
  }
}

/** Line ends, joiners and variant selectors need no glyph of their own. */
const invisible = /[\n\p{Default_Ignorable_Code_Point}]/u

async function fontsOf(folder: string): Promise<readonly Tables[]> {
  const files = (await readdir(folder)).filter((name) => /\.(ttf|otf|ttc)$/i.test(name)).sort()
  const fonts = await Promise.all(files.map((file) => fontsInFile(join(folder, file))))
  return fonts.flat()
}

async function fontsInFile(path: string): Promise<readonly Tables[]> {
  const file = await readFile(path)
  try {
    return fontsIn(file)
  } catch (cause) {
    throw new Error(`not a font: ${path}`, { cause })
  }
}
