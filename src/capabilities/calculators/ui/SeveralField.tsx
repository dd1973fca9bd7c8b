import { Checkbox } from 'antd'
import { useText } from '#web/language.ts'
import { Fieldset } from './Fieldset.tsx'
import type { Choice } from './fields.ts'
import { type FieldProps, textsIn, useSurroundings } from './form-context.ts'

type Props = FieldProps & { readonly choices: readonly Choice[] }

/** Any number of a closed set. */
export function SeveralField({ field, at, value, onChange, choices }: Props) {
  const text = useText()
  const { idOf } = useSurroundings()
  const chosen = textsIn(value)
  const turn = (choice: string, on: boolean) =>
    onChange(on ? [...chosen, choice] : chosen.filter((each) => each !== choice))
  return (
    <Fieldset field={field} at={at}>
      <div className="calc-fields">
        {choices.map(({ value: each, title }, index) => (
          <Checkbox
            key={each}
            {...(index === 0 && { id: idOf(at) })}
            checked={chosen.includes(String(each))}
            onChange={({ target }) => turn(String(each), target.checked)}
          >
            {text(title)}
          </Checkbox>
        ))}
      </div>
    </Fieldset>
  )
}
