import './tables.ts'
import { capability, type Job, type Reaction } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { closeClaim, openClaim, raiseClaim, type ClaimRaised } from './commands.ts'
import { claim, claimCount, claims, claimText } from './queries.ts'

/** A sum that the reaction below chokes on. */
export const unluckyFen = 13_13n

/** Notes each rise, and adds the fact that it was noted; an unlucky sum breaks it half way. */
const noting: Reaction = {
  on: ['trial.claim-raised'],
  react: async (tx, facts) => {
    const raised = facts as readonly ClaimRaised[]
    for (const { claimId, to } of raised) {
      await tx.db
        .insertInto('trial_note')
        .values({ claim_id: claimId, note: `raised to ${to}` })
        .execute()
      if (to === unluckyFen) throw new Error('the reaction broke')
    }
    return raised.map(({ claimId }) => ({
      fact: { type: 'trial.rise-noted', claimId },
      subjects: [`claim:${claimId}`, 'trial:notes'] as const,
    }))
  },
}

export const trialRoom = (jobs: readonly Job[] = []) =>
  capability({
    name: 'trial',
    title: label('试验', 'Trial'),
    migrations: new URL('migrations/', import.meta.url),
    commands: [openClaim, raiseClaim, closeClaim],
    queries: [claims, claim, claimCount, claimText],
    reactions: [noting],
    jobs,
  })
