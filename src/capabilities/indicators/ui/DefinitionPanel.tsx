import { useSuspenseQuery } from '@tanstack/react-query'
import { Panel } from '#web/components/Panel.tsx'
import { queryOptionsFor } from '#web/api.ts'
import { useLabels, useText } from '#web/language.ts'
import type { IndicatorRow } from '../contract.ts'
import { definition } from './api.ts'
import { Fraction } from './CoreStrip.tsx'
import { keyOf } from './IndicatorTable.tsx'
import { labels } from './labels.ts'
import type { Span } from './period.ts'

type Props = {
  readonly chosen: IndicatorRow
  /** Every variant of this indicator, the printed one first. */
  readonly variants: readonly IndicatorRow[]
  readonly span: Span
  readonly onChoose: (row: IndicatorRow) => void
}

/** What the figure means, every base under its full name, and what others published. */
export function DefinitionPanel({ chosen, variants, span, onChoose }: Props) {
  const t = useLabels(labels)
  return (
    <Panel title={`${t.definition} ${chosen.id} 第${chosen.version}${t.version}`} lines={4}>
      <div className="ind-definition">
        <Sentence chosen={chosen} />
        <h3>{t.variants}</h3>
        <ul>
          {variants.map((row) => (
            <Other key={row.variant} row={row} isHere={keyOf(row) === keyOf(chosen)} span={span} onChoose={onChoose} />
          ))}
        </ul>
        <Imported row={variants[0]} />
      </div>
    </Panel>
  )
}

function Sentence({ chosen }: { readonly chosen: IndicatorRow }) {
  const t = useLabels(labels)
  const text = useText()
  const { data } = useSuspenseQuery(queryOptionsFor(definition, { id: chosen.id }))
  const variant = data.variants.find(({ key }) => key === chosen.variant)
  return (
    <>
      {variant && <p>{text(variant.sentence)}</p>}
      {variant?.note && <p className="dx-t2">{text(variant.note)}</p>}
      <p className="dx-t3">
        {t.source}：{data.source}
        {data.roundingSetBy && `；取舍由 ${data.roundingSetBy} 设定`}
      </p>
    </>
  )
}

type OtherProps = Pick<Props, 'span' | 'onChoose'> & { readonly row: IndicatorRow; readonly isHere: boolean }

function Other({ row, isHere, span, onChoose }: OtherProps) {
  const text = useText()
  return (
    <li className={isHere ? 'ind-here' : ''}>
      <button type="button" className="dx-link" aria-pressed={isHere} onClick={() => onChoose(row)}>
        {text(row.title)}
      </button>
      <b>{row.printed}</b>
      <span className="ind-fraction">
        <Fraction row={row} span={span} />
      </span>
    </li>
  )
}

/** Hollow: not counted here. */
function Imported({ row }: { readonly row: IndicatorRow | undefined }) {
  const t = useLabels(labels)
  if (!row || row.imported.length === 0) return null
  return (
    <>
      <h3>{t.imported}</h3>
      <p className="ind-imported">
        {row.imported.map(({ place, value, publisher, publishedOn }) => (
          <span key={place} title={[publisher, publishedOn].filter(Boolean).join(' ')}>
            <i className="dx-hollow" aria-hidden /> {place} {value}
          </span>
        ))}
        <span className="dx-t3">{row.imported[0]?.publisher}</span>
      </p>
    </>
  )
}
