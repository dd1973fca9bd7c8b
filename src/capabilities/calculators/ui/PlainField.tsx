import { Input, Select } from 'antd'
import { FormField, type Control, type FieldSpec } from '#web/components/FormField.tsx'
import type { FieldKind } from '#web/components/form-fields.ts'
import { useText } from '#web/language.ts'
import type { Choice } from './fields.ts'
import { type FieldProps, useSurroundings } from './form-context.ts'
import type { Value } from './values.ts'

type Props = FieldProps & Pick<FieldSpec, 'control'> & { readonly kind?: FieldKind }

/** One control under its title. */
export function PlainField({ field, at, value, onChange, kind = 'text', control }: Props) {
  const { idOf, faultAt, noteOf } = useSurroundings()
  return (
    <div className={kind === 'amount' ? 'calc-wide' : ''}>
      <FormField
        id={idOf(at)}
        spec={{ title: field.title, noteOf, ...(control && { control }) }}
        kind={kind}
        optional={!field.required && !field.shown}
        value={value}
        fault={faultAt(at)}
        onChange={(next) => onChange(valueOf(next))}
      />
    </div>
  )
}

const valueOf = (typed: unknown): Value =>
  typeof typed === 'string' ? typed : typeof typed === 'number' ? String(typed) : undefined

type ChoiceProps = Control & { readonly choices: readonly Choice[] }

export function ChoiceControl({ id, value, onChange, describedBy, choices }: ChoiceProps) {
  const text = useText()
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      allowClear
      value={typeof value === 'string' && value !== '' ? value : null}
      aria-describedby={describedBy}
      onChange={onChange}
      options={choices.map((choice) => ({ value: String(choice.value), label: text(choice.title) }))}
    />
  )
}

type TextProps = Control & { readonly suffix?: string; readonly placeholder: string }

export const TextControl = ({ id, value, onChange, describedBy, suffix, placeholder }: TextProps) => (
  <Input
    id={id}
    value={typeof value === 'string' ? value : ''}
    suffix={suffix}
    placeholder={placeholder}
    aria-describedby={describedBy}
    onChange={({ target }) => onChange(target.value)}
  />
)
