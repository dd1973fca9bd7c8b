import type { RecordNames } from './words.ts'

/** What the records of this room are called in the journal. */
export const operationsNames = {
  setting: async ({ platform }) =>
    new Map(platform.registry.gather('settings').map(({ key, title }) => [key, title.zh])),
  job: async ({ platform }) => new Map(platform.registry.gather('jobs').map(({ kind, title }) => [kind, title.zh])),
  view: async (tx, ids) => {
    const { rows } = await tx.client.query<{ id: string; name: string }>(
      `select view_id::text as id, name from kernel_view where court_id = current_court() and view_id::text = any($1)`,
      [ids],
    )
    return new Map(rows.map(({ id, name }) => [id, name]))
  },
} satisfies Readonly<Record<string, RecordNames>>
