/** Days as `2024-01-01`; both ends belong to it. */
export type DayRangeText = { readonly from: string; readonly to: string }

const date = '(\\d{4})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*日?'
const dateInSameYear = '(?:(\\d{4})\\s*[年./-]\\s*)?(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*日?'
const until = '\\s*起?\\s*(?:至|到|—+|–|-+|~|～)\\s*'
const daysPattern = new RegExp(`${date}${until}${dateInSameYear}`)
const monthsPattern = new RegExp(`(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月?${until}(?:(\\d{4})\\s*年\\s*)?(\\d{1,2})\\s*月`)
const yearsPattern = new RegExp(`(?<!\\d)(20\\d{2})\\s*年?度?${until}(20\\d{2})(?!\\d)`)
const partPattern = /(\d{4})\s*年?\s*(上半年|下半年|第?[一二三四1-4]\s*季度)/
const monthPattern = /(\d{4})\s*年\s*(\d{1,2})\s*月(?:份)?(?!\s*\d{1,2}\s*日)/
const yearPattern = /(?<!\d)(20\d{2}|19\d{2})\s*(?:年度?|全年)/
const bareYearPattern = /(?<!\d)(20\d{2})(?!\d)/

/** When the sheet was made or drawn is not what it reports on, whether the word stands before the day or behind it. */
const making = '填报|填表|制表|报送|导出|打印|更新|整理|生成'
const madeOn = '\\d{4}\\s*[年./-]?\\s*\\d{1,2}\\s*[月./-]?\\s*(?:\\d{1,2}\\s*日?)?'
const otherDates = new RegExp(
  `(?:${making}|统计截止|截止|截至)(?:日期|时间)?\\s*[:：]?\\s*${madeOn}|${madeOn}\\s*(?:${making})`,
  'g',
)
/** One day alone, such as the day under the name of whoever filled the sheet in, says nothing of a period. */
const loneDay = new RegExp(date, 'g')

/**
 * The days a ledger reports on, from the lines above its head: a period line first, else the half-year, quarter, month
 * or year they speak of; else the year in the name of sheet or file. Null when nothing says so: it is asked, not guessed.
 */
export function findPeriod(lines: readonly string[], names: readonly string[]): DayRangeText | null {
  const texts = lines.map((line) => line.normalize('NFKC').replace(otherDates, ''))
  for (const read of [daysIn, monthsIn, yearsIn, partOfYearIn, monthIn, yearIn]) {
    for (const text of texts) {
      const found = read(read === monthIn || read === yearIn ? text.replace(loneDay, '') : text)
      if (found) return found
    }
  }
  for (const name of names.map((text) => text.normalize('NFKC').replace(otherDates, ''))) {
    const found =
      daysIn(name) ??
      monthsIn(name) ??
      yearsIn(name) ??
      partOfYearIn(name) ??
      monthIn(name) ??
      yearIn(name) ??
      bareYearIn(name)
    if (found) return found
  }
  return null
}

function daysIn(text: string): DayRangeText | undefined {
  const found = daysPattern.exec(text)
  if (!found) return undefined
  const [, y1 = '', m1 = '', d1 = '', y2 = y1, m2 = '', d2 = ''] = found
  return range(dayText(y1, m1, d1), dayText(y2, m2, d2))
}

function monthsIn(text: string): DayRangeText | undefined {
  const found = monthsPattern.exec(text)
  if (!found) return undefined
  const [, y1 = '', m1 = '', y2 = y1, m2 = ''] = found
  return range(dayText(y1, m1, '1'), lastDay(y2, m2))
}

function yearsIn(text: string): DayRangeText | undefined {
  const [, first, last] = yearsPattern.exec(text) ?? []
  return range(wholeYear(first)?.from, wholeYear(last)?.to)
}

function partOfYearIn(text: string): DayRangeText | undefined {
  const found = partPattern.exec(text)
  if (!found) return undefined
  const [, year = '', part = ''] = found
  if (part === '上半年') return range(dayText(year, '1', '1'), lastDay(year, '6'))
  if (part === '下半年') return range(dayText(year, '7', '1'), lastDay(year, '12'))
  const sign = /[一二三四1-4]/.exec(part)?.[0] ?? '1'
  const quarter = '一二三四'.includes(sign) ? '一二三四'.indexOf(sign) + 1 : Number(sign)
  return range(dayText(year, String(quarter * 3 - 2), '1'), lastDay(year, String(quarter * 3)))
}

function monthIn(text: string): DayRangeText | undefined {
  const found = monthPattern.exec(text)
  if (!found) return undefined
  const [, year = '', month = ''] = found
  return range(dayText(year, month, '1'), lastDay(year, month))
}

const wholeYear = (year: string | undefined): DayRangeText | undefined =>
  year === undefined ? undefined : { from: `${year}-01-01`, to: `${year}-12-31` }
const yearIn = (text: string): DayRangeText | undefined => wholeYear(yearPattern.exec(text)?.[1])
const bareYearIn = (text: string): DayRangeText | undefined => wholeYear(bareYearPattern.exec(text)?.[1])

function dayText(year: string, month: string, day: string): string | undefined {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString()
  } catch {
    return undefined
  }
}

function lastDay(year: string, month: string): string | undefined {
  const first = dayText(year, month, '1')
  return first && Temporal.PlainDate.from(first).add({ months: 1 }).subtract({ days: 1 }).toString()
}

const range = (from: string | undefined, to: string | undefined): DayRangeText | undefined =>
  from !== undefined && to !== undefined && from <= to ? { from, to } : undefined
