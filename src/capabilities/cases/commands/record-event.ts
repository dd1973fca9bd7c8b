import { recordCommand } from '#kernel/command.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { mayInCourt } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { RecordEvent } from '../contract.ts'
import { ofCase, type EventRecorded } from '../facts.ts'
import { beforeFiling, caseIsClosed, inTheFuture, notYours } from '../problems.ts'
import { caseRecord, saveEvents, type Case } from '../store.ts'

/** Only an open case takes events by hand; a closed one is resumed first. */
export const onlyOpen = ({ closedOn }: Pick<Case, 'closedOn'>) =>
  closedOn === null ? undefined : caseIsClosed(closedOn)

export const recordEvent = recordCommand(caseRecord, {
  name: 'cases.record-event',
  title: label('记一笔', 'Record event'),
  may: 'cases.handle',
  cites: [],
  input: RecordEvent,
  load: async (_tx, record) => record,
  gate: onlyOpen,
  decide: ({ caseId, filedOn }, { kind, occurredOn, note }, { actor, today }): EventRecorded | Refusal => {
    if (kind === 'president-approved' && !mayInCourt(actor, 'cases.approve-termination')) return notYours('批准终本')
    if (isBefore(today, occurredOn)) return inTheFuture(today)
    if (isBefore(occurredOn, filedOn)) return beforeFiling(filedOn)
    return { type: 'cases.event-recorded', caseId, eventId: newId(), kind, note: note ?? null, occurredOn }
  },
  save: saveEvents,
  subjects: ofCase,
})
