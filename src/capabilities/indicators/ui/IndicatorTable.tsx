import { Link } from '@tanstack/react-router'
import { label } from '#kernel/values/labels.ts'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { DrillNumber } from '#web/components/DrillNumber.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { IndicatorRow } from '../contract.ts'
import { BandTag, Fraction } from './CoreStrip.tsx'
import { sideHref, valueText } from './figure-text.ts'
import { labels } from './labels.ts'
import type { Span } from './period.ts'

export type Basis = 'now' | 'first'

type Props = {
  readonly rows: readonly IndicatorRow[]
  readonly chosen: string
  readonly basis: Basis
  readonly span: Span
  readonly onChoose: (row: IndicatorRow) => void
}

/** Indicators as printed: value, both sides, band. Bands come before ranks, and there are no ranks here. */
export function IndicatorTable({ rows, chosen, basis, span, onChoose }: Props) {
  const text = useText()
  const t = useLabels(labels)
  const columns = [
    {
      id: 'name',
      title: labels.indicator,
      width: 164,
      cell: (row: IndicatorRow) => (
        <button type="button" className="dx-link ind-name" onClick={() => onChoose(row)}>
          {text(row.name).replace(/（.*$/, '')}
        </button>
      ),
    },
    {
      id: 'value',
      title: labels.value,
      width: 108,
      right: true,
      cell: (row: IndicatorRow) => <Shown row={row} basis={basis} span={span} without={t.notFrozen} />,
    },
    {
      id: 'fraction',
      title: labels.fraction,
      cell: (row: IndicatorRow) => <Fraction row={row} span={span} />,
    },
    { id: 'band', title: labels.band, width: 84, cell: (row: IndicatorRow) => <DoubtOrBand row={row} span={span} /> },
  ]
  return <PlainTable caption={t.title} columns={columns} rows={rows} rowKey={keyOf} here={chosen} onOpen={onChoose} />
}

/** A figure that nobody should believe is in no band; it leads to the cases to put right. */
function DoubtOrBand({ row, span }: Pick<Props, 'span'> & { readonly row: IndicatorRow }) {
  const text = useText()
  const t = useLabels(labels)
  if (row.doubt === null) return <BandTag row={row} brief />
  const days = new URLSearchParams({
    from: span.from.toString(),
    to: span.to.toString(),
    check: 'recovered-above-claim',
  })
  return (
    <Link to={`/indicators/checks?${days.toString()}`} title={text(row.doubt)}>
      <StatusTag tone="due">{t.doubtful}</StatusTag>
    </Link>
  )
}

export const keyOf = ({ id, variant }: Pick<IndicatorRow, 'id' | 'variant'>): string => `${id} ${variant}`

type ShownProps = { readonly row: IndicatorRow; readonly basis: Basis; readonly span: Span; readonly without: string }

/** What was first published, or what is known now; a correction shows both. */
function Shown({ row, basis, span, without }: ShownProps) {
  const text = useText()
  const { first, printed, value, remark } = row
  if (basis === 'first') return first ? <b>{first.printed}</b> : <span className="dx-t3">{without}</span>
  if (value === null && remark) return <span className="dx-t3">{text(remark)}</span>
  const isCorrected = first !== null && first.printed !== printed
  return (
    <b title={isCorrected ? `${label('首次公布', 'First published').zh} ${first.printed}` : printed}>
      <DrillNumber {...valueText(row)} href={sideHref(row, 'numerator', span)} />
      {isCorrected && <sup className="ind-corrected">改</sup>}
    </b>
  )
}
