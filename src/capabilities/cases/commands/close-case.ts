import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Refusal } from '#kernel/problem.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { CloseCase } from '../contract.ts'
import { ofCase, type CaseClosed } from '../facts.ts'
import { beforeFiling, inTheFuture, moneyOutstanding, reasonNeeded } from '../problems.ts'
import { caseRecord, saveClosings, type Case } from '../store.ts'
import { onlyOpen } from './record-event.ts'

/** What must be done first, by another room, before a case may close as performed: controls that are still live. */
export type ClosingHold = (tx: Tx, record: Case, today: Temporal.PlainDate) => Promise<Refusal | undefined>

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly closingHolds?: readonly ClosingHold[]
  }
}

/** What is still owed: the claim less what was waived and what came in. */
export const outstandingFen = ({ claimFen, waivedFen, recoveredFen }: Case): bigint =>
  claimFen - waivedFen - recoveredFen

/** Closes a case in any manner but 终本, which has a check list of its own. */
export const closeCase = recordCommand(caseRecord, {
  name: 'cases.close-case',
  title: label('结案', 'Close case'),
  may: 'cases.close',
  cites: ['close.modes'],
  input: CloseCase,
  load: async (_tx, record) => record,
  gate: onlyOpen,
  consult: async (tx, { manner }, record, { today }) => {
    if (manner !== 'performed') return undefined
    for (const stops of tx.platform.registry.gather('closingHolds')) {
      const stopped = await stops(tx, record, today)
      if (stopped) return stopped
    }
    return undefined
  },
  decide: (record, { manner, occurredOn, reason }, { today }): CaseClosed | Refusal => {
    if (isBefore(today, occurredOn)) return inTheFuture(today)
    if (isBefore(occurredOn, record.filedOn)) return beforeFiling(record.filedOn)
    if (manner === 'performed' && outstandingFen(record) > 0n) return moneyOutstanding(outstandingFen(record))
    if (manner !== 'performed' && reason === undefined) return reasonNeeded('这种方式结案')
    return {
      type: 'cases.case-closed',
      caseId: record.caseId,
      manner,
      reason: reason ?? null,
      checked: manner === 'performed' ? ['执行标的已全部履行'] : [],
      occurredOn,
    }
  },
  save: saveClosings,
  subjects: ofCase,
})
