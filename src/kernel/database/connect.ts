import { createHash } from 'node:crypto'
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

/** `2024-01-02 03:04:05.6+00` as RFC 3339. The session speaks UTC, so the offset is always +00. */
const momentText = (text: string): string => `${text.slice(0, 10)}T${text.slice(11).replace('+00', '')}Z`

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === 1082) return (text: string) => text
    if (oid === 1184) return momentText
    return pg.types.getTypeParser(oid, format ?? 'text')
  },
}

export type Pool = pg.Pool
export type Client = pg.PoolClient

/** Connections that serve requests. They own nothing: row-level security holds for them. */
export function openPool(
  url: string,
  { max = 10, role = 'dx_app' }: { max?: number; role?: string | null } = {},
): Pool {
  const role_ = role === null ? '' : `-c role=${role} `
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options: `${role_}-c TimeZone=UTC -c DateStyle=ISO`,
    application_name: 'duixian',
  })
  // A server that dies says so on every connection, those at work too; unheard, that word would end the process.
  pool.on('connect', (client) => client.on('error', theQueryFailsByItself))
  return pool
}

const theQueryFailsByItself = (): void => {}

/** One connection that is in nobody's transaction, for LISTEN and for maintenance as the owner. */
export async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, types, options: '-c TimeZone=UTC -c DateStyle=ISO' })
  client.on('error', theQueryFailsByItself)
  await client.connect()
  return client
}

/** Kysely over one connection that somebody else opened and will close. */
export function kyselyOver(client: pg.ClientBase): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PinnedDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

class PinnedDriver implements Driver {
  readonly #connection: DatabaseConnection
  constructor(client: pg.ClientBase) {
    this.#connection = new PinnedConnection(client)
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('the pipeline opens transactions')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

class PinnedConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase
  constructor(client: pg.ClientBase) {
    this.#client = client
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const name = statementName(sql)
    const found = await this.#client.query({ text: sql, values: [...parameters], ...(name && { name }) })
    return { rows: found.rows as R[], numAffectedRows: BigInt(found.rowCount ?? 0) }
  }
  // oxlint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('not streamed: page by key instead')
  }
}

const statementNames = new Map<string, string>()

/** Statements are prepared once per connection. Texts that come in ever new shapes are left unnamed past the first thousand. */
function statementName(sql: string): string | undefined {
  const known = statementNames.get(sql)
  if (known !== undefined || statementNames.size >= 1000) return known
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 24)
  statementNames.set(sql, name)
  return name
}
