import { z } from 'zod'
import { readingContract } from '#web/api.ts'
import { Wall, WallCore } from '../contract.ts'

export const wallReading = readingContract({ name: 'command-centre.wall', input: z.object({}), output: Wall })
export const wallCoreReading = readingContract({
  name: 'command-centre.wall-core',
  input: z.object({}),
  output: WallCore,
})
