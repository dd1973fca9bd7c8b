import { useQuery } from '@tanstack/react-query'
import { queryOptionsFor } from '#web/api.ts'
import { names } from './api.ts'
import type { NameOf } from './columns.tsx'

/** Names of the objects on the page; until they are known, kind and head of the id. */
export function useNames(subjects: readonly string[]): NameOf {
  const asked = [...new Set(subjects)].slice(0, 1000)
  const { data = {} } = useQuery({
    ...queryOptionsFor(names, { subjects: asked }),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
  })
  return (subject) => data[subject] ?? subject.replace(/^([a-z-]+):([0-9a-f]{8})-.*$/, '$1:$2')
}
