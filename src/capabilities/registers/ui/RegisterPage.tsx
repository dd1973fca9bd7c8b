import { useQueries } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useMemo, useRef, useState, type ComponentType } from 'react'
import { label, type Label } from '#kernel/values/labels.ts'
import { Acts, useOpenAct } from '#pages/desk'
import { totalsOptions } from '#web/api.ts'
import { useShownColumns } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ColumnChooser, ListTools } from '#web/components/ListTools.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { useList } from '#web/components/useList.ts'
import { ViewTabs } from '#web/components/ViewTabs.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import type { Register } from '../declaration.ts'
import { listOf } from './api.ts'
import { columnsOf } from './cells.tsx'
import { EntryDrawer } from './EntryDrawer.tsx'
import { filterOf, narrowingIn, viewsOf, wordsOf } from './filters.ts'

const labels = {
  record: label('登记', 'Record'),
  find: label('案号、姓名', 'Case number, name'),
  filter: label('筛选', 'Filter'),
  none: label('还没有记录', 'No entries yet'),
  narrowed: label('没有符合条件的记录', 'No entry like this'),
  next: label('可以登记，或导入台账。', 'Record one, or import a ledger.'),
  nextOthers: label('有权登记的岗位登记后会出现在这里。', 'What the posts that may record it record appears here.'),
  nextImport: label('导入台账后会出现在这里。', 'What a ledger brings appears here.'),
  import: label('导入台账', 'Import a ledger'),
  clear: label('清除筛选', 'Clear the filter'),
  all: label('全部', 'All'),
}

/** The page of a register: its entries with views, one beside the list, and what may be done. */
export function registerPage(register: Register): ComponentType {
  const contract = listOf(register)
  const columns = columnsOf(register)
  return function Page() {
    return (
      <Acts>
        <Entries register={register} contract={contract} columns={columns} />
      </Acts>
    )
  }
}

type Props = {
  readonly register: Register
  readonly contract: ReturnType<typeof listOf>
  readonly columns: ReturnType<typeof columnsOf>
}

function Entries({ register, contract, columns }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const openAct = useOpenAct()
  const may = useMay()
  const [search, change] = useSearchOf()
  const views = useMemo(() => viewsOf(register), [register])
  const view = views.find(({ id }) => id === search['view']) ?? views[0] ?? { id: 'all', title: labels.all, filter: {} }
  const narrowing = useMemo(() => narrowingIn(register, search), [register, search])
  const list = useList(contract, filterOf(register, view, narrowing))
  const counts = useQueries({
    queries: views.map((one) => totalsOptions(contract, filterOf(register, one, narrowing))),
  })
  const chosen = useShownColumns(contract.name, columns)
  const words = wordsOf(register, narrowing)
  const cleared = Object.fromEntries(Object.keys(narrowing).map((name) => [name, undefined]))
  return (
    <>
      <PageHead
        title={text(register.title)}
        count={list.totals && `${list.totals.total.toLocaleString('en')}${text(register.unit)}`}
        actions={
          <>
            <ListTools list={list} />
            {may(`${register.room}.record`) && (
              <Button
                type={search['open'] === undefined ? 'primary' : 'default'}
                onClick={() => openAct({ command: `${register.room}.record-${register.name}`, input: {} })}
              >
                {t.record}
              </Button>
            )}
          </>
        }
      >
        <Find
          value={typeof narrowing['text'] === 'string' ? narrowing['text'] : ''}
          onChange={(typed) => change({ text: typed === '' ? undefined : typed })}
        />
        {words.map(({ name, text: word }) => (
          <Button key={name} onClick={() => change({ [name]: undefined })}>
            {word} ×
          </Button>
        ))}
      </PageHead>
      <DataList
        list={list}
        caption={text(register.title)}
        tabs={
          <ViewTabs
            views={views.map(({ id, title }, index) => ({ id, title: text(title), count: counts[index]?.data?.total }))}
            chosen={view.id}
            onChoose={(id) => change({ view: id, open: undefined })}
            extra={<ColumnChooser columns={columns} {...chosen} />}
          />
        }
        columns={chosen.shown}
        rowKey={({ entryId }) => String(entryId)}
        unit={register.unit}
        apart={sharedOf(register)}
        drawer={(key, place) => (
          <EntryDrawer
            register={register}
            entryId={key}
            row={list.rows.find(({ entryId }) => entryId === key)}
            place={place}
          />
        )}
        empty={
          words.length > 0 || narrowing['text'] !== undefined || view.id !== 'all' ? (
            <EmptyState
              title={t.narrowed}
              next={[text(view.title), ...words.map((word) => word.text)].join('、')}
              act={<Button onClick={() => change({ ...cleared, view: 'all' })}>{t.clear}</Button>}
            />
          ) : (
            <NothingYet register={register} />
          )
        }
      />
    </>
  )
}

/** An empty register says what this person can do about it, and nothing he cannot. */
function NothingYet({ register }: Pick<Props, 'register'>) {
  const t = useLabels(labels)
  const may = useMay()
  const [records, imports] = [may(`${register.room}.record`), may('ledgers.import')]
  const next = imports ? (records ? t.next : t.nextImport) : t.nextOthers
  return (
    <EmptyState
      title={t.none}
      next={next}
      act={
        imports && (
          <Link to="/import">
            <Button tabIndex={-1}>{t.import}</Button>
          </Link>
        )
      }
    />
  )
}

const sharedOf = ({ apart = {} }: Register): Readonly<Record<string, Label>> =>
  Object.fromEntries(Object.entries(apart).map(([name, { unit }]) => [name, unit]))

/** The address as it is: filters come from figures, links and saved views. */
function useSearchOf(): readonly [
  Readonly<Record<string, unknown>>,
  (next: Readonly<Record<string, unknown>>) => void,
] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  return [search, (next) => void navigate({ to: '.', search: { ...search, ...next }, replace: true } as never)]
}

function Find({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const t = useLabels(labels)
  const [typed, setTyped] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  useKeys('list', [{ keys: '/', title: labels.filter, run: () => input.current?.focus() }])
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(input.current?.value.trim() ?? '')
      }}
    >
      <Input
        ref={(held) => {
          input.current = held?.input ?? null
        }}
        aria-label={t.find}
        placeholder={t.find}
        style={{ width: 200 }}
        allowClear
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          if (target.value === '') onChange('')
        }}
      />
    </form>
  )
}
