import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'

/** A file as the readers see it: they may ask for any part, or for a stretch in order, and never hold it whole. */
export type FileSource = {
  readonly size: number
  read(from: number, length: number): Promise<Buffer>
  stream(from: number, to: number): AsyncIterable<Buffer>
}

const chunkSize = 256 * 1024

export function sourceOfBytes(bytes: Uint8Array): FileSource {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    size: whole.length,
    read: async (from, length) => whole.subarray(from, from + length),
    async *stream(from, to) {
      for (let at = from; at < to; at += chunkSize) yield whole.subarray(at, Math.min(at + chunkSize, to))
    },
  }
}

export async function sourceOfFile(path: string): Promise<FileSource> {
  const { size } = await stat(path)
  return {
    size,
    async read(from, length) {
      const file = await open(path)
      try {
        const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from)))
        const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
        return bytes.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    async *stream(from, to) {
      if (to <= from) return
      for await (const chunk of createReadStream(path, { start: from, end: to - 1, highWaterMark: chunkSize })) {
        if (Buffer.isBuffer(chunk)) yield chunk
      }
    },
  }
}
