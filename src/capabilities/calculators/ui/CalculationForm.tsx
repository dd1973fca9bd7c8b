import { Button } from 'antd'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useLabels, useText } from '#web/language.ts'
import { dayNoteOf } from './court-calendar.ts'
import type { Fault } from './faults.ts'
import { FieldGrid } from './FieldGrid.tsx'
import { FieldView } from './FieldView.tsx'
import { foldedTitle } from './fields.ts'
import { type FieldProps, FormProvider } from './form-context.ts'
import { labels } from './labels.ts'
import type { Calculating } from './useCalculation.ts'
import { blank } from './values.ts'

type Props = {
  readonly calculation: Calculating
  readonly faults: readonly Fault[]
  readonly idOf: (at: string) => string
  readonly onSubmit: () => void
}

/** The form that a schema gives: what is asked of everyone, then a fold with the rest. */
export function CalculationForm({ calculation, faults, idOf, onSubmit }: Props) {
  const { fields, values, change, inUse, isLinked } = calculation
  const t = useLabels(labels)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!isLinked) form.current?.querySelector<HTMLElement>('input:not([type="radio"]), input:checked')?.focus()
  }, [isLinked])
  const surroundings = useMemo(
    () => ({
      draw: (props: FieldProps) => <FieldView {...props} />,
      idOf,
      faultAt: (at: string) => faults.find((fault) => fault.at === at)?.detail,
      noteOf: dayNoteOf(inUse.calendar),
    }),
    [idOf, faults, inUse],
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <FormProvider value={surroundings}>
      <form onSubmit={submit} noValidate ref={form}>
        {faults
          .filter(({ at }) => at === '')
          .map(({ detail }) => (
            <p className="calc-why" key={detail} role="alert">
              {detail}
            </p>
          ))}
        <FieldGrid fields={fields.filter(({ shown }) => shown)} values={values} onChange={change} />
        <Folded calculation={calculation} />
        <div className="dx-form-acts">
          <Button type="primary" htmlType="submit">
            {t.compute}
          </Button>
          <kbd>Ctrl Enter</kbd>
        </div>
      </form>
    </FormProvider>
  )
}

/** Open from the start when a link filled in something inside. */
function Folded({ calculation: { fields, values, change } }: Pick<Props, 'calculation'>) {
  const text = useText()
  const folded = fields.filter(({ shown }) => !shown)
  const [filled] = useState(() => folded.some(({ name }) => !blank(values[name])))
  if (folded.length === 0) return null
  return (
    <details className="calc-fold" open={filled}>
      <summary>{text(foldedTitle(folded.length))}</summary>
      <FieldGrid fields={folded} values={values} onChange={change} />
    </details>
  )
}
