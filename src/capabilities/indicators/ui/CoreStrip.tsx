import { Link } from '@tanstack/react-router'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { CoreMember, IndicatorRow } from '../contract.ts'
import { sideHref, sideText, unitText } from './figure-text.ts'
import { labels } from './labels.ts'
import type { Span } from './period.ts'

/** 3+1: three and one. A member without records shows that it has none. */
export function CoreStrip({ core, span }: { readonly core: readonly CoreMember[]; readonly span: Span }) {
  return (
    <div className="ind-core">
      {core.map((member) => (
        <Member key={member.id} member={member} span={span} />
      ))}
    </div>
  )
}

function Member({ member: { title, plus, row, remark }, span }: { readonly member: CoreMember; readonly span: Span }) {
  const text = useText()
  return (
    <section className={plus ? 'ind-plus' : ''} aria-label={text(title)}>
      <h2>{text(title)}</h2>
      <div className="ind-line">
        <span className="dx-fig">
          {row?.value ?? '—'}
          {row && <small>{unitText(row)}</small>}
        </span>
        {row && !remark ? <BandTag row={row} /> : <StatusTag>{remark ? text(remark) : ''}</StatusTag>}
      </div>
      <p className="ind-fraction">{row ? <Fraction row={row} span={span} /> : <span className="dx-t3">—</span>}</p>
    </section>
  )
}

type BandTagProps = {
  readonly row: IndicatorRow
  /** In a table the limits are in the tip: the figures need the room. */
  readonly brief?: boolean
}

/** In order, or not; nobody is praised for more. */
export function BandTag({ row: { inside, band }, brief = false }: BandTagProps) {
  const t = useLabels(labels)
  if (inside === null) return <span className="dx-t3">{t.noBand}</span>
  const limits = [band?.low && `≥${band.low}`, band?.high && `≤${band.high}`].filter(Boolean).join(' ')
  return (
    <StatusTag tone={inside ? 'ok' : 'due'} title={[limits, band?.source].filter(Boolean).join(' ')}>
      {inside ? t.inside : t.outside} {!brief && limits}
    </StatusTag>
  )
}

/** 执结 1,188件 / 受理 1,191件: either side opens its records. */
export function Fraction({ row, span }: { readonly row: IndicatorRow; readonly span: Span }) {
  const text = useText()
  return (
    <>
      <Link to={sideHref(row, 'numerator', span)} title={text(row.numerator.title)}>
        {short(text(row.numerator.title))} {sideText(row.numerator)}
      </Link>
      {row.denominator && (
        <>
          <span className="dx-t3"> / </span>
          <Link to={sideHref(row, 'denominator', span)} title={text(row.denominator.title)}>
            {short(text(row.denominator.title))} {sideText(row.denominator)}
          </Link>
        </>
      )}
    </>
  )
}

/** The name of a set up to its explanation in brackets; the whole stands in the tooltip and in the definition. */
const short = (title: string): string => title.replace(/（.*$/, '')
