import { useInfiniteQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { listContract, rowsOptions } from '../api.ts'
import { PersonPicker } from './PersonPicker.tsx'

const Row = z.object({ staffId: z.uuid(), name: z.string(), posts: z.string() })
const colleagues = listContract({ name: 'identity.colleagues', input: z.object({}), row: Row })
type Colleague = z.output<typeof Row>

type Props = {
  readonly id: string
  readonly value: unknown
  readonly onChange: (staffId: string | null) => void
  readonly describedBy?: string | undefined
  /** Only those who pass. */
  readonly among?: (colleague: Colleague) => boolean
  /** Why somebody may not be taken, shown beside the name. */
  readonly barred?: (colleague: Colleague) => string | undefined
}

/** Somebody of the court, chosen by name; what crosses the wire is the id. */
export function ColleaguePicker({ value, among = () => true, barred, ...rest }: Props) {
  const { data } = useInfiniteQuery(rowsOptions(colleagues, {}))
  const people = (data?.pages ?? [])
    .flatMap(({ rows }) => rows)
    .filter(among)
    .map((one) => ({ id: one.staffId, name: one.name, post: one.posts, unavailable: barred?.(one) }))
  // An id is no name: until the names are here, nothing is shown.
  const chosen = people.some(({ id }) => id === value) ? String(value) : null
  return <PersonPicker people={people} value={chosen} {...rest} />
}
