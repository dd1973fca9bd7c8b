import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { ensureFonts } from '../paper/fonts.ts'

export const varFolder = fileURLToPath(new URL('../../../var', import.meta.url))

export type Chromium = { readonly executable: string; readonly env: Readonly<Record<string, string>> }

/**
 * The Chromium that comes with the development packages, unpacked once below `var`. Its own unpacker writes into the
 * shared temporary folder without a rename: of several processes at once some start half a file.
 */
export async function unpackedChromium(): Promise<Chromium> {
  const packed = path.join(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
  const { version } = JSON.parse(fs.readFileSync(path.join(packed, '../package.json'), 'utf8'))
  const folder = path.join(varFolder, `chromium-${version}`)
  const fonts = path.join(varFolder, 'fonts')
  if (!fs.existsSync(folder)) await unpackBeside(packed, folder)
  await ensureFonts(fonts)
  fs.writeFileSync(path.join(folder, `fonts.conf.${process.pid}`), fontSettings(folder, fonts))
  fs.renameSync(path.join(folder, `fonts.conf.${process.pid}`), path.join(folder, 'fonts.conf'))
  return {
    executable: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'lib'), FONTCONFIG_FILE: path.join(folder, 'fonts.conf'), HOME: folder },
  }
}

async function unpackBeside(packed: string, folder: string): Promise<void> {
  const beside = `${folder}.${process.pid}`
  fs.mkdirSync(beside, { recursive: true })
  await unbrotli(path.join(packed, 'chromium.br'), path.join(beside, 'chromium'))
  fs.chmodSync(path.join(beside, 'chromium'), 0o755)
  for (const archive of ['al2023.tar', 'swiftshader.tar', 'fonts.tar']) {
    await unbrotli(path.join(packed, `${archive}.br`), path.join(beside, archive))
    execFileSync('tar', ['-xf', archive], { cwd: beside })
    fs.rmSync(path.join(beside, archive))
  }
  try {
    fs.renameSync(beside, folder)
  } catch (cause) {
    fs.rmSync(beside, { recursive: true, force: true })
    if (!fs.existsSync(folder)) throw cause
  }
}

const unbrotli = (from: string, to: string): Promise<void> =>
  pipeline(fs.createReadStream(from), createBrotliDecompress(), fs.createWriteStream(to))

/** Without a Chinese face every character is an empty box. */
function fontSettings(folder: string, fonts: string): string {
  const generic = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (name) =>
      `<alias><family>${name}</family><prefer><family>Open Sans</family><family>DX Kai</family></prefer></alias>`,
  )
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
  <dir>${fonts}</dir><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir>
  ${generic.join('\n  ')}
</fontconfig>`
}
