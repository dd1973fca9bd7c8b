import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Authenticated encryption behind one door, so that SM4-GCM can stand where AES-256-GCM stands. */
export type Aead = {
  readonly id: string
  readonly keyBytes: number
  readonly seal: (key: Buffer, plain: Buffer) => Buffer
  readonly open: (key: Buffer, sealed: Buffer) => Buffer
}

const nonceBytes = 12
const tagBytes = 16

/** Chance is fetched for so many nonces together; each is used once. */
const nonces = { bytes: Buffer.alloc(0), used: 0 }

function nextNonce(): Buffer {
  if (nonces.used === nonces.bytes.length) Object.assign(nonces, { bytes: randomBytes(nonceBytes * 512), used: 0 })
  nonces.used += nonceBytes
  return nonces.bytes.subarray(nonces.used - nonceBytes, nonces.used)
}

export const aes256gcm: Aead = {
  id: 'a1',
  keyBytes: 32,
  seal: (key, plain) => {
    const nonce = nextNonce()
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  },
  open: (key, sealed) => {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()])
  },
}

/**
 * Encrypts single fields. Keys are derived: master key → court → owner (a person's own salt, or a purpose), so that
 * deleting a person's salt makes everything sealed for that person unreadable for ever.
 */
export type Cipher = {
  /** Text `a1.<base64url>`; the prefix names the algorithm, so that old fields stay readable after a change. */
  readonly seal: (court: string, owner: string, plain: string) => string
  /** Throws when the key is gone or the text was altered. */
  readonly open: (court: string, owner: string, sealed: string) => string
  /** The same text gives the same index in one court and purpose; nothing can be read back from it. */
  readonly blindIndex: (court: string, purpose: string, plain: string) => string
  readonly sealBytes: (court: string, owner: string, plain: Buffer) => Buffer
  readonly openBytes: (court: string, owner: string, sealed: Buffer) => Buffer
}

export function cipherOf(masterKey: Buffer, aead: Aead = aes256gcm): Cipher {
  const courtKeys = new Map<string, Buffer>()
  const courtKey = (court: string): Buffer => {
    const known = courtKeys.get(court)
    if (known) return known
    const key = Buffer.from(hkdfSync('sha256', masterKey, court, 'duixian court key', 32))
    courtKeys.set(court, key)
    return key
  }
  const ownerKey = (court: string, owner: string): Buffer =>
    createHmac('sha256', courtKey(court)).update(`field\0${owner}`).digest().subarray(0, aead.keyBytes)

  const sealBytes = (court: string, owner: string, plain: Buffer): Buffer => aead.seal(ownerKey(court, owner), plain)
  const openBytes = (court: string, owner: string, sealed: Buffer): Buffer => aead.open(ownerKey(court, owner), sealed)
  return {
    sealBytes,
    openBytes,
    seal: (court, owner, plain) => `${aead.id}.${sealBytes(court, owner, Buffer.from(plain)).toString('base64url')}`,
    open: (court, owner, sealed) => {
      const [id, text = ''] = sealed.split('.', 2)
      if (id !== aead.id) throw new Error(`sealed with unknown algorithm ${id}`)
      return openBytes(court, owner, Buffer.from(text, 'base64url')).toString()
    },
    blindIndex: (court, purpose, plain) =>
      createHmac('sha256', courtKey(court)).update(`index\0${purpose}\0${plain}`).digest('base64url').slice(0, 22),
  }
}
