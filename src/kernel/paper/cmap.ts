/** Which glyph draws which character: the `cmap` table, read from any court's font and written for our own. */
export type CharacterMap = ReadonlyMap<number, number>

/** Reads every Unicode subtable of format 4 (basic plane) and 12 (all planes); other formats hold nothing we need. */
export function readCharacterMap(cmap: Buffer): CharacterMap {
  const glyphs = new Map<number, number>()
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const record = 4 + i * 8
    if (!isUnicode(cmap.readUInt16BE(record), cmap.readUInt16BE(record + 2))) continue
    const subtable = cmap.subarray(cmap.readUInt32BE(record + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 4) readSegments(subtable, glyphs)
    if (format === 12) readGroups(subtable, glyphs)
  }
  return glyphs
}

const isUnicode = (platform: number, encoding: number): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))

function readSegments(subtable: Buffer, glyphs: Map<number, number>): void {
  const width = subtable.readUInt16BE(6)
  const [ends, starts, deltas, ranges] = [14, 16 + width, 16 + width * 2, 16 + width * 3]
  for (let i = 0; i < width; i += 2) {
    const start = subtable.readUInt16BE(starts + i)
    const end = subtable.readUInt16BE(ends + i)
    const delta = subtable.readUInt16BE(deltas + i)
    const range = subtable.readUInt16BE(ranges + i)
    for (let character = start; character <= end && character !== 0xffff; character++) {
      const listed = range === 0 ? character : glyphListedAt(subtable, ranges + i + range + (character - start) * 2)
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(character, glyph)
    }
  }
}

/** Some old fonts point past the end of their table; such a character is simply not there. */
const glyphListedAt = (subtable: Buffer, at: number): number =>
  at + 2 <= subtable.length ? subtable.readUInt16BE(at) : 0

function readGroups(subtable: Buffer, glyphs: Map<number, number>): void {
  for (let i = 0; i < subtable.readUInt32BE(12); i++) {
    const group = 16 + i * 12
    const start = subtable.readUInt32BE(group)
    const end = subtable.readUInt32BE(group + 4)
    const first = subtable.readUInt32BE(group + 8)
    for (let character = start; character <= end; character++) glyphs.set(character, first + character - start)
  }
}

type Group = { readonly start: number; end: number; readonly glyph: number }

/** One format 12 subtable under (3, 10): it alone reaches 𠮷 and the other characters past the basic plane. */
export function writeCharacterMap(glyphs: CharacterMap): Buffer {
  const groups: Group[] = []
  for (const [character, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1)
    const continues = last && character === last.end + 1 && glyph === last.glyph + character - last.start
    if (continues) last.end = character
    else groups.push({ start: character, end: character, glyph })
  }

  const cmap = Buffer.alloc(12 + 16 + groups.length * 12)
  cmap.writeUInt16BE(1, 2)
  cmap.writeUInt16BE(3, 4)
  cmap.writeUInt16BE(10, 6)
  cmap.writeUInt32BE(12, 8)
  cmap.writeUInt16BE(12, 12)
  cmap.writeUInt32BE(cmap.length - 12, 16)
  cmap.writeUInt32BE(groups.length, 24)
  groups.forEach(({ start, end, glyph }, i) => {
    ;[start, end, glyph].forEach((value, k) => cmap.writeUInt32BE(value, 28 + i * 12 + k * 4))
  })
  return cmap
}
