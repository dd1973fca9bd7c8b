import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { SettingRow } from '../contract.ts'

/** Every setting that the rooms declare, what is in force, and who set it when. */
export const settings = reading({
  name: 'operations.settings',
  title: label('参数', 'Settings'),
  may: 'operations.read',
  input: z.object({}),
  output: z.array(SettingRow),
  read: async (tx) => {
    const rows = await tx.db.selectFrom('kernel_setting').select(['key', 'value', 'set_by', 'set_at']).execute()
    const set = new Map(rows.map((row) => [row.key, row]))
    return tx.platform.registry.gather('settings').map(({ key, title, hint, schema, fallback, demoOnly }) => {
      const row = set.get(key)
      return {
        key,
        titleZh: title.zh,
        titleEn: title.en,
        hintZh: hint.zh,
        hintEn: hint.en,
        value: z.json().parse(row ? row.value : fallback),
        fallback: z.json().parse(fallback),
        schema: z.record(z.string(), z.unknown()).parse(z.toJSONSchema(schema, { unrepresentable: 'any' })),
        setBy: row?.set_by ?? null,
        setAt: row?.set_at ?? null,
        mayBeSet: !demoOnly || row !== undefined,
      }
    })
  },
})
