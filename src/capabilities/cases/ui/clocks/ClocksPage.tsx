import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { queryOptionsFor } from '#web/api.ts'
import { useShownColumns } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ColumnChooser, ListTools } from '#web/components/ListTools.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { useList } from '#web/components/useList.ts'
import { ViewTabs } from '#web/components/ViewTabs.tsx'
import { useLabels } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import { useSession } from '#web/session.ts'
import { labels } from '../../clocks/labels.ts'
import { clockCounts, clockList } from './api.ts'
import { clockKey, ClockDrawer } from './ClockDrawer.tsx'
import { columns } from './columns.tsx'
import { filterOf, Search, unnarrowed, type View, views } from './filters.ts'
import { WeekBoard } from './WeekBoard.tsx'

/** U23 期限: every clock of the cases one may see, overdue on top, by list or by week. */
export function ClocksPage() {
  const t = useLabels(labels)
  const { today } = useSession()
  const [search, change] = usePageSearch(Search)
  const narrowing = [search.ruleId, search.startedOn, search.dueOn].filter((text) => text !== undefined)
  const list = useList(clockList, filterOf(search, today), { sort: search.view === 'met' ? '-startedOn' : 'dueOn' })
  return (
    <>
      <PageHead
        title={t.title}
        count={list.totals && `${list.totals.total.toLocaleString('en')}${t.unit}`}
        actions={<ListTools list={list} />}
      >
        <Segmented
          aria-label={t.whose}
          value={search.whose}
          onChange={(whose) => change({ whose })}
          options={[
            { value: 'mine' as const, label: t.mine },
            { value: 'all' as const, label: t.all },
          ]}
        />
        <Segmented
          aria-label={t.shape}
          value={search.shape}
          onChange={(shape) => change({ shape })}
          options={[
            { value: 'list' as const, label: t.byList },
            { value: 'week' as const, label: t.byWeek },
          ]}
        />
        {narrowing.length > 0 && <Button onClick={() => change(unnarrowed)}>{narrowing.join(' ')} ×</Button>}
      </PageHead>
      {search.shape === 'week' ? (
        <WeekBoard search={search} change={change} />
      ) : (
        <ClockLines search={search} change={change} list={list} />
      )}
    </>
  )
}

type LinesProps = {
  readonly search: Search
  readonly change: (next: Partial<Search>) => void
  readonly list: ReturnType<typeof useList<typeof clockList.input, typeof clockList.row>>
}

function ClockLines({ search, change, list }: LinesProps) {
  const t = useLabels(labels)
  const chosen = useShownColumns('cases.clocks', columns)
  const { data: counts } = useQuery(queryOptionsFor(clockCounts, { whose: search.whose }))
  const counted: Partial<Record<View, number>> = { ...counts }
  return (
    <DataList
      list={list}
      caption={t.title}
      tabs={
        <ViewTabs
          views={views.map((id) => ({ id, title: t[id], count: counted[id] }))}
          chosen={search.view}
          onChoose={(id) => change({ view: views.find((view) => view === id) ?? 'running' })}
          extra={<ColumnChooser columns={columns} {...chosen} />}
        />
      }
      columns={chosen.shown}
      rowKey={clockKey}
      unit={labels.unit}
      isOverdue={({ state }) => state === 'overdue'}
      href={({ caseId }) => `/cases/${caseId}`}
      drawer={(key, place) => (
        <ClockDrawer id={key} row={list.rows.find((row) => clockKey(row) === key)} place={place} />
      )}
      empty={<NoClocks search={search} change={change} />}
    />
  )
}

/** Nothing of one's own: the others; nothing in a view: all that runs. */
function NoClocks({ search, change }: Omit<LinesProps, 'list'>) {
  const t = useLabels(labels)
  const isPlain = search.view === 'running' && search.ruleId === undefined && search.dueOn === undefined
  if (!isPlain) {
    return (
      <EmptyState
        title={search.view === 'overdue' ? t.nothingDue : t.none}
        act={<Button onClick={() => change({ view: 'running', ...unnarrowed })}>{t.clear}</Button>}
      />
    )
  }
  return search.whose === 'mine' ? (
    <EmptyState title={t.noneMine} act={<Button onClick={() => change({ whose: 'all' })}>{t.all}</Button>} />
  ) : (
    <EmptyState title={t.nothingDue} />
  )
}
