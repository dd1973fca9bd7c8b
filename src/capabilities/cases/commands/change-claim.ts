import { recordCommand } from '#kernel/command.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { ChangeClaim, SetFlags } from '../contract.ts'
import { ofCase, type CaseFlagged, type ClaimChanged } from '../facts.ts'
import { negativeSum, waivedAboveClaim } from '../problems.ts'
import { caseRecord, saveClaims, saveFlags } from '../store.ts'
import { onlyOpen } from './record-event.ts'

/** Corrects the sums of a case, with the reason: claim, waiver, what cannot be enforced, what came in. */
export const changeClaim = recordCommand(caseRecord, {
  name: 'cases.change-claim',
  title: label('改标的与到位', 'Change sums'),
  may: 'cases.handle',
  cites: [],
  input: ChangeClaim,
  load: async (_tx, record) => record,
  decide: (record, { reason, ...after }, { today }): ClaimChanged | Refusal => {
    const negative = Object.entries(after).find(([, amount]) => amount < 0n)
    if (negative) return negativeSum(negative[0])
    if (after.waivedFen > after.claimFen) return waivedAboveClaim()
    const { claimFen, waivedFen, unenforceableFen, recoveredFen } = record
    return {
      type: 'cases.claim-changed',
      caseId: record.caseId,
      before: { claimFen, waivedFen, unenforceableFen, recoveredFen },
      after,
      reason,
      occurredOn: today,
    }
  },
  save: saveClaims,
  subjects: ofCase,
})

export const setFlags = recordCommand(caseRecord, {
  name: 'cases.set-flags',
  title: label('设标记', 'Set flags'),
  may: 'cases.handle',
  cites: [],
  input: SetFlags,
  load: async (_tx, record) => record,
  gate: onlyOpen,
  decide: ({ caseId }, { flags, livelihood, reason }, { today }): CaseFlagged => ({
    type: 'cases.case-flagged',
    caseId,
    flags,
    livelihood,
    reason,
    occurredOn: today,
  }),
  save: saveFlags,
  subjects: ofCase,
})
