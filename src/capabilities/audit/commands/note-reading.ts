import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { label } from '#kernel/values/labels.ts'

export type JournalRead = {
  readonly type: 'audit.journal-read'
  readonly page: string
  readonly filter: Readonly<Record<string, string>>
}

/** Even the auditor's reading is an entry: the page gives this when it opens and when its filter changes. */
export const noteReading = command({
  name: 'audit.note-reading',
  title: label('查阅审计轨迹', 'Read the audit trail'),
  may: 'audit.read',
  cites: [],
  input: z.object({
    page: z.enum(['journal', 'access-log', 'entry']),
    filter: z.record(z.string().max(20), z.string().max(100)),
  }),
  load: async () => ({}),
  decide: (_none, { page, filter }): JournalRead => ({ type: 'audit.journal-read', page, filter }),
  save: () => undefined,
  subjects: ({ page }) => [`audit:${page}`],
})
