/** A moment by the wall clock in China, to the minute, as custody is written: 2024-03-01T10:20. */
export type ChinaMoment = Temporal.PlainDateTime

const momentText = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** Undefined unless the text is such a moment that exists. */
export function readMoment(text: string): ChinaMoment | undefined {
  if (!momentText.test(text)) return undefined
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

export const formatMoment = (moment: ChinaMoment): string => moment.toString({ smallestUnit: 'minute' })

const two = (n: number): string => String(n).padStart(2, '0')

export const formatMomentZh = ({ year, month, day, hour, minute }: ChinaMoment): string =>
  `${year}年${month}月${day}日${two(hour)}:${two(minute)}`
