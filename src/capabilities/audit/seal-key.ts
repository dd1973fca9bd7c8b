import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is signed at the end of a day. */
export type Head = {
  readonly court: string
  readonly day: string
  readonly seq: string
  readonly hash: Buffer
  readonly sealedAt: string
}

const keyIdBytes = 8

/** The text a seal stands for; printed beside it, so that anybody with the public key can check it by hand. */
export const sealText = ({ court, day, seq, hash, sealedAt }: Head): string =>
  ['duixian chain seal 1', court, day, seq, hash.toString('hex'), sealedAt].join('\n')

/** Key id and Ed25519 signature in one, so that a later key does not make older seals unreadable. */
export function sealHead(dataDir: string, head: Head): Buffer {
  const key = sealKey(dataDir)
  return Buffer.concat([keyId(key), sign(null, Buffer.from(sealText(head)), key)])
}

export type SealJudgement = 'good' | 'forged' | 'other-key'

export function judgeSeal(dataDir: string, head: Head, seal: Buffer): SealJudgement {
  const key = sealKey(dataDir)
  if (!seal.subarray(0, keyIdBytes).equals(keyId(key))) return 'other-key'
  const good = verify(null, Buffer.from(sealText(head)), createPublicKey(key), seal.subarray(keyIdBytes))
  return good ? 'good' : 'forged'
}

export const keyIdOf = (seal: Buffer): string => seal.subarray(0, keyIdBytes).toString('hex')
export const signatureOf = (seal: Buffer): string => seal.subarray(keyIdBytes).toString('base64url')

/** To be handed to whoever should be able to check seals without this machine. */
export const publicSealKey = (dataDir: string): string =>
  createPublicKey(sealKey(dataDir)).export({ type: 'spki', format: 'pem' }).toString()

const keyId = (key: KeyObject): Buffer =>
  createHash('sha256')
    .update(createPublicKey(key).export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, keyIdBytes)

/** `<data>/keys/chain-seal.key`, made on first use; of several makers at once, one wins. */
function sealKey(dataDir: string): KeyObject {
  const path = join(dataDir, 'keys', 'chain-seal.key')
  if (!existsSync(path)) makeKey(path, join(dataDir, 'keys'))
  return createPrivateKey(readFileSync(path))
}

function makeKey(path: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const fresh = `${path}.${process.pid}`
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(fresh, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  try {
    linkSync(fresh, path)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh)
  }
}
