import type { Label } from '#kernel/values/labels.ts'
import { RecordEvent } from '../../contract.ts'
import { eventKinds } from '../../stages.ts'

/** What may be recorded by hand; everything else has a command of its own. */
export const eventChoices: readonly { readonly value: string; readonly title: Label }[] =
  RecordEvent.shape.kind.options.map((kind) => ({ value: kind, title: eventKinds[kind].title }))

export const titleOfEvent = (kind: unknown): Label | undefined =>
  eventChoices.find(({ value }) => value === kind)?.title
