import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { PlainDateText } from '#kernel/values/wire.ts'
import { commandContract, listContract, readingContract } from '#web/api.ts'
import {
  AssignCase,
  Candidates,
  CaseFilter,
  CaseMenu,
  CaseRow,
  ChangeClaim,
  CloseCase,
  Cockpit,
  FileCase,
  KnownParties,
  RecordEvent,
  SetFlags,
  TerminateRound,
  TerminationChecks,
  TimelineRow,
  TriageCase,
} from '../contract.ts'

const ofCase = { caseId: z.uuid() }

export const caseList = listContract({ name: 'cases.register', input: CaseFilter, row: CaseRow })
export const cockpitReading = readingContract({ name: 'cases.cockpit', input: z.object(ofCase), output: Cockpit })
export const menuReading = readingContract({ name: 'cases.menu', input: z.object(ofCase), output: CaseMenu })
export const timelineReading = readingContract({
  name: 'cases.timeline',
  input: z.object({ ...ofCase, limit: z.int() }),
  output: z.object({ entries: z.array(TimelineRow), more: z.boolean() }),
})
export const candidatesReading = readingContract({
  name: 'cases.candidates',
  input: z.object({ ...ofCase, teamId: z.uuid().optional() }),
  output: Candidates,
})
export const knownPartiesReading = readingContract({
  name: 'cases.known-parties',
  input: z.object({ name: z.string(), idNumber: z.string() }),
  output: KnownParties,
})
export const checksReading = readingContract({
  name: 'cases.termination-checks',
  input: z.object({ ...ofCase, on: PlainDateText.optional() }),
  output: TerminationChecks,
})

const SavedView = z.object({
  viewId: z.uuid(),
  name: z.string(),
  sharedWith: z.string(),
  mine: z.boolean(),
  input: z.record(z.string(), z.unknown()),
})
export type SavedView = z.output<typeof SavedView>

/** Views of this list that the reader may use: kept by the room that keeps views of every list. */
export const viewsReading = readingContract({
  name: 'operations.views-of',
  input: z.object({ query: z.string() }),
  output: z.array(SavedView),
})
export const saveView = commandContract({
  name: 'operations.save-view',
  title: label('保存视图', 'Save the view'),
  input: z.object({
    query: z.string(),
    name: z.string().trim().min(1).max(40),
    sharedWith: z.string(),
    input: z.record(z.string(), z.json()),
  }),
  answer: z.object({ viewId: z.uuid() }),
})
export const whoAmI = readingContract({
  name: 'identity.who-am-i',
  input: z.object({}),
  output: z.object({ staffId: z.string(), teams: z.array(z.object({ teamId: z.uuid(), name: z.string() })) }),
})

export const fileCase = commandContract({
  name: 'cases.file-case',
  title: label('立案', 'File case'),
  input: FileCase,
  answer: z.object({ caseId: z.uuid(), caseNumber: z.string() }),
})
export const assignCase = commandContract({
  name: 'cases.assign-case',
  title: label('确认分案', 'Assign'),
  input: AssignCase.extend(ofCase),
  answer: z.object({ handlerId: z.uuid() }),
})
export const triageCase = commandContract({
  name: 'cases.triage-case',
  title: label('繁简分流', 'Triage'),
  input: TriageCase.extend(ofCase),
})
export const recordEvent = commandContract({
  name: 'cases.record-event',
  title: label('登记', 'Record'),
  input: RecordEvent.extend(ofCase),
})
export const changeClaim = commandContract({
  name: 'cases.change-claim',
  title: label('改标的与到位', 'Change sums'),
  input: ChangeClaim.extend(ofCase),
})
export const setFlags = commandContract({
  name: 'cases.set-flags',
  title: label('设标记', 'Set flags'),
  input: SetFlags.extend(ofCase),
})
export const closeCase = commandContract({
  name: 'cases.close-case',
  title: label('结案', 'Close case'),
  input: CloseCase.extend(ofCase),
})
export const terminateRound = commandContract({
  name: 'cases.terminate-round',
  title: label('终本', 'End this round'),
  input: TerminateRound.extend(ofCase),
})
