import { z } from 'zod'

/** A setting as it stands. `value` is what is in force, set by the court or shipped. */
export const SettingRow = z.object({
  key: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  hintZh: z.string(),
  hintEn: z.string(),
  value: z.json(),
  fallback: z.json(),
  /** JSON schema of the value, for the field that edits it. */
  schema: z.record(z.string(), z.unknown()),
  setBy: z.string().nullable(),
  setAt: z.string().nullable(),
  mayBeSet: z.boolean(),
})
export type SettingRow = z.output<typeof SettingRow>

export const JobRow = z.object({
  kind: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  /** Court time of day; null for a job that runs only when it is asked for. */
  daily: z.string().nullable(),
  lastRun: z.string().nullable(),
  lastOutcome: z.string().nullable(),
  nextRun: z.string().nullable(),
  waiting: z.int(),
  running: z.int(),
  failing: z.int(),
  lastError: z.string().nullable(),
  /** The promised time is past and nothing has begun. */
  late: z.boolean(),
})
export type JobRow = z.output<typeof JobRow>

export const QueueRow = z.object({
  jobId: z.uuid(),
  kind: z.string(),
  state: z.enum(['waiting', 'running', 'failing', 'given-up', 'done']),
  runAt: z.string(),
  attempts: z.int(),
  finishedAt: z.string().nullable(),
  lastError: z.string().nullable(),
})
export type QueueRow = z.output<typeof QueueRow>

/** `self`, `court`, or one of the keeper's teams. */
export const ViewShare = z.union([z.literal('self'), z.literal('court'), z.string().regex(/^team:[0-9a-f-]{36}$/)])
export const QueryName = z.string().regex(/^[a-z][a-z-]*\.[a-z][a-z0-9-]*$/)

export const SavedView = z.object({
  viewId: z.uuid(),
  query: z.string(),
  name: z.string(),
  sharedWith: ViewShare,
  mine: z.boolean(),
  input: z.record(z.string(), z.unknown()),
})
export type SavedView = z.output<typeof SavedView>
