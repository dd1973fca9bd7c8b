import type { z } from 'zod'
import { formatYuan } from '#kernel/values/money.ts'
import { label } from '#kernel/values/labels.ts'
import { useAnnounce } from '#web/components/Announcer.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { Dialog } from '#web/components/Dialog.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { ClaimRow } from '../claims/contract.ts'
import { undoClaim } from './api.ts'

const labels = {
  reason: label('撤销理由', 'Reason'),
  back: label('款项退回不明款，冲正一笔，原记录保留。', 'The money goes back to the pool by a reversal.'),
  done: label('认领已撤销', 'The claim is undone'),
}

type Props = { readonly claim: z.output<typeof ClaimRow>; readonly onClose: () => void }

export function UndoClaimDialog({ claim: { claimId, amountFen, version }, onClose }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const announce = useAnnounce()
  return (
    <Dialog title={text(undoClaim.title)} width={520} onClose={onClose}>
      <CommandForm
        contract={undoClaim}
        initial={{ claimId }}
        version={version}
        fields={{ reason: { title: labels.reason, kind: 'long' } }}
        onCancel={onClose}
        onDone={() => {
          announce(t.done)
          onClose()
        }}
      >
        <p>
          <b>{formatYuan(amountFen)} 元</b>　{t.back}
        </p>
      </CommandForm>
    </Dialog>
  )
}
