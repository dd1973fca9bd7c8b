import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { z } from 'zod'
import { queryOptionsFor } from '#web/api.ts'
import { CommandButton } from '#web/components/CommandButton.tsx'
import { Message } from '#web/components/Message.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Tabs } from '#web/components/Tabs.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useParam, usePageSearch } from '#web/navigation.ts'
import { useMay } from '#web/session.ts'
import { momentText } from '#web/time.ts'
import type { BatchHead } from '../contract.ts'
import { batchReading, downloadHref, undoBatch } from './api.ts'
import { BatchRecordList } from './BatchRecordList.tsx'
import { labels, undoQuestion } from './labels.ts'
import { WaitingList } from './WaitingList.tsx'
import { figure } from './WizardHead.tsx'
import './import.css'

const views = ['waiting', 'created', 'changed', 'conflict'] as const
const Search = z.object({ view: z.enum(views).optional() })

/** One batch: its counts open their records; what waits is corrected here; taken back while nothing rests on it. */
export function BatchPage() {
  const t = useLabels(labels)
  const batchId = useParam('batchId')
  const { data: batch } = useSuspenseQuery(queryOptionsFor(batchReading, { batchId }))
  const [{ view: wanted }, change] = usePageSearch(Search)
  const view = wanted ?? (batch.waiting > 0 ? 'waiting' : batch.changed > 0 ? 'changed' : 'created')
  const counts = { waiting: batch.waiting, created: batch.created, changed: batch.changed, conflict: batch.conflicts }
  const titles = { waiting: t.waiting, created: t.created, changed: t.changed, conflict: t.conflicts }
  const tabs = (
    <Tabs
      label={t.records}
      chosen={view}
      onChoose={(id) => change({ view: views.find((one) => one === id) })}
      tabs={views.map((id) => ({ id, title: titles[id], count: figure(counts[id]) }))}
    />
  )
  return (
    <div className="dx-import-page">
      <PageHead
        title={`第${batch.number}批`}
        count={`${batch.kindTitle}　${batch.fileName} · ${batch.sheet}`}
        actions={<Acts batch={batch} />}
      />
      <div className="dx-import-told">
        <About batch={batch} />
      </div>
      {view === 'waiting' ? (
        <WaitingList batch={batch} tabs={tabs} />
      ) : (
        <BatchRecordList key={view} batchId={batchId} change={view} tabs={tabs} />
      )}
    </div>
  )
}

function Acts({ batch }: { readonly batch: BatchHead }) {
  const t = useLabels(labels)
  const text = useText()
  const may = useMay()
  if (!may('ledgers.import')) return null
  const { batchId, version, waiting, state } = batch
  return (
    <>
      {waiting > 0 && (
        <Button href={downloadHref('ledgers.problem-sheet', { batchId })} download>
          {t.problemSheet}
        </Button>
      )}
      {state === 'applied' && (
        <CommandButton contract={undoBatch} input={{ batchId }} version={version} confirm={text(undoQuestion)} />
      )}
    </>
  )
}

function About({ batch }: { readonly batch: BatchHead }) {
  const { importedBy, importedAt, counts, period, undoneAt, undoRefused, corrects, correctedBy } = batch
  return (
    <>
      <p className="dx-t2">
        {importedBy} {momentText(importedAt)} 导入　读{figure(counts.rowsRead)}行 = 入库{figure(counts.accepted)} + 待改
        {figure(counts.setAside)} + 略过{figure(counts.ignored)}　不变{figure(counts.same)}
        {period && `　期间 ${period.from} 至 ${period.to}`}
        {corrects !== null && `　更正自第${corrects}批`}
        {correctedBy.length > 0 && `　更正后导入：${correctedBy.map((number) => `第${number}批`).join('、')}`}
      </p>
      {undoneAt !== null && (
        <Message tone="hold" role="status">
          {momentText(undoneAt)} 已撤销，台账内容已回到导入前。
        </Message>
      )}
      {undoneAt === null && undoRefused !== null && <p className="dx-t2">{undoRefused}</p>}
    </>
  )
}
