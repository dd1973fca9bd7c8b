import { Suspense, type ReactNode } from 'react'
import { ListTools } from '#web/components/ListTools.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PageHead } from '#web/components/PageHead.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { useLabels } from '#web/language.ts'
import { labels } from './labels.ts'

/** What the three views of the trail have in common. */
export type AuditFrame = { readonly tabs: ReactNode; readonly band: ReactNode; readonly verify: ReactNode }

type Props = Omit<AuditFrame, 'tabs'> & {
  readonly list: { readonly exportHref: string; readonly totals: { readonly total: number } | undefined }
  /** What narrows the view. */
  readonly children?: ReactNode
}

/** Head of the page and, under it, one line on how the chain stands. */
export function AuditHead({ list, band, verify, children }: Props) {
  const t = useLabels(labels)
  return (
    <>
      <PageHead
        title={t.title}
        count={list.totals && `${list.totals.total.toLocaleString('en')}${t.entries}`}
        actions={
          <>
            <ListTools list={list} title={t.export} />
            {verify}
          </>
        }
      >
        {children}
      </PageHead>
      <PanelBoundary what={t.head}>
        <Suspense fallback={<LoadingState lines={1} />}>{band}</Suspense>
      </PanelBoundary>
    </>
  )
}
