import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import { label } from '#kernel/values/labels.ts'
import { rules } from '#law/rules.ts'
import { setting, settingValue } from './setting.ts'

/** Rules known from practice whose text was not read for this version, and who of the court confirmed them. */
export const confirmedRules = setting({
  key: 'law.confirmed-rules',
  title: label('已确认的规则', 'Confirmed rules'),
  hint: label(
    '原文尚未核对的规则只提示、不拒绝；法院确认后才可以拒绝。逐条记确认人和日期。',
    'A rule whose text was not read only warns until the court confirms it, with name and date.',
  ),
  schema: z.record(z.string(), z.object({ by: z.string(), on: z.string() })),
  fallback: {},
})

const unread = new Set(rules.filter(({ confidence }) => confidence === 'known').map(({ id }) => id))

/** Whether a rule may refuse an act: its text was read, or this court has confirmed it. */
export async function ruleMayRefuse(tx: Tx, rule: string): Promise<boolean> {
  return !unread.has(rule) || Object.hasOwn(await settingValue(tx, confirmedRules), rule)
}

/** Every unread rule as confirmed, for a demo court. */
export const allConfirmed = (by: string, on: Temporal.PlainDate) =>
  Object.fromEntries([...unread].map((rule) => [rule, { by, on: on.toString() }]))
