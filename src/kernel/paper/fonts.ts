import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { convert } from 'fontverter'
import subsetFont from 'subset-font'
import { mergeSlices } from './merge.ts'

/** What a page may be set in. DX Kai has every common character and ends every list, so that no name goes undrawn. */
type Source = {
  readonly family: string
  readonly file: string
  readonly licence: string
  /** Folder of slices, from the licence's. */
  readonly slices: string
  /** Weight taken out of a variable font. */
  readonly weight?: number
}

const noto = (name: string) => ({ licence: `@fontsource-variable/${name}/LICENSE`, slices: 'files' })

const sources: readonly Source[] = [
  {
    family: 'DX Kai',
    file: 'dx-kai.ttf',
    licence: '@chinese-fonts/lxgwwenkai/LICENSE',
    slices: 'dist/LXGWWenKai-Regular',
  },
  { family: 'DX Song', file: 'dx-song.ttf', ...noto('noto-serif-sc'), weight: 400 },
  { family: 'DX Biaosong', file: 'dx-biaosong.ttf', ...noto('noto-serif-sc'), weight: 800 },
  { family: 'DX Hei', file: 'dx-hei.ttf', ...noto('noto-sans-sc'), weight: 600 },
]

/** The font that has the most characters. */
export const widestFontFile = 'dx-kai.ttf'

export type FontProgress = { readonly family: string; readonly done: number; readonly of: number }

/** Where fonts lie unless configured otherwise. */
export const fontDirIn = (dataDir: string): string => join(dataDir, 'fonts')

/**
 * Makes the four font files once, some seconds of work; later calls find them and return at once. A file appears
 * under its name only when complete, so two processes may do this at the same time.
 */
export async function ensureFonts(fontDir: string, onProgress: (step: FontProgress) => void = () => {}): Promise<void> {
  await mkdir(fontDir, { recursive: true })
  for (const [i, source] of sources.entries()) {
    if (!(await exists(join(fontDir, source.file)))) await make(source, fontDir)
    onProgress({ family: source.family, done: i + 1, of: sources.length })
  }
}

async function make(source: Source, fontDir: string): Promise<void> {
  const licence = fileURLToPath(import.meta.resolve(source.licence))
  const font = await mergeSlices(slicesOf(source, join(dirname(licence), source.slices)), source.family)
  await copyFile(licence, join(fontDir, source.file.replace('.ttf', '.LICENSE')))
  const beside = join(fontDir, `.${source.file}.${randomUUID()}`)
  await writeFile(beside, font)
  await rename(beside, join(fontDir, source.file))
}

/** Sorted by name, so that the same packages always make the same file. */
async function* slicesOf({ weight }: Source, folder: string): AsyncGenerator<Buffer> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.woff2')).sort()
  for (const file of files) {
    const slice = await readFile(join(folder, file))
    const font = weight === undefined ? convert(slice, 'truetype') : pinned(slice, weight)
    yield Buffer.from(await font)
  }
}

const pinned = (slice: Buffer, weight: number): Promise<Uint8Array> =>
  subsetFont(slice, undefined, { targetFormat: 'truetype', keepAllGlyphs: true, variationAxes: { wght: weight } })

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
