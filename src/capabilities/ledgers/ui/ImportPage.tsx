import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand } from '#web/api.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { FileDrop } from '#web/components/FileDrop.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { StepsLine } from '#web/components/StepsLine.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import { useGo } from '#web/navigation.ts'
import { useMay } from '#web/session.ts'
import { label } from '#kernel/values/labels.ts'
import { batchList, importList, openImport } from './api.ts'
import { batchColumns } from './columns.tsx'
import { labels } from './labels.ts'
import { folderHref, keepLeft, readable, takeFolder, type Course } from './take-folder.ts'
import './import.css'

const mostBytes = 64 * 1024 * 1024

/** U04 导入, first step: a ledger is chosen; beneath it what is under way and what came in before. */
export function ImportPage() {
  const t = useLabels(labels)
  const may = useMay()
  const list = useList(batchList, {})
  return (
    <div className="dx-import-start">
      <PageHead title={t.title} actions={<ListTools list={list} />} />
      {may('ledgers.import') && <ChooseFile />}
      <DataList
        list={list}
        caption={t.batches}
        columns={batchColumns}
        rowKey={({ batchId }) => batchId}
        unit={label('批', 'batches')}
        href={({ batchId }) => `/import/batches/${batchId}`}
        empty={<EmptyState title={t.noBatches} next={t.noBatchesNext} />}
      />
    </div>
  )
}

function ChooseFile() {
  const t = useLabels(labels)
  const go = useGo()
  const { mutate, error } = useCommand(openImport)
  const [course, setCourse] = useState<Course>()
  const [stopped, setStopped] = useState<unknown>()
  const takeAll = async (files: readonly File[]) => {
    setStopped(undefined)
    try {
      const { importIds, left } = await takeFolder(files, mostBytes, setCourse)
      keepLeft(importIds, left)
      go(folderHref(importIds))
    } catch (problem) {
      setStopped(problem)
    }
    setCourse(undefined)
  }
  return (
    <>
      <StepsLine label={t.steps} steps={[t.choose, t.columns, t.check, t.difference, t.done]} now={0} />
      <div className="dx-import-choose">
        <FileDrop
          what="台账"
          accept={readable.join(',')}
          mostBytes={mostBytes}
          onSeveral={(files) => void takeAll(files)}
          onKept={({ fileId, fileName }) =>
            mutate(
              { input: { fileId, fileName } },
              { onSuccess: ({ answer }) => go(`/import/${answer.importId}?step=columns`) },
            )
          }
        />
        {error && <Refusal problem={error} />}
        {stopped !== undefined && <Refusal problem={stopped} />}
        {course ? <Opening {...course} /> : <UnderWay />}
      </div>
    </>
  )
}

/** Files of a folder are sent and looked at one after another. */
function Opening({ done, total, fileName }: Course) {
  const t = useLabels(labels)
  return (
    <p role="status">
      <progress value={done} max={total} aria-label={t.opening} /> {t.opening} {done}/{total}　{fileName}
    </p>
  )
}

function UnderWay() {
  const t = useLabels(labels)
  const { rows } = useList(importList, { open: true })
  if (rows.length === 0) return null
  return (
    <section aria-label={t.open}>
      <h2 className="dx-h2">{t.open}</h2>
      <ul className="dx-import-open">
        {rows.slice(0, 5).map(({ importId, fileName, state, rowsDone, rowsTotal }) => (
          <li key={importId}>
            <Link to={`/import/${importId}?step=${state === 'draft' ? 'check' : 'done'}`}>{fileName}</Link>
            <span className="dx-t2">
              {state === 'draft' ? t.draft : state === 'waiting' ? t.waitingForWorker : t.running}
              {state === 'running' && ` ${rowsDone.toLocaleString('en')}/${rowsTotal.toLocaleString('en')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
