import { Checkbox } from 'antd'
import type { FieldKind } from '#web/components/form-fields.ts'
import { useLabels, useText } from '#web/language.ts'
import { FieldGrid } from './FieldGrid.tsx'
import { Fieldset } from './Fieldset.tsx'
import { FlagField } from './FlagField.tsx'
import type { Choice, Field, Shape } from './fields.ts'
import type { FieldProps } from './form-context.ts'
import { labels } from './labels.ts'
import { ListField } from './ListField.tsx'
import { OrderField } from './OrderField.tsx'
import { ChoiceControl, PlainField, TextControl } from './PlainField.tsx'
import { SeveralField } from './SeveralField.tsx'
import { isValues } from './values.ts'

/** The control of a field, by the shape that its schema gave it. */
export function FieldView(props: FieldProps) {
  const { field, value, onChange } = props
  if (!field.mayBeNone) return <ShapeView {...props} />
  return (
    <div className="calc-wide">
      {value !== null && <ShapeView {...props} />}
      <NoneBox field={field} checked={value === null} onChange={(none) => onChange(none ? null : undefined)} />
    </div>
  )
}

type NoneProps = { readonly field: Field; readonly checked: boolean; readonly onChange: (none: boolean) => void }

function NoneBox({ field, checked, onChange }: NoneProps) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <Checkbox checked={checked} onChange={({ target }) => onChange(target.checked)}>
      {field.shape.kind === 'amount' ? t.none : `${t.noneOther}${text(field.title)}`}
    </Checkbox>
  )
}

const plainKinds: Readonly<Partial<Record<Shape['kind'], FieldKind>>> = {
  amount: 'amount',
  day: 'date',
  number: 'number',
}

function ShapeView(props: FieldProps) {
  const { field, at, value, onChange } = props
  const { shape } = field
  switch (shape.kind) {
    case 'flag':
      return <FlagField {...props} />
    case 'several':
      return <SeveralField {...props} choices={shape.choices} />
    case 'order':
      return <OrderField {...props} choices={shape.choices} />
    case 'byTier':
      return <ListField {...props} item={{ kind: 'group', fields: tierFields(shape.choices) }} />
    case 'list':
      return <ListField {...props} item={shape.item} />
    case 'group':
      return (
        <Fieldset field={field} at={at}>
          <FieldGrid fields={shape.fields} values={isValues(value) ? value : {}} at={at} onChange={onChange} />
        </Fieldset>
      )
    case 'choice':
      return <PlainField {...props} control={(c) => <ChoiceControl {...c} choices={shape.choices} />} />
    case 'percent':
      return <PlainField {...props} control={(c) => <TextControl {...c} suffix="%" placeholder="3.45" />} />
    case 'moment':
      return <PlainField {...props} control={(c) => <TextControl {...c} placeholder="2024-03-01 10:20" />} />
    default:
      return <PlainField {...props} kind={plainKinds[shape.kind] ?? 'text'} />
  }
}

/** How each tier is shared out: rows of a tier and a method. */
const tierFields = (choices: readonly Choice[]): readonly Field[] => [
  { ...always, name: 'tier', title: labels.tier, shape: { kind: 'number' } },
  { ...always, name: 'method', title: labels.method, shape: { kind: 'choice', choices } },
]
const always = { required: true, mayBeNone: false, shown: true } as const
