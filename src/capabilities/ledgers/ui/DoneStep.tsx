import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { queryOptionsFor } from '#web/api.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Message } from '#web/components/Message.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useGo } from '#web/navigation.ts'
import type { ImportState, SheetOutcomeLine } from '../contract.ts'
import { stateReading, undoBatch } from './api.ts'
import { labels, undoQuestion } from './labels.ts'
import { figure, WizardHead } from './WizardHead.tsx'

const isUnderWay = (state: ImportState['state'] | undefined): boolean => state === 'waiting' || state === 'running'

/** Last step: how far a long import is, then what came of it, with counts that open. */
export function DoneStep({ importId }: { readonly importId: string }) {
  const t = useLabels(labels)
  const go = useGo()
  const { data, error, refetch } = useQuery({
    ...queryOptionsFor(stateReading, { importId }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.state) ? 700 : false),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState lines={6} />
  return (
    <div className="dx-import-page">
      <WizardHead
        count={`${data.fileName}　${figure(rowsOf(data))}行`}
        now={isUnderWay(data.state) ? 4 : 5}
        actions={
          <Button type="primary" onClick={() => go('/import')}>
            {t.again}
          </Button>
        }
      />
      <div className="dx-import-scroll">
        {isUnderWay(data.state) ? <Course state={data} /> : <Outcome state={data} />}
      </div>
    </div>
  )
}

/** Rows of records; before the file has been read to its end, every row of it. */
const rowsOf = ({ rowsTotal, sheets }: ImportState): number =>
  sheets.length === 0 ? rowsTotal : sheets.reduce((sum, { counts }) => sum + counts.rowsRead - counts.ignored, 0)

function Course({ state }: { readonly state: ImportState }) {
  const t = useLabels(labels)
  const { rowsDone, rowsTotal, rowsPerSecond, state: at, lastError } = state
  const rate = rowsPerSecond === null || at === 'waiting' ? '' : `　每秒${figure(rowsPerSecond)}行`
  return (
    <div role="status">
      <p>
        {at === 'waiting' ? t.waitingForWorker : t.running} {figure(rowsDone)} / {figure(rowsTotal)} 行{rate}
      </p>
      <Progress
        aria-label={t.running}
        percent={rowsTotal === 0 ? 0 : Math.floor((rowsDone / rowsTotal) * 100)}
        style={{ maxWidth: 640 }}
      />
      <p className="dx-t2">{t.leaveFreely}</p>
      {lastError !== null && <Message tone="info">上次没有完成，已自动重排；没有留下任何半截内容。</Message>}
    </div>
  )
}

function Outcome({ state }: { readonly state: ImportState }) {
  const { problem, sheets, state: ended } = state
  if (ended === 'dropped') return <Message tone="info">这份草稿已放弃。</Message>
  if (problem) {
    return (
      <Message tone="fault" role="alert">
        <b>{problem.title}</b> {problem.detail}
      </Message>
    )
  }
  return (
    <>
      {sheets
        .filter(({ counts }) => counts.rowsRead > 0)
        .map((sheet) => (
          <SheetResult key={sheet.sheet} {...sheet} />
        ))}
    </>
  )
}

function SheetResult({ sheet, kind, batchId, number, sameAs, counts }: SheetOutcomeLine) {
  const t = useLabels(labels)
  const text = useText()
  const go = useGo()
  const opens = [
    ['created', t.created, counts.created],
    ['changed', t.changed, counts.changed],
    ['conflict', t.conflicts, counts.conflicts],
    ['waiting', t.waiting, counts.setAside],
  ] as const
  return (
    <section className="dx-import-result">
      <h2>
        {sheet}
        {batchId !== null && <Link to={`/import/batches/${batchId}`}> 第{number}批</Link>}
      </h2>
      {sameAs !== null ? (
        <Message tone="ok" role="status">
          与第{sameAs}批相同，没有变化。
        </Message>
      ) : batchId === null ? (
        <Message tone={kind === null ? 'info' : 'fault'} role="status">
          {kind === null ? '不是已知的台账，没有导入。' : '缺少必需的列，或没有可导入的行，没有导入。'}
        </Message>
      ) : (
        <div className="dx-import-counts">
          <dl className="dx-figures">
            {opens.map(([view, title, count]) => (
              <div key={view}>
                <dt>{title}</dt>
                <dd>{count === 0 ? 0 : <Link to={`/import/batches/${batchId}?view=${view}`}>{figure(count)}</Link>}</dd>
              </div>
            ))}
            <div>
              <dt>{t.same}</dt>
              <dd>{figure(counts.same)}</dd>
            </div>
            <div>
              <dt>{t.ignored}</dt>
              <dd>{figure(counts.ignored)}</dd>
            </div>
          </dl>
          <CommandButton
            contract={undoBatch}
            input={{ batchId }}
            confirm={text(undoQuestion)}
            onDone={() => go(`/import/batches/${batchId}`)}
          />
        </div>
      )}
    </section>
  )
}
