import { courtTimeZone } from '#kernel/values/dates.ts'
import type { Language } from '#kernel/values/labels.ts'

const zh = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const en = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export const weekdayIn = (date: Temporal.PlainDate, language: Language = 'zh'): string =>
  (language === 'zh' ? zh : en)[date.dayOfWeek - 1] ?? ''

/** 09:41:22 on the court's clock. */
export const courtTime = (moment: Temporal.Instant): string =>
  moment.toZonedDateTimeISO(courtTimeZone).toPlainTime().toString({ smallestUnit: 'second' })

/** 2025-01-06 09:41 on the court's clock, from RFC 3339. */
export const momentText = (text: string): string =>
  Temporal.Instant.from(text)
    .toZonedDateTimeISO(courtTimeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
