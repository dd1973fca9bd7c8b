import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { commandContract, readingContract } from '#web/api.ts'
import {
  AddPhone,
  ApproveMerge,
  CorrectName,
  MergeProposalCard,
  Namesakes,
  ProposeMerge,
  RefuseMerge,
  Reveal,
  Revealed,
  RevealedValue,
  UndoMerge,
  WholeView,
} from '../contract.ts'

const ofParty = z.object({ partyId: z.uuid() })

export const wholeReading = readingContract({ name: 'parties.whole-view', input: ofParty, output: WholeView })
export const sameNameReading = readingContract({ name: 'parties.same-name', input: ofParty, output: Namesakes })
export const mergesReading = readingContract({
  name: 'parties.merge-proposals',
  input: z.object({}),
  output: z.array(MergeProposalCard),
})
export const revealedReading = readingContract({
  name: 'parties.revealed-value',
  input: Revealed,
  output: RevealedValue,
})

export const reveal = commandContract({ name: 'parties.reveal', title: label('查看', 'Look'), input: Reveal })
export const correctName = commandContract({
  name: 'parties.correct-name',
  title: label('更正姓名写法', 'Correct the spelling'),
  input: CorrectName,
})
export const addPhone = commandContract({
  name: 'parties.add-phone',
  title: label('加电话', 'Add a phone'),
  input: AddPhone,
})
export const proposeMerge = commandContract({
  name: 'parties.propose-merge',
  title: label('提出合并', 'Propose a merge'),
  input: ProposeMerge,
})
export const approveMerge = commandContract({
  name: 'parties.approve-merge',
  title: label('批准合并', 'Approve'),
  input: ApproveMerge,
})
export const refuseMerge = commandContract({
  name: 'parties.refuse-merge',
  title: label('不予合并', 'Refuse'),
  input: RefuseMerge,
})
export const undoMerge = commandContract({
  name: 'parties.undo-merge',
  title: label('撤销合并', 'Undo the merge'),
  input: UndoMerge,
})
