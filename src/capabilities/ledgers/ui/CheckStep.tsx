import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { queryOptionsFor, useCommand } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { ImportGrid } from '#web/components/ImportGrid.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Message } from '#web/components/Message.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useLabels, useText } from '#web/language.ts'
import { rowViews, type Preview, type ProblemGroup } from '../contract.ts'
import { downloadHref, prepareImport, previewReading } from './api.ts'
import { importColumns, importRows, shortOf } from './grid-rows.ts'
import { labels } from './labels.ts'
import { problemWords } from './problem-words.ts'
import { SameAgain } from './SameAgain.tsx'
import { figure, WizardHead } from './WizardHead.tsx'
import type { Wizard } from './WizardPage.tsx'

type View = (typeof rowViews)[number]
type Typed = { readonly row: number; readonly field: string; readonly text: string | null }

/** Third step: every wrong cell beside its text in the file; one is corrected at a time or all alike. */
export function CheckStep({ state, plan, sheet, turn, sheets }: Wizard) {
  const t = useLabels(labels)
  const [view, setView] = useState<View>('bad')
  const [context, setContext] = useState(true)
  const [after, setAfter] = useState(0)
  const [group, setGroup] = useState<Pick<ProblemGroup, 'code' | 'column'>>()
  const input = { importId: state.importId, sheet: sheet.sheet, view, context, after, ...group }
  const look = (next: View, only?: Pick<ProblemGroup, 'code' | 'column'>) => {
    setAfter(0)
    setView(next)
    setGroup(only)
  }
  const { data, error, refetch } = useQuery({
    ...queryOptionsFor(previewReading, input),
    placeholderData: (before) => before,
  })
  const { mutate, error: refused, isPending } = useCommand(prepareImport, { inTurn: true })
  const type = (cells: readonly Typed[]) =>
    mutate({ input: { importId: state.importId, sheet: sheet.sheet, cells: [...cells] } })
  const main = new Set(
    plan.kinds
      .find(({ kind }) => kind === sheet.kind)
      ?.columns.flatMap(({ field, required }) => (required ? field : [])),
  )
  const sheetHref = downloadHref('ledgers.draft-problem-sheet', { importId: state.importId, sheet: sheet.sheet })
  return (
    <div className="dx-import-page">
      <WizardHead
        count={`${state.fileName}　${figure(data?.views.all ?? sheet.rowCount)}行`}
        now={2}
        sheets={sheets}
        extra={data && <Outlook preview={data} sheet={sheet} />}
        actions={
          <>
            <Button onClick={() => turn('columns')}>{t.toColumns}</Button>
            <Button href={sheetHref} download disabled={data?.counts.setAside === 0}>
              {t.problemSheet}
            </Button>
            <Button type="primary" loading={isPending} onClick={() => turn('difference')}>
              {t.toDifference}
            </Button>
          </>
        }
      />
      <div className="dx-import-told">
        {data && <Told preview={data} chosen={group} onLook={look} />}
        {refused && <Refusal problem={refused} />}
        {data && <SameAgain rows={data.rows} onFix={type} />}
      </div>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={12} />
      ) : (
        <ImportGrid
          caption={t[view]}
          tabs={
            <Tabs
              label={t.rowKinds}
              chosen={view}
              onChoose={(id) => look(rowViews.find((one) => one === id) ?? 'bad')}
              tabs={rowViews.map((id) => ({ id, title: t[id], count: figure(data.views[id]) }))}
              extra={
                <>
                  {data.next !== null && (
                    <Button size="small" onClick={() => setAfter(data.next ?? 0)}>
                      {t.more}
                    </Button>
                  )}
                  <Checkbox checked={context} onChange={({ target }) => setContext(target.checked)}>
                    {t.neighbours}
                  </Checkbox>
                </>
              }
            />
          }
          columns={importColumns(data.columns, data.rows, main)}
          rows={importRows(data.rows)}
          onFix={(row, field, text) => type([{ row, field, text }])}
          onFixAlike={(code, field) => type(alike(data, code, field))}
          onUndo={(row, field) => type([{ row, field, text: null }])}
        />
      )}
      {data && data.rows.length === 0 && (
        <EmptyState
          title={view === 'bad' ? t.noneWrong : t.noneHere}
          next={`${figure(data.counts.accepted)}行可导入${data.views.twice > 0 ? `，${data.views.twice}行重复待定` : ''}。`}
        />
      )}
    </div>
  )
}

/** Every cell of this fault and column that has a likely value. */
const alike = ({ rows }: Preview, code: string, field: string): readonly Typed[] =>
  rows.flatMap(({ row, cells, problems }) => {
    const likely = cells[field]?.likely
    const isWrong = problems.some((problem) => problem.code === code && problem.field === field)
    return isWrong && likely !== undefined ? [{ row, field, text: likely }] : []
  })

function Outlook({ preview, sheet }: { readonly preview: Preview; readonly sheet: Wizard['sheet'] }) {
  const t = useLabels(labels)
  const { created, changed, same, conflicts } = preview.counts
  return (
    <>
      <span>
        表头在第{sheet.headFirst === sheet.headLast ? sheet.headLast : `${sheet.headFirst}至${sheet.headLast}`}行
      </span>
      <span>
        {t.unit} {sheet.unit === 'yuan' ? t.yuan : t.tenThousand}
      </span>
      <span>
        改好后 {t.created} {figure(created)}　{t.changed} {figure(changed)}　{t.same} {figure(same)}　{t.conflicts}{' '}
        {figure(conflicts)}
      </span>
    </>
  )
}

type ToldProps = {
  readonly preview: Preview
  readonly chosen: Pick<ProblemGroup, 'code' | 'column'> | undefined
  readonly onLook: (view: View, group?: Pick<ProblemGroup, 'code' | 'column'>) => void
}

const groupsShown = 12

/** How much is wrong, kind by kind; each kind shows its rows. */
function Told({ preview, chosen, onLook }: ToldProps) {
  const text = useText()
  const errors = preview.groups.filter(({ severity }) => severity === 'error')
  const { setAside } = preview.counts
  if (setAside === 0) {
    return (
      <Message tone="ok" role="status">
        没有有误的行，{figure(preview.counts.accepted)}行都可导入。
      </Message>
    )
  }
  return (
    <Message tone="fault" role="alert">
      <b>
        还有{figure(setAside)}行不能导入，共{errors.length}类问题。
      </b>
      改不完可先留作草稿，也可先导入好的行，其余留待更正。
      <ul className="dx-import-groups">
        {errors.slice(0, groupsShown).map(({ code, column, count, message }) => {
          const isChosen = chosen?.code === code && chosen.column === column
          const words = problemWords[code]
          return (
            <li key={`${code} ${column}`}>
              <button
                type="button"
                className="dx-link"
                aria-pressed={isChosen}
                onClick={() =>
                  onLook(code.endsWith('DUPLICATE') ? 'twice' : 'bad', isChosen ? undefined : { code, column })
                }
              >
                {words ? text(words) : `${column} ${shortOf(message)}`} {figure(count)}行
              </button>
            </li>
          )
        })}
        {errors.length > groupsShown && <li className="dx-t2">另有{errors.length - groupsShown}类</li>}
      </ul>
    </Message>
  )
}
