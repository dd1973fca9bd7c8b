import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type EmbeddedDatabase, ensureDatabase } from '../database/embedded.ts'

/** Nothing in a test must survive a power cut. */
const hasty = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }

const ownFolder = fileURLToPath(new URL('../../../var/test', import.meta.url))

/** Names the server of a whole run to the processes of its test files. */
export const serverVariable = 'DUIXIAN_TEST_SERVER'

export const startTestServer = (folder: string): Promise<EmbeddedDatabase> =>
  ensureDatabase(folder, { settings: hasty, database: 'tests' })

let shared: Promise<EmbeddedDatabase> | undefined

/**
 * The server of the run this process belongs to. A test file run by hand shares one below `var/test` with others that run
 * by hand; it is kept between runs so that the next one starts at once, and stopped by the last one out, when nothing is
 * left to do: a pool that a test has not closed yet must not see its server go.
 */
export async function testServer(): Promise<string> {
  const url = process.env[serverVariable]
  if (url) return url
  shared ??= startTestServer(path.join(ownFolder, 'database')).then((server) => {
    process.once('beforeExit', () => void server.stop())
    return server
  })
  return (await shared).url
}
