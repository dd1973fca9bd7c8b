import { inflateRawSync } from 'node:zlib'

/** The parts of a Word file by path, as text. */
export function readDocx(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes)
  const parts = new Map<string, string>()
  let entry = zip.readUInt32LE(zip.length - 22 + 16)
  while (zip.readUInt32LE(entry) === 0x02014b50) {
    const nameLength = zip.readUInt16LE(entry + 28)
    const at = zip.readUInt32LE(entry + 42)
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20))
    const content = zip.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed)
    parts.set(zip.toString('utf8', entry + 46, entry + 46 + nameLength), content.toString('utf8'))
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
  return parts
}

export function part(parts: ReadonlyMap<string, string>, path: string): string {
  const text = parts.get(path)
  if (text === undefined) throw new Error(`the file has no ${path}`)
  return text
}

/** What a person reads in a part, one line for each paragraph. */
export const paragraphsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs)].map(([, content = '']) =>
    unescaped(
      [...content.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, text]) => text ?? '\n').join(''),
    ),
  )

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** Throws where a tag does not close the one that is open, or a character is not allowed in XML. */
export function assertWellFormed(xml: string): void {
  const open: string[] = []
  for (const [tag, close, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close && open.pop() !== name) throw new Error(`${tag} closes nothing`)
    if (!close && !empty) open.push(name)
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} stay open`)
  const text = xml.replace(/<[^<>]*>/g, '')
  const stray = text.match(/[<]|&(?!(?:lt|gt|amp|quot|apos|#\d+);)|[^\P{Cc}\t\n\r]/u)
  if (stray) throw new Error(`${JSON.stringify(stray[0])} is not allowed in text`)
}
