import { z } from 'zod'
import { command, recordCommand, recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { nextNumber } from '#kernel/numbering.ts'
import { label } from '#kernel/values/labels.ts'
import { fen, type Fen } from '#kernel/values/money.ts'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'
import { claimClosed, mustGrow, noSuchClaim, titleTaken } from './problems.ts'

export type Claim = {
  readonly claimId: string
  readonly amount: Fen
  readonly handlerId: string
  readonly teamId: string | null
  readonly unit: string | null
  readonly closed: boolean
  readonly version: number
}

export const claimRecord = recordKind<Claim>({
  kind: 'claim',
  idField: 'claimId',
  load: async (tx, claimId, lock) => {
    const row = await tx.db
      .selectFrom('trial_claim')
      .selectAll()
      .where('claim_id', '=', claimId)
      .$if(lock, (q) => q.forUpdate())
      .executeTakeFirst()
    if (!row) return noSuchClaim()
    const { amount_fen, handler_id, team_id, unit, closed, version } = row
    return { claimId, amount: fen(BigInt(amount_fen)), handlerId: handler_id, teamId: team_id, unit, closed, version }
  },
  belongs: ({ handlerId, teamId, unit }) => ({ own: [handlerId], team: teamId, unit }),
  version: ({ version }) => version,
})

export type ClaimOpened = {
  readonly type: 'trial.claim-opened'
  readonly claimId: string
  readonly number: number
  readonly title: string
  readonly amountFen: Fen
  readonly occurredOn: Temporal.PlainDate
  readonly handlerId: string
  readonly teamId: string | null
  readonly unit: string | null
  readonly creditor: { readonly partyId: string; readonly idNumber: string } | null
}

export const openClaim = command({
  name: 'trial.open-claim',
  title: label('立事项', 'Open claim'),
  may: 'trial.open',
  cites: [],
  input: z.object({
    claimId: z.uuid(),
    title: z.string().min(1).max(40),
    amountFen: FenText,
    filedOn: PlainDateText,
    handlerId: z.string().min(1).max(40),
    teamId: z.string().max(40).optional(),
    unit: z.string().max(40).optional(),
    idNumber: z.string().max(18).optional(),
  }),
  output: z.object({ number: z.int() }),
  load: async (tx, { filedOn }) => ({ number: await nextNumber(tx, 'trial', filedOn.year) }),
  decide: ({ number }, input): ClaimOpened => ({
    type: 'trial.claim-opened',
    claimId: input.claimId,
    number,
    title: input.title,
    amountFen: input.amountFen,
    occurredOn: input.filedOn,
    handlerId: input.handlerId,
    teamId: input.teamId ?? null,
    unit: input.unit ?? null,
    creditor: input.idNumber === undefined ? null : { partyId: input.claimId, idNumber: input.idNumber },
  }),
  save: saveOpened,
  subjects: ({ claimId }) => [`claim:${claimId}`],
  answer: ({ number }) => ({ number }),
  onConstraint: { trial_claim_title_once: titleTaken },
})

async function saveOpened(tx: Tx, facts: readonly ClaimOpened[]): Promise<void> {
  await tx.db
    .insertInto('trial_claim')
    .values(
      facts.map((fact) => ({
        claim_id: fact.claimId,
        number: fact.number,
        title: fact.title,
        amount_fen: fact.amountFen.toString(),
        filed_on: fact.occurredOn.toString(),
        handler_id: fact.handlerId,
        team_id: fact.teamId,
        unit: fact.unit,
      })),
    )
    .execute()
}

export type ClaimRaised = { readonly type: 'trial.claim-raised'; readonly claimId: string; readonly to: Fen }

export const raiseClaim = recordCommand(claimRecord, {
  name: 'trial.raise-claim',
  title: label('增加金额', 'Raise claim'),
  may: 'trial.raise',
  cites: ['trial.closed-stays'],
  input: z.object({ amountFen: FenText }),
  load: async (_tx, claim) => claim,
  gate: ({ closed }) => (closed ? claimClosed() : undefined),
  decide: ({ claimId, amount }, { amountFen }) =>
    amountFen > amount ? ({ type: 'trial.claim-raised', claimId, to: amountFen } satisfies ClaimRaised) : mustGrow(),
  save: async (tx, facts: readonly ClaimRaised[]) => {
    for (const { claimId, to } of facts) {
      await tx.db
        .updateTable('trial_claim')
        .set((eb) => ({ amount_fen: to.toString(), version: eb('version', '+', 1) }))
        .where('claim_id', '=', claimId)
        .execute()
    }
  },
  subjects: ({ claimId }) => [`claim:${claimId}`],
})

export type ClaimClosed = { readonly type: 'trial.claim-closed'; readonly claimId: string }

export const closeClaim = recordCommand(claimRecord, {
  name: 'trial.close-claim',
  title: label('结束事项', 'Close claim'),
  may: 'trial.raise',
  cites: [],
  sensitive: true,
  input: z.object({}),
  load: async (_tx, claim) => claim,
  gate: ({ closed }) => (closed ? claimClosed() : undefined),
  offers: ({ closed }) => !closed,
  decide: ({ claimId }): ClaimClosed => ({ type: 'trial.claim-closed', claimId }),
  save: async (tx, facts: readonly ClaimClosed[]) => {
    const ids = facts.map(({ claimId }) => claimId)
    await tx.db
      .updateTable('trial_claim')
      .set((eb) => ({ closed: true, version: eb('version', '+', 1) }))
      .where('claim_id', 'in', ids)
      .execute()
  },
  subjects: ({ claimId }) => [`claim:${claimId}`],
})
