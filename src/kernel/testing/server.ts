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

/**
 * The server of the run this process belongs to. A test file run by hand shares one below `var/test` with others that run
 * by hand; it is kept between runs so that the next one starts at once, and stopped by the last one out.
 */
export async function testServer(): Promise<Pick<EmbeddedDatabase, 'url' | 'stop'>> {
  const url = process.env[serverVariable]
  return url ? { url, stop: async () => false } : startTestServer(path.join(ownFolder, 'database'))
}
