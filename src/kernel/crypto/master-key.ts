import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../files/make-folder.ts'

/** The master key from `DUIXIAN_MASTER_KEY` (64 hex digits), else from `<data>/keys/master.key`, made on first use. */
export function masterKey(dataDir: string, env: NodeJS.ProcessEnv): Buffer {
  const given = env['DUIXIAN_MASTER_KEY']
  if (given !== undefined) return keyFrom(given)
  const path = join(dataDir, 'keys', 'master.key')
  if (!existsSync(path)) {
    makeFolder(dirname(path))
    const fresh = `${path}.${process.pid}`
    writeFileSync(fresh, randomBytes(32).toString('hex'), { mode: 0o600 })
    renameSync(fresh, path)
  }
  return keyFrom(readFileSync(path, 'utf8').trim())
}

function keyFrom(hex: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new Error('DUIXIAN_MASTER_KEY 须为 64 位十六进制字符')
  return Buffer.from(hex, 'hex')
}
