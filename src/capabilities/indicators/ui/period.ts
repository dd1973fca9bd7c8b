import { useSuspenseQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { queryOptionsFor } from '#web/api.ts'
import { usePageSearch } from '#web/navigation.ts'
import { useSession } from '#web/session.ts'
import { checkCodes, type Years } from '../contract.ts'
import { years } from './api.ts'

const Day = z.iso.date().optional().catch(undefined)

/** What the address of the page says: period, figure and side. */
export const PageSearch = z.object({
  from: Day,
  to: Day,
  id: z.string().max(8).optional().catch(undefined),
  variant: z.string().max(40).optional().catch(undefined),
  set: z.enum(['core', 'first', 'resumed', 'all']).optional().catch(undefined),
  side: z.enum(['numerator', 'denominator', 'rest', 'team', 'type', 'cause', 'town']).optional().catch(undefined),
  check: z.enum(checkCodes).optional().catch(undefined),
  /** Only this team's records. */
  teamKey: z.string().max(40).optional().catch(undefined),
  typeCode: z.string().max(4).optional().catch(undefined),
  cause: z.string().max(80).optional().catch(undefined),
  town: z.string().max(40).optional().catch(undefined),
})

export type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** The last year, until the first month of the next is over; then the year so far. */
export function usualSpan(today: Temporal.PlainDate, { last, current }: Years): Span {
  const isYoung = Temporal.PlainDate.compare(today, current.from.add({ months: 1 })) < 0
  return isYoung ? last : { from: current.from, to: today }
}

/** The years of this court: calendar years, or December to November. */
export const useYears = (): Years => useSuspenseQuery(queryOptionsFor(years, {})).data

/** The period in the address, else the usual one. */
export function useSpan(): readonly [Span, (span: Span) => void] {
  const [{ from, to }, change] = usePageSearch(PageSearch)
  const { today } = useSession()
  const usual = usualSpan(today, useYears())
  const span = {
    from: from === undefined ? usual.from : Temporal.PlainDate.from(from),
    to: to === undefined ? usual.to : Temporal.PlainDate.from(to),
  }
  return [span, (next) => change({ from: next.from.toString(), to: next.to.toString() })]
}
