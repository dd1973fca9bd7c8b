import { textIn, type ActFormProps } from '#pages/desk'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { addPhone, correctName, refuseMerge, undoMerge } from './api.ts'
import { labels } from './labels.ts'

const numberIn = (input: ActFormProps['input'], key: string): number => Number(input[key] ?? 0)

export const CorrectNameForm = ({ input, onDone, onCancel }: ActFormProps) => (
  <CommandForm
    contract={correctName}
    initial={{ partyId: textIn(input, 'partyId'), version: numberIn(input, 'version'), name: textIn(input, 'name') }}
    fields={{ name: { title: labels.name }, reason: { title: labels.reason } }}
    onDone={() => onDone()}
    onCancel={onCancel}
  />
)

export const AddPhoneForm = ({ input, onDone, onCancel }: ActFormProps) => (
  <CommandForm
    contract={addPhone}
    initial={{ partyId: textIn(input, 'partyId'), version: numberIn(input, 'version') }}
    fields={{ phone: { title: labels.number } }}
    onDone={() => onDone()}
    onCancel={onCancel}
  />
)

export const UndoMergeForm = ({ input, onDone, onCancel }: ActFormProps) => (
  <CommandForm
    contract={undoMerge}
    initial={{ partyId: textIn(input, 'partyId') }}
    fields={{ reason: { title: labels.reason } }}
    onDone={() => onDone()}
    onCancel={onCancel}
  />
)

export const RefuseMergeForm = ({ input, onDone, onCancel }: ActFormProps) => (
  <CommandForm
    contract={refuseMerge}
    initial={{ approvalId: textIn(input, 'approvalId') }}
    fields={{ reason: { title: labels.reason } }}
    onDone={() => onDone()}
    onCancel={onCancel}
  />
)
