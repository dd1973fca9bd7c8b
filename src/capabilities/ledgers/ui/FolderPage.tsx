import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { z } from 'zod'
import { queryOptionsFor } from '#web/api.ts'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { useLabels } from '#web/language.ts'
import { useGo, usePageSearch } from '#web/navigation.ts'
import type { FolderState } from '../contract.ts'
import { folderStateReading } from './api.ts'
import { FolderFrame } from './FolderFrame.tsx'
import { FolderOutcome } from './FolderOutcome.tsx'
import { FolderPlanning } from './FolderPlanning.tsx'
import { LeftAloneList } from './LeftAloneList.tsx'
import { labels } from './labels.ts'
import { leftOf, type LeftAlone } from './take-folder.ts'
import { figure } from './WizardHead.tsx'

const Search = z.object({ files: z.string().default('') })

/** 整批导入: one plan for files that came together, one course, and what came of each. */
export function FolderPage() {
  const t = useLabels(labels)
  const go = useGo()
  const [{ files }] = usePageSearch(Search)
  const importIds = files.split(',').filter((id) => id !== '')
  const left = leftOf(importIds)
  if (importIds.length === 0) {
    return (
      <FolderFrame
        now={1}
        count={`${left.length}份`}
        actions={<Button onClick={() => go('/import')}>{t.again}</Button>}
      >
        <LeftAloneList left={left} />
      </FolderFrame>
    )
  }
  return <Folder importIds={importIds} left={left} />
}

type Props = { readonly importIds: readonly string[]; readonly left: readonly LeftAlone[] }

function Folder({ importIds, left }: Props) {
  const t = useLabels(labels)
  const go = useGo()
  const { data, error, refetch } = useQuery({
    ...queryOptionsFor(folderStateReading, { importIds: [...importIds] }),
    refetchInterval: ({ state }) => (state.data?.running ? 700 : false),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState lines={10} />
  const drafts = data.files.filter(({ state }) => state === 'draft').map(({ importId }) => importId)
  if (drafts.length > 0) return <FolderPlanning importIds={drafts} left={left} />
  return (
    <FolderFrame
      now={data.running ? 2 : 4}
      count={`${data.files.length}份　${figure(data.rowsTotal)}行`}
      actions={
        <Button type="primary" onClick={() => go('/import')}>
          {t.again}
        </Button>
      }
    >
      {data.running && <Course state={data} />}
      <FolderOutcome state={data} />
      {!data.running && <LeftAloneList left={left} />}
    </FolderFrame>
  )
}

function Course({ state: { rowsDone, rowsTotal, files } }: { readonly state: FolderState }) {
  const t = useLabels(labels)
  const now = files.find(({ state }) => state === 'running')
  return (
    <div role="status">
      <p>
        {now ? `${t.running} ${now.fileName}` : t.waitingForWorker}　{figure(rowsDone)} / {figure(rowsTotal)} 行
      </p>
      <Progress
        aria-label={t.running}
        percent={rowsTotal === 0 ? 0 : Math.floor((rowsDone / rowsTotal) * 100)}
        style={{ maxWidth: 640 }}
      />
      <p className="dx-t2">{t.leaveFreely}</p>
    </div>
  )
}
