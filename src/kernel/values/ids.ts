/** Chance is fetched for so many ids together: an import makes hundreds of thousands. */
const pool = new Uint8Array(16 * 256)
let used = pool.length

const hexByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const hexMillis = (millis: number): string => millis.toString(16).padStart(12, '0')

/**
 * A new record id: UUID version 7, so that ids made one after another stand side by side in an index.
 * The embedded time is a hint for the index, never a fact.
 */
export function newId(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  const hex = (at: number, mask = 0xff, set = 0): string => hexByte[((pool[used + at] ?? 0) & mask) | set] ?? ''
  const time = hexMillis(Date.now())
  const id = `${time.slice(0, 8)}-${time.slice(8)}-${hex(0, 0x0f, 0x70)}${hex(1)}-${hex(2, 0x3f, 0x80)}${hex(3)}-${hex(4)}${hex(5)}${hex(6)}${hex(7)}${hex(8)}${hex(9)}`
  used += 16
  return id
}
