import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Tx } from '../database/transaction.ts'

/**
 * Keeps bytes under their SHA-256, encrypted for the court, and returns that name. The same bytes are kept once.
 * Written beside and renamed, so that a crash leaves no half file; a file whose transaction rolls back is an orphan
 * that nothing names.
 */
export async function keepFile(tx: Tx, bytes: Buffer, mediaType: string): Promise<string> {
  const { platform, court } = tx
  const fileId = createHash('sha256').update(bytes).digest('hex')
  const path = pathOf(platform.dataDir, court, fileId)
  if (!(await exists(path))) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const beside = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
    await writeFile(beside, platform.cipher.sealBytes(court, `file:${fileId}`, bytes), { mode: 0o600 })
    await rename(beside, path)
  }
  await tx.client.query(
    'insert into kernel_file (file_id, bytes, media_type) values ($1, $2, $3) on conflict do nothing',
    [fileId, bytes.length, mediaType],
  )
  return fileId
}

/** The bytes of a kept file. Throws when it is absent, unreadable or was altered on disk. */
export async function fileBytes({ platform, court }: Pick<Tx, 'platform' | 'court'>, fileId: string): Promise<Buffer> {
  const sealed = await readFile(pathOf(platform.dataDir, court, fileId))
  return platform.cipher.openBytes(court, `file:${fileId}`, sealed)
}

function pathOf(dataDir: string, court: string, fileId: string): string {
  const room = Buffer.from(court).toString('hex')
  return join(dataDir, 'files', room, fileId.slice(0, 2), fileId)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
