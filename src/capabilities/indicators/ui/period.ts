import { z } from 'zod'
import { usePageSearch } from '#web/navigation.ts'
import { useSession } from '#web/session.ts'

const Day = z.iso.date().optional().catch(undefined)

/** What the address of the page says: period, figure and side. */
export const PageSearch = z.object({
  from: Day,
  to: Day,
  id: z.string().max(8).optional().catch(undefined),
  variant: z.string().max(40).optional().catch(undefined),
  side: z.enum(['numerator', 'denominator', 'rest', 'team', 'type', 'cause', 'town']).optional().catch(undefined),
  /** Only this team's records. */
  teamKey: z.string().max(40).optional().catch(undefined),
  typeCode: z.string().max(4).optional().catch(undefined),
  cause: z.string().max(80).optional().catch(undefined),
  town: z.string().max(40).optional().catch(undefined),
})

export type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** The year before, until January is over; then the year so far. */
export function usualSpan(today: Temporal.PlainDate): Span {
  return today.month === 1 ? yearOf(today.year - 1) : { from: today.with({ month: 1, day: 1 }), to: today }
}

export const yearOf = (year: number): Span => ({
  from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
})

/** The period in the address, else the usual one. */
export function useSpan(): readonly [Span, (span: Span) => void] {
  const [{ from, to }, change] = usePageSearch(PageSearch)
  const { today } = useSession()
  const usual = usualSpan(today)
  const span = {
    from: from === undefined ? usual.from : Temporal.PlainDate.from(from),
    to: to === undefined ? usual.to : Temporal.PlainDate.from(to),
  }
  return [span, (next) => change({ from: next.from.toString(), to: next.to.toString() })]
}
