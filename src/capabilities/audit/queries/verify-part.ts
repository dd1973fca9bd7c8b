import { z } from 'zod'
import { verifyChain } from '#kernel/journal/verify.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Seq, VerifiedPart } from '../contract.ts'

/** Entries looked at in one call, so that the page can show how far it has come. */
export const largestPart = 20_000

/** A stretch of the chain, judged as the whole of it is. The page asks again from `upTo` until `done`. */
export const verifyPart = reading({
  name: 'audit.verify-part',
  title: label('校验全链', 'Verify the chain'),
  may: 'audit.read',
  input: z.object({ after: Seq }),
  output: VerifiedPart,
  read: async ({ client, court }, { after }) => {
    const { entries, upTo, done, head, broken } = await verifyChain(client, court, { after, limit: largestPart })
    return { checked: entries, upTo, done, head: head?.seq ?? '0', broken }
  },
})
