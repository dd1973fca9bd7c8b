import { useId, type ReactNode, type Ref } from 'react'
import { useText } from '#web/language.ts'
import { type FieldProps, useSurroundings } from './form-context.ts'

type Props = Pick<FieldProps, 'field' | 'at'> & {
  readonly note?: string | undefined
  readonly children: ReactNode
  readonly ref?: Ref<HTMLFieldSetElement>
}

/** Several controls under one title, with what is wrong with them together. */
export function Fieldset({ field, at, note, children, ref }: Props) {
  const text = useText()
  const id = useId()
  const fault = useSurroundings().faultAt(at)
  return (
    <fieldset className="calc-group calc-wide" aria-labelledby={id} {...(ref && { ref })}>
      <span id={id} className="calc-legend">
        {text(field.title)}
        {note && <small>{note}</small>}
      </span>
      {fault && <p className="calc-why">{fault}</p>}
      {children}
    </fieldset>
  )
}
