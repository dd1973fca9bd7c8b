declare module 'pg-copy-streams' {
  import type { Duplex, Readable } from 'node:stream'
  import type { Submittable } from 'pg'

  export function to(text: string): Readable & Submittable
  export function from(text: string): Duplex & Submittable
}
