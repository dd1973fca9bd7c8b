import { readCharacterMap, writeCharacterMap } from './cmap.ts'
import { writeNames } from './names.ts'
import { readTables, tableOf, writeFont, type Tables } from './sfnt.ts'

/**
 * Web fonts of Chinese come in a hundred slices. A printer needs one file, so the glyphs of all slices are laid one
 * after another and numbered anew. Hinting is dropped: it is not needed in print, and each slice has its own.
 */
export async function mergeSlices(slices: AsyncIterable<Buffer>, family: string): Promise<Buffer> {
  const glyphs: Buffer[] = [Buffer.alloc(0)]
  const metrics: Metric[] = [{ advance: 1000, bearing: 0 }]
  const characters = new Map<number, number>()
  let first: Tables | undefined
  const limits = new Map<number, number>()

  for await (const slice of slices) {
    const tables = readTables(slice)
    first ??= tables
    raiseLimits(limits, tableOf(tables, 'maxp'))
    const source = sliceOf(tables)
    const numbered = new Map([[0, 0]])
    const add = (old: number): number => {
      const known = numbered.get(old)
      if (known !== undefined) return known
      const number = glyphs.push(Buffer.alloc(0)) - 1
      numbered.set(old, number)
      metrics.push(source.metric(old))
      glyphs[number] = withoutHints(source.outline(old), add)
      return number
    }
    for (const [character, glyph] of readCharacterMap(tableOf(tables, 'cmap')))
      if (!characters.has(character)) characters.set(character, add(glyph))
  }
  if (!first) throw new Error(`no slices for ${family}`)

  return writeFont(
    new Map([
      ...outlineTables(glyphs),
      ['OS/2', tableOf(first, 'OS/2')],
      ['cmap', writeCharacterMap(characters)],
      ['head', headOf(first)],
      ['hhea', hheaOf(first, glyphs.length)],
      ['hmtx', metricTable(metrics)],
      ['maxp', maxpOf(first, glyphs.length, limits)],
      ['name', writeNames(family, tableOf(first, 'name'))],
      ['post', postWithoutNames()],
    ]),
  )
}

type Metric = { readonly advance: number; readonly bearing: number }

/** Finds one glyph's outline and width in a slice. */
function sliceOf(tables: Tables) {
  const [glyf, loca, hmtx] = [tableOf(tables, 'glyf'), tableOf(tables, 'loca'), tableOf(tables, 'hmtx')]
  const long = tableOf(tables, 'head').readInt16BE(50) === 1
  const offset = (glyph: number): number => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  const withAdvance = tableOf(tables, 'hhea').readUInt16BE(34)
  return {
    outline: (glyph: number): Buffer => glyf.subarray(offset(glyph), offset(glyph + 1)),
    metric: (glyph: number): Metric => ({
      advance: hmtx.readUInt16BE(Math.min(glyph, withAdvance - 1) * 4),
      bearing: hmtx.readInt16BE(glyph < withAdvance ? glyph * 4 + 2 : withAdvance * 4 + (glyph - withAdvance) * 2),
    }),
  }
}

const composite = { wordArguments: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80, hints: 0x100 } as const

/** A copy without instructions; a composite's parts are added first and named by their new numbers. */
function withoutHints(outline: Buffer, add: (glyph: number) => number): Buffer {
  if (outline.length < 10) return Buffer.alloc(0)
  const contours = outline.readInt16BE(0)
  if (contours >= 0) {
    const end = 10 + contours * 2
    return Buffer.concat([
      outline.subarray(0, end),
      Buffer.alloc(2),
      outline.subarray(end + 2 + outline.readUInt16BE(end)),
    ])
  }
  const copy = Buffer.from(outline)
  let at = 10
  for (let flags: number = composite.more; flags & composite.more;) {
    flags = copy.readUInt16BE(at)
    copy.writeUInt16BE(flags & ~composite.hints, at)
    copy.writeUInt16BE(add(copy.readUInt16BE(at + 2)), at + 2)
    at += 4 + (flags & composite.wordArguments ? 4 : 2) + transformLength(flags)
  }
  return copy.subarray(0, at)
}

const transformLength = (flags: number): number =>
  flags & composite.scale ? 2 : flags & composite.twoScales ? 4 : flags & composite.matrix ? 8 : 0

function outlineTables(glyphs: readonly Buffer[]): [string, Buffer][] {
  const loca = Buffer.alloc((glyphs.length + 1) * 4)
  const parts: Buffer[] = []
  let offset = 0
  glyphs.forEach((glyph, i) => {
    loca.writeUInt32BE(offset, i * 4)
    const padding = -glyph.length & 3
    parts.push(glyph, Buffer.alloc(padding))
    offset += glyph.length + padding
  })
  loca.writeUInt32BE(offset, glyphs.length * 4)
  return [
    ['glyf', Buffer.concat(parts)],
    ['loca', loca],
  ]
}

function metricTable(metrics: readonly Metric[]): Buffer {
  const table = Buffer.alloc(metrics.length * 4)
  metrics.forEach(({ advance, bearing }, i) => {
    table.writeUInt16BE(advance, i * 4)
    table.writeInt16BE(bearing, i * 4 + 2)
  })
  return table
}

function headOf(first: Tables): Buffer {
  const head = Buffer.from(tableOf(first, 'head'))
  head.writeUInt32BE(0, 8) // checksum of the file, filled in at the end
  head.writeInt16BE(1, 50) // long offsets in loca
  return head
}

function hheaOf(first: Tables, glyphCount: number): Buffer {
  const hhea = Buffer.from(tableOf(first, 'hhea'))
  hhea.writeUInt16BE(glyphCount, 34)
  return hhea
}

/** Points, contours and depth of the largest glyph: a reader may allocate by them, so the largest slice counts. */
const largest = [6, 8, 10, 12, 28, 30]

function raiseLimits(limits: Map<number, number>, maxp: Buffer): void {
  for (const at of largest) limits.set(at, Math.max(limits.get(at) ?? 0, maxp.readUInt16BE(at)))
}

/** With no instructions left there are no zones, storage, functions or stack to provide for. */
function maxpOf(first: Tables, glyphCount: number, limits: ReadonlyMap<number, number>): Buffer {
  const maxp = Buffer.from(tableOf(first, 'maxp'))
  maxp.writeUInt16BE(glyphCount, 4)
  for (const [at, value] of limits) maxp.writeUInt16BE(value, at)
  maxp.writeUInt16BE(2, 14)
  for (const at of [16, 18, 20, 22, 24, 26]) maxp.writeUInt16BE(0, at)
  return maxp
}

function postWithoutNames(): Buffer {
  const post = Buffer.alloc(32)
  post.writeUInt32BE(0x00030000, 0)
  return post
}
