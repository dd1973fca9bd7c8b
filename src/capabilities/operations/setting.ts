import type { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Label } from '#kernel/values/labels.ts'

/** A figure or choice that the court sets for itself. It has an author and a date in place of an article of law. */
export type Setting<T> = {
  /** `room.name`. */
  readonly key: string
  readonly title: Label
  /** What changes when it changes. */
  readonly hint: Label
  readonly schema: z.ZodType<T>
  /** In force until the court sets its own. */
  readonly fallback: T
  /** Cannot be set where it was not set by the seed: the day of a demo court. */
  readonly demoOnly?: boolean
}

export const setting = <T>(declared: Setting<T>): Setting<T> => declared

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly settings?: readonly Setting<unknown>[]
  }
}

/** What the court has set, else the fallback. */
export async function settingValue<T>(tx: Tx, declared: Setting<T>): Promise<T> {
  const row = await tx.db
    .selectFrom('kernel_setting')
    .select('value')
    .where('key', '=', declared.key)
    .executeTakeFirst()
  return settingFrom({ [declared.key]: row?.value }, declared)
}

/** The same, out of values that were read together. One that no longer fits its schema counts as not set. */
export function settingFrom<T>(values: Readonly<Record<string, unknown>>, { key, schema, fallback }: Setting<T>): T {
  const read = schema.safeParse(values[key])
  return read.success ? read.data : fallback
}

export type SettingValue = { readonly key: string; readonly value: unknown }

/** Writes values under the name of who set them. Called by the command and by the seed of a demo court. */
export async function writeSettings(
  tx: Tx,
  values: readonly SettingValue[],
  setBy: string,
  setAt: Temporal.Instant,
): Promise<void> {
  if (values.length === 0) return
  await tx.db
    .insertInto('kernel_setting')
    .values(
      values.map(({ key, value }) => ({
        key,
        value: JSON.stringify(value),
        set_by: setBy,
        set_at: setAt.toString(),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['court_id', 'key']).doUpdateSet((eb) => ({
        value: eb.ref('excluded.value'),
        set_by: eb.ref('excluded.set_by'),
        set_at: eb.ref('excluded.set_at'),
      })),
    )
    .execute()
}
