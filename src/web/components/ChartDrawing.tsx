import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartOption, type ChartData } from './chart-option.ts'

use([BarChart, LineChart, AriaComponent, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

type Props = {
  readonly data: ChartData
  readonly height: number
  readonly summary: string
  readonly onPoint: ((series: string, category: string) => void) | undefined
}

/** The drawing itself, fetched only where there is a chart. */
export default function ChartDrawing({ data, height, summary, onPoint }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = place.current
    if (!box) return undefined
    const chart = init(box, undefined, { renderer: 'svg' })
    chart.setOption(chartOption(data))
    if (onPoint) chart.on('click', ({ seriesName, name }) => onPoint(seriesName ?? '', name))
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(box)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [data, onPoint])
  return <div ref={place} className="dx-chart-canvas" style={{ height }} role="img" aria-label={summary} />
}
