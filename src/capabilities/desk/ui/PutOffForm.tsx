import { label } from '#kernel/values/labels.ts'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { useSession } from '#web/session.ts'
import { putOffCommand } from './api.ts'
import { textIn, type ActFormProps } from './form.ts'
import { labels } from './labels.ts'

/** 稍后: until which day; the server keeps it from passing the limit. */
export function PutOffForm({ input, onDone, onCancel }: ActFormProps) {
  const { today } = useSession()
  return (
    <CommandForm
      contract={putOffCommand}
      initial={{ itemId: textIn(input, 'itemId'), until: today.add({ days: 1 }).toString() }}
      fields={{ until: { title: labels.until, hint: label('不能晚于期限', 'Not past the limit') } }}
      onDone={() => onDone()}
      onCancel={onCancel}
    />
  )
}
