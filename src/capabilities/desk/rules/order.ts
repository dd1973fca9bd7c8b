import type { DeskItem } from '#kernel/capability.ts'

const weights: Readonly<Record<DeskItem['state'], number>> = { custody: 0, overdue: 1, urgent: 2, due: 3, open: 4 }
const never = '9999-12-31'

/** A person in custody first, then what is overdue, then by the clock; alike on one day stand together. */
export const byUrgency = (a: DeskItem, b: DeskItem): number =>
  weights[a.state] - weights[b.state] ||
  compare(a.dueOn ?? never, b.dueOn ?? never) ||
  compare(a.group, b.group) ||
  compare(a.caseNumber ?? '', b.caseNumber ?? '') ||
  compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
