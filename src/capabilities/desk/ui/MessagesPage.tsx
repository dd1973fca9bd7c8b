import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOptionsFor } from '#web/api.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { useLabels } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import { markReadCommand, noticesReading } from './api.ts'
import { labels } from './labels.ts'

/** 消息: what colleagues did in one's cases in the last seven days. */
export function MessagesPage() {
  const t = useLabels(labels)
  return (
    <>
      <PageHead title={t.messages} actions={<CommandButton contract={markReadCommand} input={{}} />} />
      <Panel title={t.week} scrolls>
        <Lines days={7} />
      </Panel>
    </>
  )
}

function Lines({ days }: { readonly days: number }) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(noticesReading, { days }))
  if (data.rows.length === 0) return <EmptyState title={t.noNotices} />
  return (
    <ul className="dx-lines">
      {data.rows.map(({ id, text, by, at, href, unread }) => (
        <li key={id}>
          <p className={unread ? 'dx-strong' : ''}>
            <Link to={href}>{text}</Link>
          </p>
          <span className="dx-t2 dx-13">
            {by}　{momentText(at)}
          </span>
        </li>
      ))}
    </ul>
  )
}
