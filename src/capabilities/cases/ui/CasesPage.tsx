import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Acts, useOpenAct } from '#pages/desk'
import { queryOptionsFor, totalsOptions } from '#web/api.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import type { BulkAct } from '#web/components/BulkBar.tsx'
import { useShownColumns } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ColumnChooser, ListTools } from '#web/components/ListTools.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { QueryChips } from '#web/components/QueryChips.tsx'
import { formatConditions } from '#web/components/query-text.ts'
import type { Tab } from '#web/components/Tabs.tsx'
import { useList } from '#web/components/useList.ts'
import { ViewTabs } from '#web/components/ViewTabs.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useGo, usePageSearch } from '#web/navigation.ts'
import { useMay, useSession } from '#web/session.ts'
import { CaseFilter, type CaseRow } from '../contract.ts'
import { caseList, viewsReading } from './api.ts'
import { CaseDrawer } from './CaseDrawer.tsx'
import { columnsOn } from './columns.tsx'
import { conditionsOf, filterOf, ListSearch, presetViews, queryFields, textOf, type PresetView } from './filters.ts'
import { labels } from './labels.ts'
import './cases.css'
import { SaveViewDialog } from './SaveViewDialog.tsx'

/** U02 案件列表. */
export function CasesPage() {
  return (
    <Acts>
      <Cases />
    </Acts>
  )
}

/** Own views of the court first, then those that people saved. */
function useViews(): readonly PresetView[] {
  const assigns = useMay()('cases.assign')
  const { data: saved = [] } = useQuery(queryOptionsFor(viewsReading, { query: caseList.name }))
  return useMemo(
    () => [
      ...presetViews(assigns),
      ...saved.map(({ viewId, name, input }) => ({ id: viewId, title: { zh: name, en: name }, filter: input })),
    ],
    [assigns, saved],
  )
}

/** Each view with its number of cases; 0 is shown. */
function useTabs(views: readonly PresetView[]): readonly Tab[] {
  const text = useText()
  const counts = useQueries({ queries: views.map(({ filter }) => totalsOptions(caseList, filterOf(filter, []))) })
  return views.map(({ id, title }, index) => ({ id, title: text(title), count: counts[index]?.data?.total }))
}

function Cases() {
  const t = useLabels(labels)
  const text = useText()
  const go = useGo()
  const may = useMay()
  const announce = useAnnounce()
  const { today } = useSession()
  const [search, change] = usePageSearch(ListSearch)
  const [saving, setSaving] = useState(false)
  const fields = useMemo(() => queryFields(text), [text])
  const views = useViews()
  const view = views.find(({ id }) => id === search.view) ?? views[0]
  const conditions = useMemo(() => conditionsOf(search.q, fields), [search.q, fields])
  const filter = useMemo(() => filterOf(view?.filter ?? {}, conditions), [view, conditions])
  const list = useList(caseList, filter, { sort: view?.id === 'all' || view?.id === 'pool' ? '-filedOn' : 'dueOn' })
  const columns = useMemo(() => columnsOn(today), [today])
  const chosen = useShownColumns('cases', columns)
  const handlers = new Set(list.rows.map(({ handlerId }) => handlerId))
  // A column that is the same in every row says nothing.
  const shown = chosen.shown.filter(({ id }) => id !== 'handler' || handlers.size !== 1 || list.hasBelow)
  const openAct = useOpenAct()
  const bulk: readonly BulkAct<CaseRow>[] = [
    ...(may('cases.assign')
      ? [
          {
            title: labels.assign,
            run: (rows: readonly CaseRow[]) => openAct({ command: 'cases.assign-case', input: idsOf(rows) }),
          },
        ]
      : []),
    ...(may('cases.handle')
      ? [
          {
            title: labels.record,
            run: (rows: readonly CaseRow[]) => openAct({ command: 'cases.record-event', input: idsOf(rows) }),
          },
        ]
      : []),
  ]
  const clear = () => change({ view: 'all', q: undefined })
  return (
    <>
      <PageHead
        title={t.cases}
        count={list.totals && `${list.totals.total.toLocaleString('en')}${t.unit}`}
        actions={
          <>
            <ListTools list={list} />
            {may('cases.file') && (
              <Link to="/cases/file">
                <Button type={search.open === undefined ? 'primary' : 'default'} tabIndex={-1}>
                  {t.file}
                </Button>
              </Link>
            )}
          </>
        }
      >
        <QueryChips
          fields={fields}
          conditions={conditions}
          onChange={(next) => change({ q: textOf(next, fields) })}
          example="标的>100000"
        />
      </PageHead>
      <DataList
        list={list}
        caption={view ? text(view.title) : t.cases}
        tabs={
          <ViewTabs
            views={useTabs(views)}
            chosen={view?.id ?? ''}
            onChoose={(id) => change({ view: id, open: undefined })}
            onSave={() => setSaving(true)}
            extra={<ColumnChooser columns={columns} {...chosen} />}
          />
        }
        columns={shown}
        rowKey={({ caseId }) => caseId}
        unit={labels.unit}
        isOverdue={({ dueState }) => dueState === 'overdue'}
        href={({ caseId }) => `/cases/${caseId}`}
        act={({ caseId }) => ({ title: t.next, run: () => go(`/cases/${caseId}`) })}
        bulk={bulk}
        drawer={(key, place) => <CaseDrawer key={key} caseId={key} place={place} />}
        empty={
          <EmptyState
            title={t.none}
            next={`${t.narrowed}${[view ? text(view.title) : '', formatConditions(conditions, fields)].filter((part) => part !== '').join('、')}`}
            act={<Button onClick={clear}>{t.clear}</Button>}
          />
        }
      />
      {saving && view && (
        <SaveViewDialog
          suggested={text(view.title)}
          filter={CaseFilter.encode(filter)}
          onClose={() => setSaving(false)}
          onSaved={(viewId) => {
            setSaving(false)
            announce(t.saved)
            change({ view: viewId, q: undefined })
          }}
        />
      )}
    </>
  )
}

const mostAtOnce = 100
const idsOf = (rows: readonly CaseRow[]) => ({ caseIds: rows.slice(0, mostAtOnce).map(({ caseId }) => caseId) })
