import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { commandContract, listContract, readingContract } from '#web/api.ts'
import {
  AskEntry,
  ContradictionFilter,
  ContradictionRow,
  CorrectEntry,
  EntryFilter,
  EntryHistory,
  EntryRow,
  RecordEntry,
  TakeStep,
  WithdrawEntry,
} from '../contract.ts'
import type { Register, Step } from '../declaration.ts'

/** An entry as the list gives it. */
export type Row = Readonly<Record<string, unknown>>

const lists = new WeakMap<Register, ReturnType<typeof readsEntriesOf>>()
const readsEntriesOf = (register: Register) =>
  listContract({ name: `${register.room}.${register.plural}`, input: EntryFilter(register), row: EntryRow(register) })

/** One per register: what has been read once is known to everybody who asks in the same words. */
export function listOf(register: Register): ReturnType<typeof readsEntriesOf> {
  const known = lists.get(register) ?? readsEntriesOf(register)
  lists.set(register, known)
  return known
}

export const entryReading = readingContract({ name: 'registers.entry', input: AskEntry, output: EntryHistory })

const ofEntry = { entryId: z.uuid() }

export const recordContract = (register: Register) =>
  commandContract({
    name: `${register.room}.record-${register.name}`,
    title: label(`登记${register.title.zh}`, `Record: ${register.title.en}`),
    input:
      register.about === 'debtor' || register.about === 'case'
        ? RecordEntry(register).extend({ caseId: z.uuid() })
        : RecordEntry(register),
  })

export const stepContract = (register: Register, step: Step) =>
  commandContract({
    name: `${register.room}.${step.act}-${register.name}`,
    title: step.title,
    input: TakeStep(register, step).extend(ofEntry),
  })

export const correctContract = (register: Register) =>
  commandContract({
    name: `${register.room}.correct-${register.name}`,
    title: label(`更正${register.title.zh}`, `Correct: ${register.title.en}`),
    input: CorrectEntry(register).extend(ofEntry),
  })

export const withdrawContract = (register: Register) =>
  commandContract({
    name: `${register.room}.withdraw-${register.name}`,
    title: label(`撤销${register.title.zh}`, `Withdraw: ${register.title.en}`),
    input: WithdrawEntry.extend(ofEntry),
  })

/** The case an entry is about, and who owes in it: from the room that keeps cases. */
export const caseReading = readingContract({
  name: 'cases.cockpit',
  input: z.object({ caseId: z.uuid() }),
  output: z.object({
    caseNumber: z.string(),
    parties: z.array(z.object({ role: z.string(), partyId: z.uuid(), name: z.string() })),
  }),
})

export const caseChoice = listContract({
  name: 'cases.register',
  input: z.object({ text: z.string().max(80).optional() }),
  row: z.object({ caseId: z.uuid(), caseNumber: z.string(), applicants: z.string(), debtors: z.string() }),
})

export const contradictionList = listContract({
  name: 'registers.contradictions',
  input: ContradictionFilter,
  row: ContradictionRow,
})
