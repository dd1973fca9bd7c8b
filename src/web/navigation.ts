import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'

/** A part of the address that the page's path names: `/cases/$caseId`. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  return params[name] ?? ''
}

/** What follows `?` in the address, read by a schema; what the schema refuses is left out. */
export function usePageSearch<Schema extends z.ZodObject>(
  schema: Schema,
): readonly [z.output<Schema>, (next: z.input<Schema>) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const read = schema.safeParse(search)
  const change = (next: z.input<Schema>) =>
    void navigate({ to: '.', search: { ...search, ...next }, replace: true } as never)
  return [read.success ? read.data : schema.parse({}), change]
}

/** Opens an address of this application, `?` and all. */
export function useGo(): (href: string) => void {
  const navigate = useNavigate()
  return (href) => void navigate({ href })
}
