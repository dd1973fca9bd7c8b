import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { verifyChain } from '#kernel/journal/verify.ts'
import { label } from '#kernel/values/labels.ts'
import { chainBroken, sealedToday } from '../problems.ts'
import { keyIdOf, sealHead } from '../seal-key.ts'

export type HeadSealed = {
  readonly type: 'audit.head-sealed'
  readonly day: string
  readonly seq: string
  readonly hash: string
  readonly entries: number
  readonly seal: string
  readonly keyId: string
  readonly sealedAt: Temporal.Instant
}

/** Reads the whole chain; when it holds, signs its head for the day, to be printed and deposited outside the court. */
export const sealHeadOfDay = command({
  name: 'audit.seal-head',
  title: label('封存链摘要', 'Seal the head'),
  may: 'audit.seal',
  cites: [],
  input: z.object({}),
  load: async (tx, _input, { machineDay }) => {
    const day = machineDay.toString()
    const sealed = await tx.db.selectFrom('kernel_chain_seal').select('seq').where('day', '=', day).executeTakeFirst()
    if (sealed) return sealedToday(day)
    const { head, entries, broken } = await verifyChain(tx.client, tx.court)
    return broken ? chainBroken(broken) : { day, entries, seq: head?.seq ?? '0', hash: head?.hash ?? '' }
  },
  consult: async ({ platform, court }, _input, { day, seq, hash }, { now }) =>
    sealHead(platform.dataDir, { court, day, seq, hash: Buffer.from(hash, 'hex'), sealedAt: momentText(now) }),
  decide: ({ day, entries, seq, hash }, _input, { now }, seal): HeadSealed => ({
    type: 'audit.head-sealed',
    day,
    seq,
    hash,
    entries,
    seal: seal.toString('hex'),
    keyId: keyIdOf(seal),
    sealedAt: now.round('second'),
  }),
  save: async (tx, facts) => {
    for (const { day, seq, hash, seal, sealedAt } of facts) {
      await tx.db
        .insertInto('kernel_chain_seal')
        .values({
          day,
          seq,
          hash: Buffer.from(hash, 'hex'),
          signature: Buffer.from(seal, 'hex'),
          sealed_at: sealedAt.toString(),
        })
        .execute()
    }
  },
  subjects: ({ day }) => [`seal:${day}`],
  answer: ({ day, seq, hash, keyId }) => ({ day, seq, hash, keyId }),
  output: z.object({ day: z.string(), seq: z.string(), hash: z.string(), keyId: z.string() }),
})

/** To the second, as the table gives it back. */
const momentText = (now: Temporal.Instant): string => now.round('second').toString()
