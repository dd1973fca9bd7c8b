import { UnreadableFile, unreadableText } from './file-problem.ts'
import type { FileSource } from './source.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * The encoding of a text file: its byte-order mark, else UTF-8 if every byte fits, else GB18030, the national standard
 * that Excel and WPS write in China. Undefined when the bytes are no text at all.
 */
export async function encodingOf(source: FileSource): Promise<TextEncoding | undefined> {
  const head = await source.read(0, 4096)
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head.includes(0)) return undefined
  if (await decodes(source, 'utf-8')) return 'utf-8'
  return (await decodes(source, 'gb18030')) ? 'gb18030' : undefined
}

async function decodes(source: FileSource, encoding: TextEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of source.stream(0, source.size)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** The file's text in pieces; a sign split between two pieces arrives whole. */
export async function* textOf(source: FileSource, encoding: TextEncoding, fileName: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of source.stream(0, source.size)) {
      const text = decoder.decode(chunk, { stream: true })
      if (text !== '') yield text
    }
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch (error) {
    throw error instanceof TypeError ? new UnreadableFile(unreadableText(fileName)) : error
  }
}
