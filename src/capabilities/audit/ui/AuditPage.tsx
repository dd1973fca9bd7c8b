import { Button } from 'antd'
import { useEffect } from 'react'
import { z } from 'zod'
import { useCommand } from '#web/api.ts'
import { Tabs } from '#web/components/Tabs.tsx'
import { useLabels } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import { noteReading } from './api.ts'
import { AccessList } from './AccessList.tsx'
import type { AuditFrame } from './AuditHead.tsx'
import { ChainBand } from './ChainBand.tsx'
import { JournalList } from './JournalList.tsx'
import { labels } from './labels.ts'
import { SealList } from './SealList.tsx'
import { useVerification } from './useVerification.ts'

const views = ['journal', 'access', 'seals'] as const
type View = (typeof views)[number]
const Search = z.object({
  view: z.enum(views).default('journal').catch('journal'),
  days: z.coerce.number().int().min(1).max(366).optional().catch(undefined),
})

/** U47 审计轨迹: read, verified and printed here; changed nowhere. Opening the page is an entry of its own. */
export function AuditPage() {
  const t = useLabels(labels)
  const [{ view, days }, change] = usePageSearch(Search)
  const { verification, start } = useVerification()
  useNotedReading(view)
  const tabs = (
    <Tabs
      label={t.views}
      chosen={view}
      onChoose={(id) => change({ view: Search.shape.view.parse(id), days: undefined })}
      tabs={[
        { id: 'journal', title: t.journal },
        { id: 'access', title: t.access },
        { id: 'seals', title: t.seals },
      ]}
    />
  )
  const frame: AuditFrame = {
    tabs,
    band: <ChainBand verification={verification} />,
    verify: (
      <Button type="primary" loading={verification.state === 'running'} onClick={() => void start()}>
        {t.verify}
      </Button>
    ),
  }
  switch (view) {
    case 'journal':
      return <JournalList {...frame} />
    case 'access':
      return <AccessList {...frame} days={days} onAllDays={() => change({ days: undefined })} />
    case 'seals':
      return <SealList {...frame} />
  }
}

function useNotedReading(view: View): void {
  const { mutate } = useCommand(noteReading)
  useEffect(() => {
    if (view !== 'seals') mutate({ input: { page: view === 'access' ? 'access-log' : 'journal', filter: {} } })
  }, [view, mutate])
}
