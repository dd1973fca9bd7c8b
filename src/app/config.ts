import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder the program lies in. */
export const home = fileURLToPath(new URL('../../', import.meta.url))

export type Config = {
  /** An external PostgreSQL; null for the embedded one. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  /** Whether the data folder was named by hand: such a database starts empty, without the demo court. */
  readonly ownData: boolean
  readonly port: number
  readonly host: string
  /** The court to serve or to work in; null means the only one there is. */
  readonly court: string | null
  readonly callsPerMinute: number
  readonly fontDir: string | null
}

type Flags = { readonly data?: string | undefined; readonly court?: string | undefined }

export function configOf(env: NodeJS.ProcessEnv, flags: Flags = {}): Config {
  return {
    databaseUrl: flags.data === undefined ? (env['DATABASE_URL'] ?? null) : null,
    dataDir: resolve(flags.data ?? env['DUIXIAN_DATA'] ?? join(home, 'data')),
    ownData: flags.data !== undefined,
    port: portOf(env['PORT']),
    host: env['HOST'] ?? '127.0.0.1',
    court: flags.court ?? env['DUIXIAN_COURT'] ?? null,
    callsPerMinute: Number(env['DUIXIAN_CALLS_PER_MINUTE'] ?? 1200),
    fontDir: env['DUIXIAN_FONTS'] ?? null,
  }
}

export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 8080
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new BadConfig(`PORT 应为 0 至 65535 的整数，现为“${text}”。`)
}
