import type { EChartsCoreOption } from 'echarts/core'

export type ChartData = {
  readonly kind: 'line' | 'bar'
  readonly categories: readonly string[]
  /** Six at most; `null` where there was nothing to reckon from. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  readonly unit: string
  /** A thin dashed line: 区间下限 80. */
  readonly limit?: { readonly value: number; readonly name: string } | undefined
  readonly max?: number | undefined
}

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--dx-${name}`).trim()
const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 4], [12, 4]] as const
const marks = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'] as const

/** Series in fixed order of colour, dash and mark; labels at the line's end, bars from zero, no legend. */
export function chartOption({ kind, categories, series, unit, limit, max }: ChartData): EChartsCoreOption {
  const text = { color: token('text-2'), fontSize: 13, fontFamily: token('font') }
  return {
    animation: false,
    aria: { enabled: true },
    textStyle: text,
    grid: { left: 48, right: kind === 'line' ? 84 : 24, top: 24, bottom: 24 },
    xAxis: {
      type: 'category',
      data: categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token('line') } },
      axisLabel: text,
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(max !== undefined && { max }),
      splitNumber: 2,
      splitLine: { lineStyle: { color: token('grid') } },
      axisLabel: text,
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: token('raised'),
      borderColor: token('line'),
      textStyle: { ...text, color: token('text') },
      valueFormatter: (value: number | null) => (value === null ? '—' : `${value}${unit}`),
    },
    series: series.map(({ name, values }, index) => ({
      ...(kind === 'line' ? lineOf(index, name, unit) : barOf(index, values)),
      name,
      data: values,
      ...(limit && index === 0 && { markLine: limitLine(limit, text) }),
    })),
  }
}

function lineOf(index: number, name: string, unit: string) {
  const colour = token(`c${index + 1}`)
  return {
    type: 'line',
    symbol: marks[index],
    symbolSize: 7,
    itemStyle: { color: token('surface'), borderColor: colour, borderWidth: 1.5 },
    lineStyle: { color: colour, width: 2, type: dashes[index] },
    endLabel: {
      show: true,
      color: token('text'),
      fontWeight: 600,
      fontSize: 14,
      formatter: ({ value }: { value: number }) => `${name} ${value}${unit}`.trim(),
    },
  }
}

/** Bars of one series use the fourth step of the heat scale, the last one, which is spoken of, the fifth. */
function barOf(index: number, values: readonly (number | null)[]) {
  return {
    type: 'bar',
    barMaxWidth: 22,
    itemStyle: {
      color: ({ dataIndex }: { dataIndex: number }) =>
        index > 0 ? token(`c${index + 1}`) : dataIndex === values.length - 1 ? token('c1') : token('h4'),
    },
  }
}

const limitLine = ({ value, name }: { readonly value: number; readonly name: string }, text: object) => ({
  symbol: 'none',
  silent: true,
  data: [{ yAxis: value }],
  lineStyle: { color: token('text-3'), type: [4, 3], width: 1 },
  label: { ...text, position: 'insideStartTop', formatter: name.includes(String(value)) ? name : `${name} ${value}` },
})
