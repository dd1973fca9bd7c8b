/** A font's names: the `name` table. Chinese fonts carry the same family in Chinese and in English. */
const windows = 3
const english = 0x409

/** Every text under these numbers, in any language; texts in old Macintosh scripts are left out. */
export function readNames(name: Buffer, ids: readonly number[]): readonly string[] {
  const strings = name.readUInt16BE(4)
  const texts = new Set<string>()
  for (let i = 0; i < name.readUInt16BE(2); i++) {
    const record = 6 + i * 12
    const platform = name.readUInt16BE(record)
    if (platform !== windows && platform !== 0) continue
    if (!ids.includes(name.readUInt16BE(record + 6))) continue
    const start = strings + name.readUInt16BE(record + 10)
    texts.add(new TextDecoder('utf-16be').decode(name.subarray(start, start + name.readUInt16BE(record + 8))))
  }
  return [...texts]
}

export const nameId = { copyright: 0, family: 1, typographicFamily: 16, licenceUrl: 14 } as const

export const readFamilies = (name: Buffer): readonly string[] =>
  readNames(name, [nameId.family, nameId.typographicFamily])

/** The family's own name, and from the font it was made of its copyright, which the Open Font License asks to keep. */
export function writeNames(family: string, source: Buffer): Buffer {
  const texts: readonly (readonly [id: number, text: string])[] = [
    [nameId.copyright, readNames(source, [nameId.copyright]).join('\n')],
    [nameId.family, family],
    [2, 'Regular'],
    [3, `${family};merged`],
    [4, family],
    [6, `${family.replaceAll(' ', '')}-Regular`],
    [nameId.licenceUrl, 'https://openfontlicense.org'],
  ]
  const header = Buffer.alloc(6 + texts.length * 12)
  header.writeUInt16BE(texts.length, 2)
  header.writeUInt16BE(header.length, 4)
  const strings: Buffer[] = []
  let offset = 0
  texts.forEach(([id, text], i) => {
    const bytes = Buffer.from(text, 'utf16le').swap16()
    const fields = [windows, 1, english, id, bytes.length, offset]
    fields.forEach((value, k) => header.writeUInt16BE(value, 6 + i * 12 + k * 2))
    strings.push(bytes)
    offset += bytes.length
  })
  return Buffer.concat([header, ...strings])
}
