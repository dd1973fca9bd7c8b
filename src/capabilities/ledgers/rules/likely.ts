import type { Column, RowProblem } from '../reading/index.ts'

/**
 * What a wrong cell may have been meant to be, when its own text says so: a day and month that changed places, a code
 * written a little otherwise. Never a guess at a missing digit: a person takes it or leaves it.
 */
export function likelyValue({ code }: RowProblem, column: Column | undefined, text: string): string | undefined {
  if (column?.type === 'date' && code === 'E_DATE_INVALID') return swappedDay(text)
  if (column?.codes !== undefined && code === column.unknown) return nearestCode(Object.keys(column.codes), text)
  return undefined
}

function swappedDay(text: string): string | undefined {
  const found = /^\D*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(text.normalize('NFKC'))
  if (!found) return undefined
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (month <= 12 || day > 12) return undefined
  try {
    return Temporal.PlainDate.from({ year, month: day, day: month }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** The only code that shares at least half of its signs with the text. */
function nearestCode(codes: readonly string[], text: string): string | undefined {
  const signs = new Set(text)
  const near = codes.filter((code) => [...code].filter((sign) => signs.has(sign)).length * 2 >= code.length)
  return near.length === 1 ? near[0] : undefined
}
