import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup consists of, so that anything missing, altered or cut short is found before it is used. */
export const Manifest = z.object({
  format: z.literal('duixian-backup-1'),
  madeAt: z.string(),
  program: z.string(),
  postgres: z.string(),
  /** Which master key opens the sealed fields and files; the key itself is not here unless it was asked for. */
  keyFingerprint: z.string(),
  withKeys: z.boolean(),
  migrations: z.array(z.object({ room: z.string(), name: z.string(), hash: z.string() })),
  /** In an order in which each table comes after those it points to. */
  tables: z.array(
    z.object({
      table: z.string(),
      columns: z.array(z.string()),
      rows: z.int(),
      /** Of the rows as text, in the order of the primary key. */
      sha256: Sha256,
      /** Of the compressed file. */
      fileSha256: Sha256,
    }),
  ),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: Sha256 })),
})
export type Manifest = z.output<typeof Manifest>

export const manifestFile = 'manifest.json'

/** Tells one master key from another and says nothing about it. */
export const keyFingerprint = (masterKey: Buffer): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', masterKey, '', 'duixian key fingerprint', 32)))
    .update('fingerprint')
    .digest('hex')
    .slice(0, 16)

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
