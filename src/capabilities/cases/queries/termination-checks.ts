import { z } from 'zod'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { PlainDateText } from '#kernel/values/wire.ts'
import { TerminationChecks } from '../contract.ts'
import { terminationChecks } from '../rules/termination-checks.ts'
import { caseRecord, lastDays } from '../store.ts'

/** The list that is gone through before this round is ended, item by item with its proof. */
export const checks = recordReading({
  name: 'cases.termination-checks',
  title: label('终本检查', 'Checks before ending the round'),
  may: 'cases.read',
  record: caseRecord,
  input: z.object({ on: PlainDateText.optional() }),
  output: TerminationChecks,
  read: async (tx, { caseId, filedOn }, { on }, { today }) => {
    const decisionOn = on ?? today
    return {
      on: decisionOn.toString(),
      ...terminationChecks(await lastDays(tx, caseId), filedOn, decisionOn),
      workings: [...terminationChecks(new Map(), filedOn, decisionOn).workings],
    }
  },
})
