import { inflateSync } from 'node:zlib'

/** Words in one face at one place, in points from the page's lower left corner. */
export type Line = {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly font: string
  readonly text: string
}

export type ReadPage = { readonly width: number; readonly height: number; readonly lines: readonly Line[] }

export type ReadPdf = {
  readonly raw: string
  readonly pages: readonly ReadPage[]
  readonly fonts: readonly string[]
  /** Everything a reader could copy. */
  readonly text: string
}

type Objects = ReadonlyMap<number, { readonly head: string; readonly stream: Buffer | undefined }>

/** Reads what our own printer writes: no compressed object streams, text as glyph numbers with a map to Unicode. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1')
  const objects = readObjects(raw)
  const heads = [...objects.values()].map(({ head }) => head)
  const kids = heads.find((head) => head.includes('/Type /Pages'))?.match(/\/Kids \[([^\]]*)\]/)?.[1] ?? ''
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => readPage(objects, Number(id)))
  return {
    raw,
    pages,
    fonts: heads.flatMap((head) => head.match(/\/FontName \/(\S+)/)?.[1] ?? []),
    text: pages.map(({ lines }) => lines.map(({ text }) => text).join('')).join('\n'),
  }
}

function readObjects(raw: string): Objects {
  const found = raw.matchAll(/(?<=\n)(\d+) 0 obj\n(.*?)\nendobj/gs)
  return new Map(
    [...found].map(([, id, content = '']) => {
      const [head = '', body] = content.split(/stream\n(.*)\nendstream/s)
      const stream = body === undefined ? undefined : Buffer.from(body, 'latin1')
      return [Number(id), { head, stream: stream && head.includes('/FlateDecode') ? inflateSync(stream) : stream }]
    }),
  )
}

function readPage(objects: Objects, id: number): ReadPage {
  const head = objects.get(id)?.head ?? ''
  const [, width, height] = head.match(/\/MediaBox \[0 0 (\S+) (\S+)\]/) ?? []
  const fonts = new Map(
    [...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [name, readFont(objects, Number(font))]),
  )
  const content = objects.get(Number(head.match(/\/Contents (\d+) 0 R/)?.[1]))?.stream?.toString('latin1') ?? ''
  const lines = [...content.matchAll(textObject)].flatMap(([, x, y, name = '', size, glyphs = '']) => {
    const font = fonts.get(name)
    return font ? [{ x: Number(x), y: Number(y), size: Number(size), font: font.name, text: font.decode(glyphs) }] : []
  })
  return { width: Number(width), height: Number(height), lines }
}

const textObject = /1 0 0 -1 (\S+) (\S+) cm\n(?:(?!\nBT).)*?\nBT\n.*?\/(f\d+) (\S+) Tf\n.*?\n(.*?) ?T[jJ]\nET/gs

function readFont(objects: Objects, id: number) {
  const head = objects.get(id)?.head ?? ''
  const map = objects.get(Number(head.match(/\/ToUnicode (\d+) 0 R/)?.[1]))?.stream?.toString('latin1') ?? ''
  const characters = new Map(
    [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, glyph = '', hex = '']) => [
      parseInt(glyph, 16),
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    ]),
  )
  return {
    name: head.match(/\/BaseFont \/(\S+)/)?.[1] ?? '',
    decode: (shown: string): string =>
      glyphsOf(shown)
        .map((glyph) => characters.get(glyph) ?? '\ufffd')
        .join(''),
  }
}

/** Glyph numbers of two bytes each, written as a string or in hexadecimal. */
function glyphsOf(shown: string): readonly number[] {
  const strings = shown.matchAll(/\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]+)>/gs)
  const bytes = Buffer.concat(
    [...strings].map(([, plain, hex]) => (hex === undefined ? unescaped(plain ?? '') : Buffer.from(hex, 'hex'))),
  )
  return Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readUInt16BE(i * 2))
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unescaped = (text: string): Buffer =>
  Buffer.from(
    text.replace(/\\([0-7]{1,3}|.)/gs, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (controls[code] ?? code),
    ),
    'latin1',
  )
