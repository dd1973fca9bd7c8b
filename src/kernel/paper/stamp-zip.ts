/**
 * Sets the time of every entry of a zip file, in place, so that the same content is the same file. Times are kept in
 * DOS form, counted from 1980, without a zone.
 */
export function stampZip(zip: Uint8Array, date: Temporal.PlainDate): Uint8Array {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  const day = ((date.year - 1980) << 9) | (date.month << 5) | date.day
  let entry = bytes.readUInt32LE(endOfDirectory(bytes) + 16)
  while (bytes.readUInt32LE(entry) === signature.entry) {
    const content = bytes.readUInt32LE(entry + 42)
    bytes.writeUInt32LE(day * 0x10000, entry + 12)
    bytes.writeUInt32LE(day * 0x10000, content + 10)
    entry += 46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32)
  }
  return zip
}

const signature = { entry: 0x02014b50, end: 0x06054b50 } as const

/** Searched from the back: a comment may follow it. */
function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0; at--) if (bytes.readUInt32LE(at) === signature.end) return at
  throw new RangeError('not a zip file')
}
