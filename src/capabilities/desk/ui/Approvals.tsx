import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { queryOptionsFor } from '#web/api.ts'
import { useLabels, useText } from '#web/language.ts'
import { approvalsReading } from './api.ts'
import { labels } from './labels.ts'

/** How many decisions wait for this person; nothing where none does. */
export function useApprovalCount(): number {
  const { data } = useSuspenseQuery(queryOptionsFor(approvalsReading, {}))
  return data.filter(({ mine }) => !mine).length
}

/** 待我审批, oldest first, each opened where it is read and decided. */
export function Approvals() {
  const t = useLabels(labels)
  const text = useText()
  const { data } = useSuspenseQuery(queryOptionsFor(approvalsReading, {}))
  if (data.length === 0) return <p className="dx-quiet-line">{t.noApprovals}</p>
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
