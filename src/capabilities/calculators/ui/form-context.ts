import { createContext, useContext, type ReactNode } from 'react'
import type { DayNote } from '#web/components/DateField.tsx'
import type { Field } from './fields.ts'
import { rowsOf, type Value } from './values.ts'

export type FieldProps = {
  readonly field: Field
  /** `segments.0.from` */
  readonly at: string
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** What every field of the form needs to know, and how a field inside a list or group is drawn. */
export type FormSurroundings = {
  readonly draw: (props: FieldProps) => ReactNode
  readonly idOf: (at: string) => string
  readonly faultAt: (at: string) => string | undefined
  readonly noteOf: (day: Temporal.PlainDate) => DayNote | undefined
}

const Surroundings = createContext<FormSurroundings>({
  draw: () => null,
  idOf: (at) => at,
  faultAt: () => undefined,
  noteOf: () => undefined,
})

export const FormProvider = Surroundings.Provider
export const useSurroundings = (): FormSurroundings => useContext(Surroundings)

export const textsIn = (value: Value): readonly string[] =>
  rowsOf(value).flatMap((each) => (typeof each === 'string' ? [each] : []))
