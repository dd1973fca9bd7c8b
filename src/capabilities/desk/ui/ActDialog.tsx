import { Suspense } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { Dialog } from '#web/components/Dialog.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { PanelBoundary } from '#web/components/PanelBoundary.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { Act } from './Acts.tsx'
import { formFor } from './forms.ts'

const labels = {
  none: label('这一步还没有页面', 'No form for this yet'),
  next: label('命令行可以办：npm run -s duixian -- ', 'On the command line: npm run -s duixian -- '),
  done: label('已办', 'Done'),
}

/** The form of one command over the page. When it is done the page behind follows by itself. */
export default function ActDialog({ act, onClose }: { readonly act: Act; readonly onClose: () => void }) {
  const t = useLabels(labels)
  const text = useText()
  const announce = useAnnounce()
  const form = formFor(act.command)
  if (!form)
    return (
      <Dialog title={act.command} onClose={onClose} width={560}>
        <EmptyState title={t.none} next={`${t.next}${act.command}`} />
      </Dialog>
    )
  const done = (told?: string) => {
    announce(told ?? `${text(form.title)}：${t.done}`)
    onClose()
  }
  return (
    <Dialog title={text(form.title)} onClose={onClose} width={form.width ?? 560} top={72}>
      <PanelBoundary what={text(form.title)}>
        <Suspense fallback={<LoadingState lines={6} />}>
          <form.Form input={act.input} onDone={done} onCancel={onClose} />
        </Suspense>
      </PanelBoundary>
    </Dialog>
  )
}
