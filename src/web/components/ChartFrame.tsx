import { lazy, Suspense, useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { useShade } from '../theme/theme.ts'
import { LoadingState } from './LoadingState.tsx'
import { PanelBoundary } from './PanelBoundary.tsx'
import { PlainTable } from './PlainTable.tsx'
import type { ChartData } from './chart-option.ts'
import './chart.css'
import './panel.css'

const Drawing = lazy(() => import('./ChartDrawing.tsx'))

const labels = {
  table: label('看数据', 'Data'),
  chart: label('看图', 'Chart'),
  export: label('导出', 'Export'),
}

type Props = {
  readonly title: string
  /** One sentence for those who do not see the chart: 结案率从一月6%升到十二月99.74%。 */
  readonly summary: string
  readonly data: ChartData
  readonly height?: number
  readonly exportHref?: string | undefined
  /** A point opens its records. */
  readonly onPoint?: ((series: string, category: string) => void) | undefined
}

/** A chart with its table, its export and its sentence; drawn as SVG so that it prints and can be read. */
export function ChartFrame({ title, summary, data, height = 214, exportHref, onPoint }: Props) {
  const t = useLabels(labels)
  const shade = useShade()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="dx-panel" aria-label={title}>
      <figcaption className="dx-h2">
        <span>{title}</span>
        <span className="dx-x dx-chart-tools">
          <button type="button" className="dx-link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? t.chart : t.table}
          </button>
          {exportHref && (
            <a href={exportHref} download>
              {t.export}
            </a>
          )}
        </span>
      </figcaption>
      {asTable ? (
        <ChartTable title={title} data={data} />
      ) : (
        <div className="dx-chart">
          <p className="dx-hidden">{summary}</p>
          <PanelBoundary what={title}>
            <Suspense fallback={<LoadingState lines={5} />}>
              <Drawing key={shade} data={data} height={height} summary={summary} onPoint={onPoint} />
            </Suspense>
          </PanelBoundary>
        </div>
      )}
    </figure>
  )
}

function ChartTable({
  title,
  data: { categories, series, unit },
}: {
  readonly title: string
  readonly data: ChartData
}) {
  const columns = [
    { id: 'category', title: label('', ''), width: 96, cell: (index: number) => categories[index] },
    ...series.map(({ name, values }) => ({
      id: name,
      title: label(`${name}(${unit})`, `${name} (${unit})`),
      right: true,
      cell: (index: number) => values[index] ?? '—',
    })),
  ]
  return <PlainTable caption={title} columns={columns} rows={categories.map((_, index) => index)} rowKey={String} />
}
