import { command } from '#kernel/command.ts'
import { acts } from '../acts.ts'
import { demoCourtsOnly, noSuchSetting, valueDoesNotFit } from '../problems.ts'
import { writeSettings, type Setting } from '../setting.ts'

type Loaded = { readonly declared: Setting<unknown>; readonly before: unknown; readonly isSet: boolean }

export type SettingChanged = {
  readonly type: 'operations.setting-changed'
  readonly key: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string
  readonly setBy: string
  readonly at: Temporal.Instant
}

/** A figure the court sets for itself, with author, date and reason. */
export const setSetting = command({
  ...acts.setSetting,
  may: 'operations.set',
  cites: [],
  sensitive: true,
  load: async (tx, { key }) => {
    const declared = tx.platform.registry.gather('settings').find((s) => s.key === key)
    if (!declared) return noSuchSetting(key)
    const row = await tx.db
      .selectFrom('kernel_setting')
      .select('value')
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirst()
    const loaded: Loaded = { declared, before: row ? row.value : declared.fallback, isSet: row !== undefined }
    return loaded
  },
  gate: ({ declared, isSet }) => (declared.demoOnly && !isSet ? demoCourtsOnly(declared.title) : undefined),
  decide: ({ declared, before }, { value, reason }, { actor, now }) => {
    const read = declared.schema.safeParse(value)
    if (!read.success) return valueDoesNotFit(declared.title, read.error.issues[0]?.message ?? '不合要求')
    const changed: SettingChanged = {
      type: 'operations.setting-changed',
      key: declared.key,
      before,
      after: value,
      reason,
      setBy: actor.name,
      at: now,
    }
    return changed
  },
  save: async (tx, facts) => {
    for (const { key, after, setBy, at } of facts) await writeSettings(tx, [{ key, value: after }], setBy, at)
  },
  subjects: ({ key }) => [`setting:${key}`],
})
