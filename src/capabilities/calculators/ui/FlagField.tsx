import { Segmented } from 'antd'
import { useLabels, useText } from '#web/language.ts'
import { type FieldProps, useSurroundings } from './form-context.ts'
import { labels } from './labels.ts'

/** Three answers, since a step not yet known is not the same as one not taken. */
export function FlagField({ field, at, value, onChange }: FieldProps) {
  const t = useLabels(labels)
  const text = useText()
  const { idOf, faultAt } = useSurroundings()
  const fault = faultAt(at)
  return (
    <div className="calc-flag calc-wide">
      <span id={idOf(at)}>{text(field.title)}</span>
      <Segmented<string>
        size="small"
        aria-labelledby={idOf(at)}
        value={value === true ? 'yes' : value === false ? 'no' : ''}
        onChange={(chosen) => onChange(chosen === '' ? undefined : chosen === 'yes')}
        options={[
          { value: '', label: t.open },
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
      />
      {fault && <p className="calc-why">{fault}</p>}
    </div>
  )
}
