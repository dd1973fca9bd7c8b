import { label } from '#kernel/values/labels.ts'
import type { ActFormProps } from '#pages/desk'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { useText } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { RecordEvent } from '../../contract.ts'
import { recordEvent } from '../api.ts'
import { EachCase } from './EachCase.tsx'
import { eventChoices, titleOfEvent } from './event-choices.ts'
import { CaseLine, caseIdIn, caseIdsIn } from './ofCase.tsx'

const labels = {
  kind: label('记什么', 'What'),
  on: label('发生日期', 'Day'),
  note: label('说明', 'Note'),
  dayHint: label('可填 0106、今天、昨天', 'Try 0106 or today'),
}

/** 记一笔: what happened on which day, in one case or in several alike. */
export function RecordEventForm({ input, onDone, onCancel }: ActFormProps) {
  const text = useText()
  const { today } = useSession()
  const [caseId, several] = [caseIdIn(input), caseIdsIn(input)]
  const read = RecordEvent.shape.kind.safeParse(input['kind'])
  const known = titleOfEvent(input['kind'])
  const initial = { occurredOn: today.toString(), ...(read.success && { kind: read.data }) }
  const fields = {
    ...(known === undefined && { kind: { title: labels.kind, options: eventChoices } }),
    occurredOn: { title: labels.on, hint: labels.dayHint },
    note: { title: labels.note, kind: 'long' as const },
  }
  if (several.length > 0)
    return (
      <EachCase
        caseIds={several}
        contract={recordEvent}
        initial={initial}
        fields={fields}
        onDone={onDone}
        {...(known && { head: known })}
      />
    )
  return (
    <CommandForm
      contract={recordEvent}
      initial={{ caseId, ...initial }}
      fields={fields}
      onDone={() => onDone()}
      onCancel={onCancel}
    >
      <CaseLine caseId={caseId} />
      {known && <p className="dx-strong">{text(known)}</p>}
    </CommandForm>
  )
}
