import { z } from 'zod'
import { readingContract } from '#web/api.ts'
import { Wall } from '../contract.ts'

export const wallReading = readingContract({ name: 'command-centre.wall', input: z.object({}), output: Wall })
