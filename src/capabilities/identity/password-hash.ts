import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { turnstile } from './turnstile.ts'

const derive = promisify(argon2)

/** OWASP's lowest memory for argon2id: 19 MiB, two passes. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const hashBytes = 32
/** A hash takes a whole core for tens of milliseconds. */
const oneOfTwo = turnstile(2)

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** The hash of a password as a PHC string, which carries its own salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const { memory, passes, parallelism } = cost
  const hash = await oneOfTwo(() =>
    derive('argon2id', { message: normal(password), nonce, tagLength: hashBytes, ...cost }),
  )
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(hash)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Nobody's password, so that an unknown name costs as much time as a known one. */
const nobodys = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(Buffer.alloc(16))}$${unpadded(Buffer.alloc(hashBytes))}`

/** Whether the password belongs to the hash. Without a hash it works as long and says no. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', hash = ''] = phc.exec(stored ?? nobodys) ?? []
  const wanted = Buffer.from(hash, 'base64')
  const found = await oneOfTwo(() =>
    derive('argon2id', {
      message: normal(password),
      nonce: Buffer.from(salt, 'base64'),
      tagLength: wanted.length,
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
    }),
  )
  return timingSafeEqual(found, wanted) && stored !== null
}

/** The same password from two input methods is one password. */
const normal = (password: string): string => password.normalize('NFKC')

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password that can be read from paper: four groups of four, without 0, o, 1, l and i; 79 bits. */
export function randomPassword(): string {
  const signs = Array.from({ length: 16 }, () => alphabet[randomBelow(alphabet.length)] ?? 'x')
  return [0, 4, 8, 12].map((from) => signs.slice(from, from + 4).join('')).join('-')
}

function randomBelow(limit: number): number {
  for (;;) {
    const [byte = 255] = randomBytes(1)
    if (byte < 256 - (256 % limit)) return byte % limit
  }
}
