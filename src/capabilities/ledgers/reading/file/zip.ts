import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { damagedWorkbook, UnreadableFile, zipBomb } from './file-problem.ts'
import type { FileSource } from './source.ts'

export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly packedSize: number
  readonly size: number
  readonly at: number
}
export type Archive = {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** The entry's bytes in order; stops with a problem as soon as more comes out than was declared or is allowed. */
  stream(entry: ZipEntry): AsyncIterable<Buffer>
  bytes(entry: ZipEntry): Promise<Buffer>
}

/** Far above any ledger, far below what would hurt: a million rows of forty columns unpack to about 2 GB. */
export const zipLimits = {
  entries: 10_000,
  totalSize: 4 * 1024 ** 3,
  /** Unpacked to packed, looked at once more than `ratioFrom` bytes come out. Sheets reach 30, blank grids 100. */
  ratio: 250,
  ratioFrom: 64 * 1024 ** 2,
} as const

const endSignature = 0x06054b50
const zip64EndSignature = 0x06064b50
const entrySignature = 0x02014b50
const localHeaderSize = 30
const unknown32 = 0xffffffff

/** Opens the list at the end of a zip file. Throws UnreadableFile when it is damaged or declares too much. */
export async function openArchive(source: FileSource, fileName: string): Promise<Archive> {
  const list = await readList(source, fileName)
  const entries = new Map<string, ZipEntry>()
  let total = 0
  for (const entry of listed(list, fileName)) {
    entries.set(entry.name, entry)
    total += entry.size
    if (entries.size > zipLimits.entries) throw new UnreadableFile(zipBomb(fileName, '含有的部件过多'))
  }
  const declaredRatio = total / Math.max(1, source.size)
  if (total > zipLimits.totalSize || (total > zipLimits.ratioFrom && declaredRatio > zipLimits.ratio)) {
    throw new UnreadableFile(zipBomb(fileName, '压缩率异常'))
  }
  const stream = (entry: ZipEntry) => inflate(source, entry, fileName)
  return { entries, stream, bytes: async (entry) => Buffer.concat(await Array.fromAsync(stream(entry))) }
}

async function readList(source: FileSource, fileName: string): Promise<Buffer> {
  const damaged = () => new UnreadableFile(damagedWorkbook(fileName, '压缩目录'))
  const tailSize = Math.min(source.size, 65_557)
  const tailAt = source.size - tailSize
  const tail = await source.read(tailAt, tailSize)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end--
  if (end < 0) throw damaged()
  let size: number = tail.readUInt32LE(end + 12)
  let at: number = tail.readUInt32LE(end + 16)
  if (at === unknown32 || size === unknown32) {
    const locator = end - 20
    if (locator < 0) throw damaged()
    const record = await source.read(Number(tail.readBigUInt64LE(locator + 8)), 56)
    if (record.length < 56 || record.readUInt32LE(0) !== zip64EndSignature) throw damaged()
    size = Number(record.readBigUInt64LE(40))
    at = Number(record.readBigUInt64LE(48))
  }
  if (at + size > source.size) throw damaged()
  return source.read(at, size)
}

function* listed(list: Buffer, fileName: string): Generator<ZipEntry> {
  let at = 0
  while (at + 46 <= list.length) {
    if (list.readUInt32LE(at) !== entrySignature) break
    const nameSize = list.readUInt16LE(at + 28)
    const extraSize = list.readUInt16LE(at + 30)
    // Some writers divide folders the other way.
    const name = list.toString('utf8', at + 46, at + 46 + nameSize).replaceAll('\\', '/')
    if ((list.readUInt16LE(at + 8) & 1) === 1) {
      throw new UnreadableFile(damagedWorkbook(fileName, `部件 ${name}（压缩包带密码）`))
    }
    const sizes = [list.readUInt32LE(at + 24), list.readUInt32LE(at + 20), list.readUInt32LE(at + 42)]
    const [size = 0, packedSize = 0, offset = 0] = longSizes(
      sizes,
      list.subarray(at + 46 + nameSize, at + 46 + nameSize + extraSize),
    )
    yield { name, method: list.readUInt16LE(at + 10), packedSize, size, at: offset }
    at += 46 + nameSize + extraSize + list.readUInt16LE(at + 32)
  }
}

/** Sizes that did not fit into 32 bits stand, in the same order, in the extra field 1. */
function longSizes(sizes: readonly number[], extra: Buffer): number[] {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2)
  let next = at + 4
  return sizes.map((size) => {
    if (size !== unknown32 || next + 8 > extra.length) return size
    next += 8
    return Number(extra.readBigUInt64LE(next - 8))
  })
}

async function* inflate(source: FileSource, entry: ZipEntry, fileName: string): AsyncGenerator<Buffer> {
  const damaged = () => new UnreadableFile(damagedWorkbook(fileName, `部件 ${entry.name}`))
  const header = await source.read(entry.at, localHeaderSize)
  if (header.length < localHeaderSize) throw damaged()
  const from = entry.at + localHeaderSize + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = source.stream(from, from + entry.packedSize)
  if (entry.method === 0) return yield* packed
  if (entry.method !== 8) throw damaged()

  const input = Readable.from(packed, { objectMode: false })
  const inflater = input.pipe(createInflateRaw({ chunkSize: 256 * 1024 }))
  input.once('error', (error) => inflater.destroy(error))
  let written = 0
  try {
    for await (const chunk of inflater) {
      if (!Buffer.isBuffer(chunk)) continue
      written += chunk.length
      const tooDense = written > zipLimits.ratioFrom && written / Math.max(1, entry.packedSize) > zipLimits.ratio
      if (tooDense || written > zipLimits.totalSize || written > entry.size) {
        throw new UnreadableFile(zipBomb(fileName, `部件 ${entry.name} 的实际大小超出声明或压缩率异常`))
      }
      yield chunk
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged()
  } finally {
    input.destroy()
    inflater.destroy()
  }
  if (written !== entry.size) throw damaged()
}
