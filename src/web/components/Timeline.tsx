import { Link } from '@tanstack/react-router'
import { useState, type CSSProperties } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useKeys } from '../keys/useKeys.tsx'
import { useLabels } from '../language.ts'
import { StatusTag } from './StatusTag.tsx'
import './record.css'

export type TimelineEntry = {
  readonly id: string
  /** 09-11, with the year where it is another one. */
  readonly on: string
  /** Only when known: no invented 00:00. */
  readonly at?: string | undefined
  readonly kind?: string | undefined
  readonly title: string
  readonly detail?: string | undefined
  readonly by?: string | undefined
  readonly link?: { readonly href: string; readonly title: string } | undefined
}

const labels = {
  all: label('全部', 'All'),
  newest: label('新在前', 'Newest first'),
  oldest: label('旧在前', 'Oldest first'),
  kinds: label('按种类看', 'By kind'),
  flip: label('倒转时间顺序', 'Flip the order'),
  none: label('这一类还没有经过。', 'Nothing of this kind yet.'),
}

type Chosen = { readonly kind: string | null; readonly newest: boolean }

/** Which kind and order are shown; the strip of buttons belongs in the head of the panel. */
export function useTimeline(entries: readonly TimelineEntry[]) {
  const t = useLabels(labels)
  const [{ kind, newest }, choose] = useState<Chosen>({ kind: null, newest: true })
  const flip = () => choose({ kind, newest: !newest })
  useKeys('record', [{ keys: 't', title: labels.flip, run: flip }])
  const kinds = [...new Set(entries.flatMap((entry) => (entry.kind ? [entry.kind] : [])))]
  const own = entries.filter((entry) => kind === null || entry.kind === kind)
  const filters = (
    <span className="dx-filters" role="group" aria-label={t.kinds}>
      {[null, ...kinds].map((each) => (
        <button key={each} type="button" aria-pressed={each === kind} onClick={() => choose({ kind: each, newest })}>
          {each ?? t.all}
        </button>
      ))}
    </span>
  )
  const order = (
    <button type="button" className="dx-link" onClick={flip} title={`${t.flip} T`}>
      {newest ? t.newest : t.oldest}
    </button>
  )
  return { shown: newest ? own : [...own].reverse(), filters, order }
}

/** What happened, newest first: date (time only where known), kind, title, by whom, one link. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const t = useLabels(labels)
  if (entries.length === 0)
    return (
      <p className="dx-t2" style={{ padding: '10px 20px' }}>
        {t.none}
      </p>
    )
  // One width for all lines, that of the longest kind.
  const longest = Math.max(2, ...entries.map(({ kind = '' }) => kind.length))
  return (
    <ul className="dx-timeline" style={{ '--dx-kind': `${longest * 12 + 18}px` } as CSSProperties}>
      {entries.map(({ id, on, at, kind, title, detail, by, link }) => (
        <li key={id}>
          <time>
            {on}
            {at && <span>{at}</span>}
          </time>
          <span>{kind && <StatusTag tone="outline">{kind}</StatusTag>}</span>
          <span className="dx-what">
            <span title={title}>{title}</span>
            {detail && (
              <span className="dx-t2" title={detail}>
                {detail}
              </span>
            )}
          </span>
          <span className="dx-t3 dx-by">{by}</span>
          {link ? <Link to={link.href}>{link.title}</Link> : <span />}
        </li>
      ))}
    </ul>
  )
}
