import { Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { label, type Label } from '#kernel/values/labels.ts'
import { useLabels, useText } from '../language.ts'
import { useSession } from '../session.ts'
import { AmountField } from './AmountField.tsx'
import { DateField, type DayNote } from './DateField.tsx'
import type { FieldKind } from './form-fields.ts'
import './form.css'

export type Control = {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly describedBy: string
}

export type FieldSpec = {
  readonly title: Label
  readonly hint?: Label
  /** When it is not what the contract suggests. */
  readonly kind?: FieldKind
  readonly options?: readonly { readonly value: string; readonly title: Label }[]
  readonly ceiling?: { readonly amount: bigint; readonly why: string }
  readonly noteOf?: (day: Temporal.PlainDate) => DayNote | undefined
  /** A control of the room's own, such as a person picker. Its value is what crosses the wire. */
  readonly control?: (control: Control) => ReactNode
}

type Props = {
  readonly id: string
  readonly spec: FieldSpec
  readonly kind: FieldKind
  readonly optional: boolean
  readonly value: unknown
  readonly fault: string | undefined
  readonly onChange: (value: unknown) => void
}

const labels = { optional: label('可不填', 'optional') }

/** A visible label, a hint, what is wrong, and the control; screen readers hear them together. */
export function FormField(props: Props) {
  const { id, spec, kind, optional, fault } = props
  const t = useLabels(labels)
  const text = useText()
  return (
    <div className={`dx-form-field ${fault ? 'dx-wrong' : ''}`}>
      {kind !== 'flag' && (
        <label htmlFor={id}>
          {text(spec.title)}
          {optional && <span className="dx-form-optional">{t.optional}</span>}
        </label>
      )}
      {fault && (
        <p className="dx-why" id={`${id}-why`}>
          {fault}
        </p>
      )}
      <ControlOf {...props} />
      {spec.hint && (
        <p className="dx-hint" id={`${id}-hint`}>
          {text(spec.hint)}
        </p>
      )}
    </div>
  )
}

function ControlOf({ id, spec, kind, value, onChange }: Props) {
  const text = useText()
  const { today } = useSession()
  const describedBy = `${id}-why ${id}-hint`
  const written = typeof value === 'string' ? value : ''
  if (spec.control) return spec.control({ id, value, onChange, describedBy })
  switch (kind) {
    case 'amount':
      return (
        <AmountField
          id={id}
          value={/^-?\d+$/.test(written) ? BigInt(written) : null}
          ceiling={spec.ceiling}
          describedBy={describedBy}
          onChange={(amount, typed) => onChange(amount === null ? typed : amount.toString())}
        />
      )
    case 'date':
      return (
        <DateField
          id={id}
          value={written}
          today={today}
          noteOf={spec.noteOf}
          describedBy={describedBy}
          onChange={onChange}
        />
      )
    case 'choice':
      return (
        <Select
          id={id}
          style={{ width: 320 }}
          value={written || null}
          aria-describedby={describedBy}
          onChange={onChange}
          options={(spec.options ?? []).map((option) => ({ value: option.value, label: text(option.title) }))}
        />
      )
    case 'flag':
      return (
        <Checkbox id={id} checked={value === true} onChange={({ target }) => onChange(target.checked)}>
          {text(spec.title)}
        </Checkbox>
      )
    case 'number':
      return (
        <Input
          id={id}
          inputMode="numeric"
          style={{ width: 160 }}
          value={typeof value === 'number' ? String(value) : written}
          aria-describedby={describedBy}
          onChange={({ target }) => onChange(/^\d+$/.test(target.value) ? Number(target.value) : target.value)}
        />
      )
    case 'long':
      return (
        <Input.TextArea
          id={id}
          rows={3}
          value={written}
          aria-describedby={describedBy}
          onChange={({ target }) => onChange(target.value)}
        />
      )
    case 'text':
      return (
        <Input
          id={id}
          value={written}
          aria-describedby={describedBy}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}
