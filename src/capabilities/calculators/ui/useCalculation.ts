import { useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { type CalcFailure, type CalculatorName, explain, type Explanation } from '#law/calc.ts'
import { usePageSearch } from '#web/navigation.ts'
import { useSession } from '#web/session.ts'
import { type CalendarInUse, useCourtCalendar } from './court-calendar.ts'
import { type Field, fieldsOf } from './fields.ts'
import { forLink, fromInput, isValues, toInput, type Values } from './values.ts'

const Search = z.object({ input: z.unknown().optional() })
/** The law waits until the hand rests. */
const restMs = 250

export type Calculating = {
  readonly fields: readonly Field[]
  readonly values: Values
  readonly change: (values: Values) => void
  /** What the outcome was reckoned from. */
  readonly reckoned: Values
  readonly input: Readonly<Record<string, unknown>>
  readonly outcome: Explanation | CalcFailure
  /** At once, without waiting; gives the outcome. */
  readonly compute: () => Explanation | CalcFailure
  readonly inUse: CalendarInUse
  /** The link brought an input that could not be read. */
  readonly badLink: boolean
  /** Filled in from a link: the reader came for the answer, not for the first field. */
  readonly isLinked: boolean
}

/** A form and what the law says of it, as it is typed; the address carries the input, so that it can be sent on. */
export function useCalculation(name: CalculatorName): Calculating {
  const fields = useMemo(() => fieldsOf(name), [name])
  const { today } = useSession()
  const [{ input: linked }, setSearch] = usePageSearch(Search)
  const [brought] = useState(linked)
  const [values, change] = useState<Values>(() => ({
    ...todayIn(fields, today.toString()),
    ...(isValues(brought) && onlyGiven(fromInput(fields, brought))),
  }))
  const [reckoned, setReckoned] = useState(values)
  const inUse = useCourtCalendar()

  useEffect(() => {
    const rest = setTimeout(() => setReckoned(values), restMs)
    return () => clearTimeout(rest)
  }, [values])

  const input = useMemo(() => toInput(fields, reckoned), [fields, reckoned])
  const outcome = useMemo(() => explain(name, input, inUse.calendar), [name, input, inUse])
  useLinkTo(input, 'value' in outcome, (given) => setSearch({ input: given }))

  const compute = () => {
    setReckoned(values)
    return explain(name, toInput(fields, values), inUse.calendar)
  }
  return {
    fields,
    values,
    change,
    reckoned,
    input,
    outcome,
    compute,
    inUse,
    badLink: brought !== undefined && !isValues(brought),
    isLinked: isValues(brought),
  }
}

/** Today and the day to reckon to are known; they can be changed. */
const todayIn = (fields: readonly Field[], today: string): Values =>
  Object.fromEntries(
    fields
      .filter(({ name, required }) => required && (name === 'today' || name === 'asOf'))
      .map(({ name }) => [name, today]),
  )

const onlyGiven = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

function useLinkTo(input: unknown, complete: boolean, write: (input: unknown) => void): void {
  const written = useRef<string>(undefined)
  useEffect(() => {
    const linkable = forLink(input)
    const text = JSON.stringify(linkable)
    if (!complete || text === written.current) return
    written.current = text
    write(linkable)
  })
}
