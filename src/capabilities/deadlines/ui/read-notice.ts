import type { Notice } from '../contract.ts'

type Day = Notice['days'][number]

export type ReadNotice = {
  readonly days: readonly Day[]
  /** Lines with a date in them that were not understood. */
  readonly unread: readonly string[]
}

/**
 * Reads a year's days off from what a person has at hand: the sentences of the State Council's notice, rows of a table
 * (日期 名称 放假/补班), or the JSON of a published calendar. Nothing is guessed: a line that says neither 放假 nor 上班 is
 * handed back.
 */
export function readNotice(text: string, year: number): ReadNotice {
  const json = readJson(text)
  if (json) return { days: json, unread: [] }
  const days: Day[] = []
  const unread: string[] = []
  for (const line of text.split('\n')) {
    const name = nameIn(line)
    for (const sentence of line.split(/[。；;]/)) {
      if (!date.test(sentence)) continue
      const found = daysIn(sentence, year, name)
      if (found.length > 0) days.push(...found)
      else unread.push(sentence.trim())
    }
  }
  return { days: [...days].sort((a, b) => (a.date < b.date ? -1 : 1)), unread }
}

const dateText = String.raw`(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})日?(?:\s*[（(][^）)]*[）)])?`
const date = new RegExp(dateText)
const range = new RegExp(String.raw`${dateText}(?:\s*[至到~—–-]+\s*(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})日)?`, 'g')

/** `二、春节：…` or `2027-01-01 元旦 放假`. */
function nameIn(line: string): string {
  const titled = /^\s*(?:[一二三四五六七八九十]+、)?\s*([^\d：:\s]{2,8})[：:]/.exec(line)?.[1]
  const listed = line
    .replaceAll(new RegExp(dateText, 'g'), ' ')
    .split(/[\s,，|]+/)
    .find((word) => /^[^\d]{2,8}$/.test(word) && !/^(放假|休息|休|补班|上班|班|true|false)$/.test(word))
  return titled ?? listed ?? '节假日'
}

const worked = /上班|补班|(?:^|\s)班(?:\s|$)/
const off = /放假|休息|补休|调休|(?:^|\s)休(?:\s|$)/

/** A sentence that tells both, such as 放假调休…上班, is worked days: the notice puts them into sentences of their own. */
function daysIn(sentence: string, year: number, name: string): Day[] {
  const isWorked = worked.test(sentence)
  if (!isWorked && !off.test(sentence)) return []
  return [...sentence.matchAll(range)].flatMap(([, y, m, d, toYear, toMonth, toDay]) => {
    const from = dayOf(Number(y ?? year), Number(m), Number(d))
    const to = toDay === undefined ? from : dayOf(Number(toYear ?? y ?? year), Number(toMonth ?? m), Number(toDay))
    return from && to ? daysFrom(from, to).map((day) => ({ date: day, name, off: !isWorked })) : []
  })
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

const longest = 20

function daysFrom(from: Temporal.PlainDate, to: Temporal.PlainDate): string[] {
  const count = from.until(to, { largestUnit: 'day' }).days + 1
  return count > 0 && count <= longest ? Array.from({ length: count }, (_, i) => from.add({ days: i }).toString()) : []
}

function readJson(text: string): Day[] | undefined {
  try {
    const { days } = JSON.parse(text) as { days?: unknown }
    if (!Array.isArray(days)) return undefined
    return days.map((day: { date: unknown; name: unknown; isOffDay: unknown }) => ({
      date: String(day.date),
      name: String(day.name),
      off: day.isOffDay === true,
    }))
  } catch {
    return undefined
  }
}
