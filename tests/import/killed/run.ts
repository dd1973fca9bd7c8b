// A process that takes in one file as a job and is killed by the test that started it.
import { platformOn, court } from '../court.ts'
import { importJob } from '../../../src/capabilities/ledgers/jobs/import.ts'

const [url = '', dataDir = '', key = '', importId = ''] = process.argv.slice(2)
const platform = platformOn(url, dataDir, Buffer.from(key, 'hex'))
console.log(await importJob.run(platform, court, { importId }))
await platform.pool.end()
