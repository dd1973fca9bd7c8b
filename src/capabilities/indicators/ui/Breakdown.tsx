import { Link } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { queryOptionsFor } from '#web/api.ts'
import type { Column } from '#web/components/columns.ts'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { IndicatorRow } from '../contract.ts'
import { values } from './api.ts'
import { sideHref, sideText } from './figure-text.ts'
import { labels } from './labels.ts'
import type { Span } from './period.ts'

type Props = { readonly row: IndicatorRow; readonly span: Span; readonly by: 'team' | 'type' }

/** The same figure by team or type of case; its parts add up to the court. People are not compared. */
export function Breakdown({ row, span, by }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const { data } = useSuspenseQuery(queryOptionsFor(values, { ...span, by: ['team', 'type'] }))
  const rows = data.rows.filter(
    ({ id, variant, dimension, denominator }) =>
      id === row.id && variant === row.variant && dimension === by && denominator.count !== '0',
  )
  const columns: readonly Column<IndicatorRow>[] = [
    {
      id: 'part',
      title: by === 'team' ? labels.team : labels.type,
      width: 160,
      cell: (part) => <b>{part.keyName ?? t.noTeam}</b>,
    },
    { id: 'value', title: labels.value, width: 96, right: true, cell: ({ printed }) => <b>{printed}</b> },
    {
      id: 'fraction',
      title: labels.fraction,
      cell: (part) => (
        <>
          <Link to={partHref(part, 'numerator', span)}>{sideText(part.numerator)}</Link>
          <span className="dx-t3"> / </span>
          <Link to={partHref(part, 'denominator', span)}>{sideText(part.denominator)}</Link>
        </>
      ),
    },
  ]
  return <PlainTable caption={text(row.title)} columns={columns} rows={rows} rowKey={({ key }) => key ?? ''} />
}

function partHref(part: IndicatorRow, side: string, span: Span): string {
  const only =
    part.key === null ? '' : `&${part.dimension === 'team' ? 'teamKey' : 'typeCode'}=${encodeURIComponent(part.key)}`
  return `${sideHref(part, side, span)}${only}`
}
