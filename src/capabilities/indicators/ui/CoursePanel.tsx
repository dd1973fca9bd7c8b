import { useSuspenseQuery } from '@tanstack/react-query'
import { queryOptionsFor } from '#web/api.ts'
import { ChartFrame } from '#web/components/ChartFrame.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useGo } from '#web/navigation.ts'
import type { Course, IndicatorRow } from '../contract.ts'
import { course } from './api.ts'
import { isMoney, sideHref, sideText, unitWord } from './figure-text.ts'
import { labels } from './labels.ts'
import type { Span } from './period.ts'

type Props = { readonly row: IndicatorRow; readonly span: Span }
type Points = Course['points']

const monthText = (from: string): string => `${Number(from.slice(5, 7))}月`

/** How the figure came to be over the period, and what each month added. A point opens that month's records. */
export function CoursePanel({ row, span }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const go = useGo()
  const { data } = useSuspenseQuery(queryOptionsFor(course, { ...span, id: row.id, variant: row.variant }))
  const { points, unit } = data
  const categories = points.map(({ from }) => monthText(from))
  const name = text(row.name).replace(/（.*$/, '')
  const open = (_series: string, category: string) => {
    const point = points[categories.indexOf(category)]
    if (point) go(sideHref(row, 'numerator', monthOf(point)))
  }
  const low = row.band?.low
  return (
    <>
      <ChartFrame
        title={`${name}　${span.from.year}年${t.cumulative}`}
        summary={courseInWords(name, points)}
        onPoint={open}
        height={122}
        data={{
          kind: 'line',
          unit,
          categories,
          series: [{ name: '', values: points.map(({ cumulative }) => numberOf(cumulative.value)) }],
          ...(unit === '%' && highest(points) <= 100 && { max: 100 }),
          ...(low && { limit: { value: Number(low), name: t.lowerLimit } }),
        }}
      />
      <ChartFrame
        title={`${t.monthly}${text(row.numerator.title).replace(/（.*$/, '')}`}
        summary={busiestMonth(row, points)}
        onPoint={open}
        height={88}
        data={{
          kind: 'bar',
          unit: unitWord(row.numerator.unit),
          categories,
          series: [
            { name: text(row.numerator.title).replace(/（.*$/, ''), values: points.map((point) => barOf(row, point)) },
          ],
        }}
      />
    </>
  )
}

const monthOf = ({ from, until }: Points[number]): Span => ({
  from: Temporal.PlainDate.from(from),
  to: Temporal.PlainDate.from(until),
})
const numberOf = (value: string | null): number | null => (value === null ? null : Number(value))
const highest = (points: Points): number =>
  Math.max(0, ...points.map(({ cumulative }) => Number(cumulative.value ?? 0)))

function barOf({ numerator: { unit } }: IndicatorRow, { month }: Points[number]): number {
  return isMoney(unit) ? Number(BigInt(month.numerator) / 10_000n) / 100 : Number(month.numerator)
}

/** 结案率从1月6.00%到12月99.74%。 */
function courseInWords(name: string, points: Points): string {
  const known = points.filter(({ cumulative }) => cumulative.value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return `${name}：这个期间没有可算的基数。`
  return `${name}从${monthText(first.from)}${first.cumulative.printed}到${monthText(last.from)}${last.cumulative.printed}。`
}

function busiestMonth(row: IndicatorRow, points: Points): string {
  const [top] = [...points].sort((a, b) => Number(BigInt(b.month.numerator) - BigInt(a.month.numerator)))
  if (!top) return ''
  return `${monthText(top.from)}最多，${sideText({ count: top.month.numerator, unit: row.numerator.unit })}。`
}
