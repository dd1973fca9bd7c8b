import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { queryOptionsFor } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { useLabels } from '#web/language.ts'
import type { recordViews } from '../contract.ts'
import { recordsReading } from './api.ts'
import { Differences } from './Differences.tsx'
import { labels } from './labels.ts'

type Props = { readonly batchId: string; readonly change: (typeof recordViews)[number]; readonly tabs: ReactNode }

/** The records behind one count of a batch, a page at a time. */
export function BatchRecordList({ batchId, change, tabs }: Props) {
  const t = useLabels(labels)
  const query = useInfiniteQuery({
    queryKey: [recordsReading.name, batchId, change],
    initialPageParam: 0,
    queryFn: ({ pageParam, client }) =>
      client.fetchQuery(queryOptionsFor(recordsReading, { batchId, change, after: pageParam })),
    getNextPageParam: ({ next }) => next,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="dx-import-records">
      {tabs}
      <div className="dx-import-scroll">
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : query.isPending ? (
          <LoadingState lines={8} />
        ) : rows.length === 0 ? (
          <EmptyState title={t.noneHere} />
        ) : change === 'created' ? (
          <ul className="dx-import-names">
            {rows.map(({ row, name, subject }) => (
              <li key={row}>
                {subject.startsWith('case:') ? <Link to={`/cases/${subject.slice(5)}`}>{name}</Link> : name}{' '}
                <span className="dx-t3">第{row}行</span>
              </li>
            ))}
          </ul>
        ) : (
          <Differences rows={rows} />
        )}
        {query.hasNextPage && (
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t.more}
          </Button>
        )}
      </div>
    </div>
  )
}
