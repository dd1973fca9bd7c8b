import { label } from '#kernel/values/labels.ts'
import { Dialog } from '#web/components/Dialog.tsx'
import { FileDrop } from '#web/components/FileDrop.tsx'
import { useLabels } from '#web/language.ts'
import { labels } from './labels.ts'

const mostBytes = 64 * 1024 * 1024

/** 导入流水: a file of any bank; what is certain claims itself, the rest stays on the desk. */
export function ImportStatement({ onClose }: { readonly onClose: () => void }) {
  const t = useLabels({ ...labels, what: label('银行流水', 'the statement') })
  return (
    <Dialog title={t.import} onClose={onClose}>
      <FileDrop what={t.what} accept=".csv,.xls,.xlsx,.txt,.xml,.sta" mostBytes={mostBytes} onKept={() => {}} />
    </Dialog>
  )
}
