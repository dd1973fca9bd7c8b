import type { FileProblem } from './file-problem.ts'
import {
  emptyFile,
  encryptedWorkbook,
  notALedger,
  openDocument,
  oversizedFile,
  UnreadableFile,
  unreadableText,
} from './file-problem.ts'
import type { FileSource } from './source.ts'
import type { TextEncoding } from './text-encoding.ts'
import { encodingOf } from './text-encoding.ts'
import type { Archive } from './zip.ts'
import { openArchive } from './zip.ts'

/** What a file is by its content; its name is not asked. */
export type FileKind =
  | { readonly kind: 'xlsx'; readonly archive: Archive }
  | { readonly kind: 'xlsb' }
  | { readonly kind: 'xls' }
  | { readonly kind: 'text'; readonly encoding: TextEncoding }
  /** A page or XML that some systems export under the name .xls. */
  | { readonly kind: 'markup'; readonly encoding: TextEncoding }

/** Sizes above which a file is refused before it is read. Kinds that must be held whole have the smaller one. */
export const sizeLimits = { streamed: 1024 ** 3, held: 80 * 1024 ** 2 } as const

const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const zipSignature = Buffer.from('PK\u0003\u0004')
const emptyZipSignature = Buffer.from('PK\u0005\u0006')
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')
const bookStreams = ['Workbook', 'WORKBOOK', 'Book', 'BOOK'].map((name) => Buffer.from(`${name}\0`, 'utf16le'))
const binarySignatures = [
  '%PDF',
  '{\\rtf',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  'Rar!',
  '7z\u00bc\u00af',
  '\u001f\u008b',
]

export async function sniff(source: FileSource, fileName: string): Promise<FileKind | FileProblem> {
  if (source.size === 0) return emptyFile(fileName)
  if (source.size > sizeLimits.streamed) return oversizedFile(fileName, source.size, sizeLimits.streamed)
  const head = await source.read(0, 4096)
  try {
    if (head.subarray(0, 8).equals(oleSignature)) return await sniffOle(source, fileName)
    if (head.subarray(0, 4).equals(zipSignature)) return await sniffZip(source, fileName)
    if (head.subarray(0, 4).equals(emptyZipSignature)) return emptyFile(fileName)
    return await sniffText(source, head, fileName)
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem
    throw error
  }
}

async function sniffOle(source: FileSource, fileName: string): Promise<FileKind | FileProblem> {
  if (source.size > sizeLimits.held) return oversizedFile(fileName, source.size, sizeLimits.held)
  const bytes = await source.read(0, source.size)
  if (bytes.includes(encryptedPackage)) return encryptedWorkbook(fileName)
  return bookStreams.some((name) => bytes.includes(name)) ? { kind: 'xls' } : notALedger(fileName)
}

async function sniffZip(source: FileSource, fileName: string): Promise<FileKind | FileProblem> {
  const archive = await openArchive(source, fileName)
  const names = [...archive.entries.keys()]
  if (names.some((name) => /(^|\/)workbook\.bin$/.test(name))) {
    return source.size > sizeLimits.held ? oversizedFile(fileName, source.size, sizeLimits.held) : { kind: 'xlsb' }
  }
  if (names.includes('content.xml') && names.includes('mimetype')) return openDocument(fileName)
  return names.includes('[Content_Types].xml') && names.some((name) => /(^|\/)workbook\.xml$/.test(name))
    ? { kind: 'xlsx', archive }
    : notALedger(fileName)
}

async function sniffText(source: FileSource, head: Buffer, fileName: string): Promise<FileKind | FileProblem> {
  const start = head.toString('latin1', 0, 8)
  if (binarySignatures.some((signature) => start.startsWith(signature))) return notALedger(fileName)
  const encoding = await encodingOf(source)
  if (!encoding) return head.includes(0) ? notALedger(fileName) : unreadableText(fileName)
  const text = new TextDecoder(encoding).decode(head).trimStart()
  if (text === '' && source.size <= head.length) return emptyFile(fileName)
  const isMarkup =
    /^(<!doctype html|<html|<table|<meta|<head)/i.test(text) ||
    (text.startsWith('<') && /<table[\s>]|office:spreadsheet/i.test(text)) ||
    /^MIME-Version:/i.test(text)
  if (!isMarkup) return /^<\?xml|^<svg|^\{/.test(text) ? notALedger(fileName) : { kind: 'text', encoding }
  return source.size > sizeLimits.held
    ? oversizedFile(fileName, source.size, sizeLimits.held)
    : { kind: 'markup', encoding }
}
