import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOptionsFor, useCommand } from '#web/api.ts'
import { Panel } from '#web/components/Panel.tsx'
import { useLabels } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import { Approvals } from './Approvals.tsx'
import { markReadCommand, noticesReading } from './api.ts'
import { labels } from './labels.ts'

/** 待我审批 and 昨日以来, each loading and failing alone. */
export function Side() {
  const t = useLabels(labels)
  return (
    <aside className="dx-side" aria-label={t.aside}>
      <Panel title={t.approvals}>
        <Approvals />
      </Panel>
      <Panel title={t.since} extra={<MarkRead />}>
        <Notices />
      </Panel>
    </aside>
  )
}

function MarkRead() {
  const t = useLabels(labels)
  const { mutate, isPending } = useCommand(markReadCommand)
  return (
    <button type="button" className="dx-link" disabled={isPending} onClick={() => mutate({ input: {} })}>
      {t.markRead}
    </button>
  )
}

const mostShown = 8

function Notices() {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(noticesReading, { days: 2 }))
  if (data.rows.length === 0) return <p className="dx-quiet-line">{t.noNotices}</p>
  return (
    <ul className="dx-lines">
      {data.rows.slice(0, mostShown).map(({ id, text, by, at, href, unread }) => (
        <li key={id} className={unread ? 'dx-strong' : ''}>
          <p title={`${text} ${by ?? ''}`}>
            <Link to={href} className="dx-quiet">
              {text}
            </Link>
          </p>
          <span className="dx-t2 dx-13">{momentText(at).slice(5)}</span>
        </li>
      ))}
    </ul>
  )
}
