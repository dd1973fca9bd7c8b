import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels, useText } from '#web/language.ts'
import { FieldGrid } from './FieldGrid.tsx'
import { Fieldset } from './Fieldset.tsx'
import type { Shape } from './fields.ts'
import { type FieldProps, useSurroundings } from './form-context.ts'
import { labels } from './labels.ts'
import { isValues, rowsOf } from './values.ts'

type Props = FieldProps & { readonly item: Shape }

/** Rows of one kind. A row keeps its key, so that what was typed into it stays with it. */
export function ListField({ field, at, value, onChange, item }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const box = useRef<HTMLFieldSetElement>(null)
  const startsWithRow = field.required && field.shape.kind === 'list' && !field.shape.startsEmpty
  const given = rowsOf(value)
  const rows = given.length === 0 && startsWithRow ? [undefined] : given
  const [keys, setKeys] = useState(() => rows.map((_, index) => index))
  const [added, setAdded] = useState(0)

  useEffect(() => {
    if (added > 0) [...(box.current?.querySelectorAll('.calc-row') ?? [])].at(-1)?.querySelector('input')?.focus()
  }, [added])
  const add = () => {
    onChange([...rows, undefined])
    setKeys([...keys, Math.max(-1, ...keys) + 1])
    setAdded(added + 1)
  }
  const remove = (index: number) => {
    onChange(rows.filter((_, each) => each !== index))
    setKeys(keys.filter((_, each) => each !== index))
    box.current?.querySelector<HTMLElement>('.calc-add')?.focus()
  }
  return (
    <Fieldset field={field} at={at} note={rows.length > 1 ? `${rows.length}行` : undefined} ref={box}>
      {rows.map((row, index) => (
        <div className="calc-row" role="group" aria-label={`${text(field.title)} ${index + 1}`} key={keys[index]}>
          <Row
            field={field}
            item={item}
            at={`${at}.${index}`}
            number={index + 1}
            value={row}
            onChange={(next) => onChange(rows.map((each, place) => (place === index ? next : each)))}
          />
          {!(startsWithRow && rows.length === 1) && (
            <Button size="small" aria-label={`${t.remove} ${index + 1}`} onClick={() => remove(index)}>
              {t.remove}
            </Button>
          )}
        </div>
      ))}
      <Button size="small" className="calc-add" aria-label={`${text(field.title)}：${t.add}`} onClick={add}>
        {t.add}
      </Button>
    </Fieldset>
  )
}

function Row({ field, item, at, number, value, onChange }: Props & { readonly number: number }) {
  const { draw } = useSurroundings()
  if (item.kind === 'group')
    return <FieldGrid fields={item.fields} values={isValues(value) ? value : {}} at={at} onChange={onChange} />
  const title = label(`${field.title.zh} ${number}`, `${field.title.en} ${number}`)
  return draw({ field: { ...field, title, shape: item, required: true, mayBeNone: false }, at, value, onChange })
}
