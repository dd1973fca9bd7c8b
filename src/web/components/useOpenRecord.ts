import { useNavigate, useSearch } from '@tanstack/react-router'

/** The record open beside the list, kept in the address so that it can be sent to a colleague. */
export function useOpenRecord(): readonly [string | null, (key: string | null) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const opened = search['open']
  const open = (key: string | null) => {
    const { open: _, ...rest } = search
    void navigate({ to: '.', search: key === null ? rest : { ...rest, open: key }, replace: true } as never)
  }
  return [typeof opened === 'string' ? opened : null, open]
}
