import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { isWhole, openLine } from '../../explaining/open-lines.ts'
import { LinePayouts } from '../contract.ts'
import { awaited, payoutsFor } from '../shown-by-statement.ts'

/** 这笔付出可能是哪笔发放: what a line out may be. Where several are alike, a person says which. */
export const linePayouts = reading({
  name: 'funds.line-payouts',
  title: label('流水可能对应的发放', 'Payouts that a line may show'),
  may: 'funds.claim',
  input: z.object({ bankLineId: z.uuid() }),
  output: LinePayouts,
  read: async (tx, { bankLineId }) => {
    const line = await openLine(tx, bankLineId)
    const fit = line && line.amountFen < 0n && isWhole(line) ? payoutsFor(line, await awaited(tx)) : []
    return {
      payouts: fit.map(({ payoutId, number, caseNumber, peerName, orderedOn }) => ({
        payoutId,
        payoutNumber: number,
        caseNumber,
        payee: peerName,
        orderedOn,
      })),
    }
  },
})
