import { Button } from 'antd'
import { useLabels, useText } from '#web/language.ts'
import { Fieldset } from './Fieldset.tsx'
import type { Choice } from './fields.ts'
import { type FieldProps, textsIn } from './form-context.ts'
import { labels } from './labels.ts'

type Props = FieldProps & { readonly choices: readonly Choice[] }

/** All parts in an order that can be changed; untouched, the order of the law applies. */
export function OrderField({ field, at, value, onChange, choices }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const given = textsIn(value)
  const order = given.length > 0 ? given : choices.map((choice) => String(choice.value))
  const titleOf = (part: string) => {
    const choice = choices.find((each) => each.value === part)
    return choice ? text(choice.title) : part
  }
  const move = (from: number, to: number) => {
    const rest = order.filter((_, index) => index !== from)
    onChange([...rest.slice(0, to), ...order.slice(from, from + 1), ...rest.slice(to)])
  }
  return (
    <Fieldset field={field} at={at} note={given.length === 0 ? t.usual : undefined}>
      <ol className="calc-order">
        {order.map((part, index) => (
          <li key={part}>
            <span>
              {index + 1} {titleOf(part)}
            </span>
            {index > 0 && (
              <Button size="small" aria-label={`${titleOf(part)} ${t.up}`} onClick={() => move(index, index - 1)}>
                {t.up}
              </Button>
            )}
            {index < order.length - 1 && (
              <Button size="small" aria-label={`${titleOf(part)} ${t.down}`} onClick={() => move(index, index + 1)}>
                {t.down}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Fieldset>
  )
}
