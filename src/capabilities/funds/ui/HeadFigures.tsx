import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { totalsOptions, type ListContract } from '#web/api.ts'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { dueList, lineList, payoutList } from './api.ts'
import { labels } from './labels.ts'

/** What is open at this desk, each figure a link to its list; the month's end, by which nothing is to be unknown. */
export function HeadFigures() {
  const t = useLabels(labels)
  const { today } = useSession()
  const end = today.with({ day: today.daysInMonth })
  const days = end.day - today.day
  const month = useLabels({
    left: label(`${end.month}月${end.day}日 剩${days}天`, `${end.toString()}, ${days} d left`),
  })
  return (
    <div className="dx-funds-counts">
      <Count
        title={t.unclaimed}
        href="/funds"
        list={lineList}
        input={{ direction: 'in', unclaimed: true, waiting: false }}
      />
      <Count title={t.waiting} href="/funds?view=waiting" list={lineList} input={{ waiting: true }} />
      <Count title={t.payoutsAsked} href="/funds/payouts" list={payoutList} input={{ state: 'proposed' }} />
      <Count
        title={t.overdue}
        href="/funds/due?view=lawful"
        list={dueList}
        input={{ show: 'lawful', kind: 'case' }}
        late
      />
      <Count
        title={t.deferred}
        href="/funds/due?view=deferred"
        list={dueList}
        input={{ show: 'deferred', kind: 'case' }}
      />
      <span>
        {t.monthEnd} {month.left}
      </span>
    </div>
  )
}

type Props<I extends z.ZodObject, R extends z.ZodObject> = {
  readonly title: string
  readonly href: string
  readonly list: ListContract<I, R>
  readonly input: z.output<I>
  readonly late?: boolean
}

function Count<I extends z.ZodObject, R extends z.ZodObject>({ title, href, list, input, late = false }: Props<I, R>) {
  const { data } = useQuery(totalsOptions(list, input))
  const isLate = late && data !== undefined && data.total > 0
  return (
    <Link to={href} className={isLate ? 'dx-late' : ''}>
      {title}
      <b>{data === undefined ? '—' : data.total.toLocaleString('en')}</b>
    </Link>
  )
}
