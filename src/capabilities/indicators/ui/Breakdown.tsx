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

/** The parts of a court that a figure is broken down by here; people are not compared. */
export type BrokenBy = 'team' | 'type' | 'cause' | 'town'

const headings = { team: labels.team, type: labels.type, cause: labels.cause, town: labels.town } as const

type Props = { readonly row: IndicatorRow; readonly span: Span; readonly by: BrokenBy }

/** The same figure by team, type, cause or township; its parts add up to the court. */
export function Breakdown({ row, span, by }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const { data } = useSuspenseQuery(queryOptionsFor(values, { ...span, by: [by] }))
  const rows = data.rows.filter(
    ({ id, variant, dimension, denominator }) =>
      id === row.id && variant === row.variant && dimension === by && denominator?.count !== '0',
  )
  const columns: readonly Column<IndicatorRow>[] = [
    {
      id: 'part',
      title: headings[by],
      width: 160,
      cell: (part) => <b>{part.keyName ?? (by === 'team' ? t.noTeam : t.notSaid)}</b>,
    },
    { id: 'value', title: labels.value, width: 96, right: true, cell: ({ printed }) => <b>{printed}</b> },
    {
      id: 'fraction',
      title: labels.fraction,
      cell: (part) => (
        <>
          <Link to={partHref(part, 'numerator', span)}>{sideText(part.numerator)}</Link>
          {part.denominator && (
            <>
              <span className="dx-t3"> / </span>
              <Link to={partHref(part, 'denominator', span)}>{sideText(part.denominator)}</Link>
            </>
          )}
        </>
      ),
    },
  ]
  return <PlainTable caption={text(row.title)} columns={columns} rows={rows} rowKey={({ key }) => key ?? ''} />
}

/** How the list is narrowed to a part. */
const inputs: Readonly<Record<IndicatorRow['dimension'], string>> = {
  court: '',
  team: 'teamKey',
  handler: 'handlerId',
  type: 'typeCode',
  cause: 'cause',
  town: 'town',
}

function partHref(part: IndicatorRow, side: string, span: Span): string {
  const only = part.key === null ? '' : `&${inputs[part.dimension]}=${encodeURIComponent(part.key)}`
  return `${sideHref(part, side, span)}${only}`
}
