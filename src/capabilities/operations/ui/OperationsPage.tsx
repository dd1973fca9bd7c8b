import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import type { Column } from '#web/components/columns.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { StatusTag, type TagTone } from '#web/components/StatusTag.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { momentText } from '#web/time.ts'
import type { JobRow, QueueRow } from '../contract.ts'
import { jobs, queue, runJob } from './api.ts'
import { labels } from './labels.ts'

/** U50 运行状况: every timer with its last and next run, and what waits in the queue. */
export function OperationsPage() {
  const t = useLabels(labels)
  return (
    <>
      <PageHead title={t.title} />
      <Panel title={t.timers} lines={6}>
        <Timers />
      </Panel>
      <Panel title={t.queue} lines={6}>
        <Queue />
      </Panel>
    </>
  )
}

function Timers() {
  const t = useLabels(labels)
  const mayRun = useMay()('operations.run-jobs')
  const { data } = useSuspenseQuery(queryOptionsFor(jobs, {}))
  if (data.length === 0) return <EmptyState title={t.noTimers} />
  const columns: readonly Column<JobRow>[] = [
    { id: 'title', title: label('任务', 'Job'), width: 240, cell: ({ titleZh }) => titleZh },
    { id: 'daily', title: label('每日', 'Daily'), width: 96, cell: ({ daily }) => daily ?? t.onDemand },
    {
      id: 'last',
      title: label('上次运行', 'Last run'),
      width: 152,
      cell: ({ lastRun }) => (lastRun === null ? t.never : momentText(lastRun)),
    },
    { id: 'outcome', title: label('结果', 'Outcome'), cell: (job) => <Outcome job={job} /> },
    {
      id: 'next',
      title: label('下次运行', 'Next run'),
      width: 184,
      cell: ({ nextRun, late }) =>
        late ? <StatusTag tone="due">{t.late}</StatusTag> : nextRun === null ? '—' : momentText(nextRun),
    },
    { id: 'open', title: label('排队', 'Waiting'), width: 72, right: true, cell: (job) => job.waiting + job.running },
    {
      id: 'act',
      title: label('操作', 'Act'),
      width: 112,
      cell: ({ kind, daily }) =>
        mayRun && daily !== null ? <CommandButton contract={runJob} input={{ kind }} size="small" /> : null,
    },
  ]
  return <PlainTable caption={t.timers} columns={columns} rows={data} rowKey={({ kind }) => kind} />
}

function Outcome({ job }: { readonly job: JobRow }) {
  if (job.failing > 0) return <StatusTag tone="fault">{job.lastError ?? ''}</StatusTag>
  return job.lastOutcome ?? '—'
}

const states: Readonly<Record<QueueRow['state'], { readonly tone: TagTone; readonly word: string }>> = {
  waiting: { tone: 'neutral', word: '排队' },
  running: { tone: 'primary', word: '运行中' },
  failing: { tone: 'due', word: '将重试' },
  'given-up': { tone: 'fault', word: '已放弃' },
  done: { tone: 'ok', word: '完成' },
}

const queueColumns = (titleOf: (kind: string) => string): readonly Column<QueueRow>[] => [
  { id: 'runAt', title: label('应运行时间', 'Due'), width: 152, sort: 'runAt', cell: ({ runAt }) => momentText(runAt) },
  { id: 'kind', title: label('任务', 'Job'), width: 240, cell: ({ kind }) => titleOf(kind) },
  {
    id: 'state',
    title: label('状态', 'State'),
    width: 96,
    cell: ({ state }) => <StatusTag tone={states[state].tone}>{states[state].word}</StatusTag>,
  },
  { id: 'attempts', title: label('次数', 'Attempts'), width: 72, right: true, cell: ({ attempts }) => attempts },
  {
    id: 'finishedAt',
    title: label('完成时间', 'Finished'),
    width: 152,
    cell: ({ finishedAt }) => (finishedAt === null ? '—' : momentText(finishedAt)),
  },
  { id: 'lastError', title: label('最近错误', 'Last error'), cell: ({ lastError }) => lastError ?? '' },
]

function Queue() {
  const t = useLabels(labels)
  const list = useList(queue, {})
  const { data } = useSuspenseQuery(queryOptionsFor(jobs, {}))
  const columns = useMemo(() => {
    const titles = new Map(data.map(({ kind, titleZh }) => [kind, titleZh]))
    return queueColumns((kind) => titles.get(kind) ?? kind)
  }, [data])
  return (
    <DataList
      list={list}
      caption={t.queue}
      columns={columns}
      rowKey={({ jobId }) => jobId}
      unit={label('项', 'jobs')}
      empty={<EmptyState title={t.emptyQueue} />}
    />
  )
}
