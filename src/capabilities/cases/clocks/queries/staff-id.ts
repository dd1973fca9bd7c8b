import type { Actor } from '#kernel/occasion.ts'

/** The person; a system actor handles no cases. */
export const staffIdOf = ({ kind, id }: Actor): string | null => (kind === 'staff' ? id : null)
