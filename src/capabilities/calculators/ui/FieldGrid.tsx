import { Fragment } from 'react'
import type { Field } from './fields.ts'
import { useSurroundings } from './form-context.ts'
import type { Value, Values } from './values.ts'

type Props = {
  readonly fields: readonly Field[]
  readonly values: Values
  /** Where the fields stand: `segments.0`, or nothing for those of the form itself. */
  readonly at?: string
  readonly onChange: (values: Values) => void
}

/** Fields side by side as far as they fit. */
export function FieldGrid({ fields, values, at, onChange }: Props) {
  const { draw } = useSurroundings()
  return (
    <div className="calc-fields">
      {fields.map((field) => (
        <Fragment key={field.name}>
          {draw({
            field,
            at: at === undefined ? field.name : `${at}.${field.name}`,
            value: values[field.name],
            onChange: (value: Value) => onChange({ ...values, [field.name]: value }),
          })}
        </Fragment>
      ))}
    </div>
  )
}
