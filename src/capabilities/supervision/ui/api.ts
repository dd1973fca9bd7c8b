import { z } from 'zod'
import { readingContract } from '#web/api.ts'
import { Board } from '../contract.ts'

export const boardReading = readingContract({ name: 'supervision.board', input: z.object({}), output: Board })
