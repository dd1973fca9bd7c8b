import { z } from 'zod'
import { PlainDateText } from '#kernel/values/wire.ts'

/** A rule of the law as it stood on a day, as a citation opens it. */
export const RuleText = z.object({
  title: z.string(),
  article: z.string(),
  text: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  source: z.string(),
  version: z.string(),
})
export type RuleText = z.output<typeof RuleText>

export const RuleQuestion = z.object({ rule: z.string().max(60), on: PlainDateText.optional() })
