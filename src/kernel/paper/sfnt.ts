/** TrueType containers: a directory of named tables, each found by offset and length. All numbers are big-endian. */
export type Tables = ReadonlyMap<string, Buffer>

const headerLength = 12
const entryLength = 16

/** `at` is where the directory starts: 0, except inside a collection. */
export function readTables(font: Buffer, at = 0): Tables {
  const tables = new Map<string, Buffer>()
  for (let i = 0; i < font.readUInt16BE(at + 4); i++) {
    const entry = at + headerLength + i * entryLength
    const start = font.readUInt32BE(entry + 8)
    tables.set(font.toString('latin1', entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12)))
  }
  return tables
}

export function tableOf(tables: Tables, tag: string): Buffer {
  const table = tables.get(tag)
  if (!table) throw new Error(`font has no ${tag} table`)
  return table
}

/** A collection (.ttc) holds several fonts; a plain file holds one. */
export function fontsIn(file: Buffer): readonly Tables[] {
  if (file.toString('latin1', 0, 4) !== 'ttcf') return [readTables(file)]
  return Array.from({ length: file.readUInt32BE(8) }, (_, i) => readTables(file, file.readUInt32BE(12 + i * 4)))
}

const padded = (table: Buffer): Buffer => Buffer.concat([table, Buffer.alloc(-table.length & 3)])

function checksum(bytes: Buffer): number {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0
  return sum
}

const checksumMagic = 0xb1b0afba
const adjustmentOffset = 8

/** Writes the directory in tag order and fills in the checksum that `head` keeps of the whole file. */
export function writeFont(tables: Tables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const count = sorted.length
  const exponent = Math.floor(Math.log2(count))
  const directory = Buffer.alloc(headerLength + count * entryLength)
  directory.writeUInt32BE(0x00010000, 0)
  const search = [count, 2 ** exponent * 16, exponent, count * 16 - 2 ** exponent * 16]
  search.forEach((value, i) => directory.writeUInt16BE(value, 4 + i * 2))

  let offset = directory.length
  let headAt = 0
  const bodies = sorted.map(([tag, table], i) => {
    const body = padded(table)
    const entry = headerLength + i * entryLength
    directory.write(tag, entry, 'latin1')
    directory.writeUInt32BE(checksum(body), entry + 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(table.length, entry + 12)
    if (tag === 'head') headAt = offset
    offset += body.length
    return body
  })

  const font = Buffer.concat([directory, ...bodies])
  font.writeUInt32BE((checksumMagic - checksum(font)) >>> 0, headAt + adjustmentOffset)
  return font
}
