import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { queryOptionsFor, useCommand } from '#web/api.ts'
import { Panel } from '#web/components/Panel.tsx'
import { useLabels, useText } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import { approvalsReading, markReadCommand, noticesReading } from './api.ts'
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

function Approvals() {
  const t = useLabels(labels)
  const text = useText()
  const { data } = useSuspenseQuery(queryOptionsFor(approvalsReading, {}))
  if (data.length === 0) return <Quiet text={t.noApprovals} />
  return (
    <ul className="dx-lines">
      {data.map(({ id, what, detail, href, mine }) => (
        <li key={id}>
          <div>
            <p>{text(what)}</p>
            <p className="dx-t2 dx-13">{mine ? t.mine : detail}</p>
          </div>
          <Link to={href}>
            <Button size="small" tabIndex={-1}>
              {t.read}
            </Button>
          </Link>
        </li>
      ))}
    </ul>
  )
}

const mostShown = 8

function Notices() {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(noticesReading, { days: 2 }))
  if (data.rows.length === 0) return <Quiet text={t.noNotices} />
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

const Quiet = ({ text }: { readonly text: string }) => (
  <p className="dx-t2" style={{ padding: '8px 16px' }}>
    {text}
  </p>
)
