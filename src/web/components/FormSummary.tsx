import { useEffect, useRef } from 'react'
import { useText } from '../language.ts'
import type { FieldSpec } from './FormField.tsx'
import './form.css'

export type Specs = readonly { readonly name: string; readonly spec: FieldSpec }[]

/** All bad fields at once, each a link to where it is; takes the focus, so that it is read out. */
export function FormSummary({
  title,
  faults,
  specs,
  idOf,
}: {
  readonly title: string
  readonly faults: Readonly<Record<string, string>>
  readonly specs: Specs
  readonly idOf: (name: string) => string
}) {
  const text = useText()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (Object.keys(faults).length > 0) box.current?.focus()
  }, [faults])
  const found = Object.entries(faults)
  if (found.length === 0) return null
  return (
    <div className="dx-form-summary" role="alert" tabIndex={-1} ref={box}>
      <h3>{title}</h3>
      <ul>
        {found.map(([name, detail]) => {
          const spec = specs.find((each) => each.name === name)?.spec
          return (
            <li key={name}>
              <a href={`#${idOf(name)}`}>
                {spec ? text(spec.title) : name}：{detail}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
